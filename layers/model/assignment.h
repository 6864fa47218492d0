// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <vector>

namespace layers {

/// A plan laid on a land: for every cell the rule that decides, and the zones that it lies in.
struct Assignment {
    static constexpr int unassigned = -1, contested = -2;
    const Plan* plan;
    std::vector<int> rules;      ///< by cell: index of the first rule that matches, or one of the above
    std::vector<CellSet> zones;  ///< by zone
    const Rule* rule_at(std::size_t cell) const;
    const StatusClass& class_at(std::size_t cell) const;  ///< undecided where no rule speaks of the cell
};

/// The land must have been cut by the plan's areas. Contested land of which the plan does not speak gets what its rules
/// say of it under either side, where that is the same; else it is `contested`.
Assignment assign(const Plan& plan, const Overlay& land, const Shift& shift = {});

/// Land of which no rule speaks.
geo::SquareKilometres unassigned(const Assignment& assignment, const Overlay& land);

/// The line that a plan stands on.
const LineInfo& line_under(const Plan& plan, const Overlay& land);

/// Indices of the lines that the rules and zones of the plan and its readings ask for, without those that result from
/// its readings, ascending; the first line of the land for a plan that
/// asks for none.
std::vector<std::size_t> lines_of(const Plan& plan, const Overlay& land);

/// The same of some sets only.
std::vector<std::size_t> lines_of(const std::vector<const AreaExpression*>& areas, const Overlay& land);

}  // namespace layers
