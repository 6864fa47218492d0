// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/page/text_layout.h"
#include "layers/map/sheet.h"

#include <string>

namespace app::print {

/// The sheet as SVG 1.1: groups and areas under their names, text as text, hatches as patterns, so that an editor can
/// restyle it. The receipt goes along as metadata.
std::string to_svg(const layers::Sheet& sheet, const TextLayout& layout, const std::string& receipt = "");

}  // namespace app::print
