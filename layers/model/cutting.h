// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/contact_line.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/unit.h"

#include <optional>
#include <vector>

namespace layers {

/// Writes into each plan on which line it stands: that name, or, if it is empty, the plan's own line, else the newest
/// built-in one.
void stand_all(std::vector<Plan>& plans, const std::string& given);

/// The lines to cut the land by, and on which of them each plan stands, which is written into the plans: the given one,
/// else the plan's own, else the newest built-in one. The first is the one that figures are about.
std::vector<Control> lines_under(std::vector<Plan>& plans, std::optional<Control> given, const Units& units);

/// The same lines, and those that the plans mention beside their own.
void add_lines_named(const std::vector<Plan>& plans, const Units& units, std::vector<Control>& lines);

/// The areas of all plans; with `zones_as_drawn`, zones' figures get no interval, as those of
/// readings have none, and the land is cut much faster.
Cuts cuts_for(const std::vector<Plan>& plans, bool zones_as_drawn = false);

}  // namespace layers
