// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/sheet.h"
#include "app/viewer/model/state.h"

namespace app::viewer {

/// The land that a selection means.
layers::PlotSet plots_of(const Selection& selection, const Sheet& sheet);

/// What a click on the plot selects: its unit and label, or, where `difference`, what changes there.
Selection selection_at(std::size_t plot, const Sheet& sheet, bool of_b, bool difference);

}  // namespace app::viewer
