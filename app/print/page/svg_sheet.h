// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/page/text_layout.h"
#include "layers/map/sheet.h"

#include <string>

namespace app::print {

struct SvgOptions {
    std::string receipt{};      ///< goes along as metadata
    std::string prefix{};       ///< before every id, where several stand on one page
    std::string description{};  ///< for who cannot see it
    bool is_inline = false;     ///< within HTML: as wide as its place
};

/// The sheet as SVG 1.1: groups and areas under their names, text as text, hatches as patterns, so that an editor can
/// restyle it.
std::string to_svg(const layers::Sheet& sheet, const TextLayout& layout, const SvgOptions& options);

}  // namespace app::print
