// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/result.h"
#include "app/viewer/model/state.h"

namespace app::viewer {

/// The land that a selection means.
layers::CellSet cells_of(const Selection& selection, const Result& result);

/// What a click on the cell selects: its unit and label, or, where `difference`, what changes there.
Selection selection_at(std::size_t cell, const Result& result, bool of_b, bool difference);

}  // namespace app::viewer
