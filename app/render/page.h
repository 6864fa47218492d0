// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/page_options.h"
#include "app/print/page/text_layout.h"
#include "layers/map/sheet.h"

#include <cstdint>
#include <optional>
#include <string>

namespace app {

enum class PageFormat : std::uint8_t { svg, pdf, png };

/// By the ending of a file's name; nothing for another.
std::optional<PageFormat> page_format_of(const std::string& output);

/// Logical pixels.
struct PageSize {
    double width, height;
};

/// What --size and --style say. Throw geo::Error (bad usage) for what is none.
PageSize size_from(const PageOptions& options);
layers::Theme theme_from(const PageOptions& options);

/// A page as it is written.
struct Page {
    const layers::Sheet& sheet;
    std::string description;  ///< for who cannot see it
    std::string receipt;
    PageFormat format;
    double dpi;
};

/// Throws geo::Error if the file exists and may not be overwritten, or cannot be written in full.
void write_page(const Page& page, const print::TextLayout& layout, const std::string& path, bool overwrite);

}  // namespace app
