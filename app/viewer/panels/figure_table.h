// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"
#include "layers/report/table.h"

#include <string>
#include <vector>

namespace app::viewer {

namespace report = layers::report;

/// What a row of a table selects, and its colour.
struct RowLook {
    Selection selection;
    layers::Colour swatch;  ///< opacity 0 for none
};

/// A table with its words and figures, and beside each row how it looks.
struct Figures {
    report::Table table;
    std::vector<RowLook> looks;
};

/// Its columns: words, then km², ± and the share under that heading.
Figures figures_by(const layers::Field& first, const layers::Field& second, const std::string& share);

/// As tall as its rows, but no taller than that; or, where it `fills`, just as tall. Words that find no room take more
/// lines; figures always stand whole.
void draw(Document& document, const char* name, const Figures& figures, float height, bool fills = false);

}  // namespace app::viewer
