// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/state.h"

#include <cstddef>

namespace app::viewer {

/// The tools that set corners of a shape; each keeps the one that it has begun while another is at work.
inline constexpr Tool drawing_tools[]{Tool::polygon, Tool::line};

/// What the tool sets corner by corner; null for a tool that sets none.
History<geo::Path>* corners_of(State& state, Tool tool);
const History<geo::Path>* corners_of(const State& state, Tool tool);

/// One more; a position twice in a row is one corner.
void add_corner(History<geo::Path>& corners, const geo::LonLat& position);
void drop_last_corner(History<geo::Path>& corners);

std::size_t fewest_corners(Tool tool);  ///< of a finished shape
bool can_finish(const State& state, Tool tool);
/// Puts the shape among the others, as one step of theirs; its corners are no steps any more. Nothing if it has too
/// few.
void finish(State& state, Tool tool);
bool has_unfinished(const State& state);

bool has_lines(const layers::Sketch& sketch);

/// The last step of all: a change of the shapes, or a corner of an unfinished one; with the tool that measures also one
/// of a distance.
bool can_undo(const State& state);
void undo(State& state);
/// What was undone last, as long as nothing else was done since.
bool can_redo(const State& state);
void redo(State& state);

}  // namespace app::viewer
