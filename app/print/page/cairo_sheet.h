// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/page/text_layout.h"
#include "app/print/png.h"
#include "layers/map/sheet.h"

#include <string>

namespace app::print {

/// The sheet in pixels, `scale` of them per logical one. Throws geo::Error if there is no memory for so many.
Pixels to_pixels(const layers::Sheet& sheet, const TextLayout& layout, double scale);

/// As a PDF of one page, its fonts in it, its text as text. `date` is when it was made: ISO 8601.
std::string to_pdf(const layers::Sheet& sheet, const TextLayout& layout, const std::string& date);

}  // namespace app::print
