// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/page/text_layout.h"
#include "layers/map/sheet.h"
#include "layers/report/document.h"

#include <string>

namespace app::print {

/// A PDF whose first page is the sheet; the document follows on pages of the same size, with numbered pages, headings
/// in the outline, links that lead somewhere, and tables whose headings come again on every page. `date` as in
/// to_pdf().
std::string to_pdf(const layers::Sheet& first, const layers::report::Document& document, const TextLayout& layout,
                   const std::string& date);

}  // namespace app::print
