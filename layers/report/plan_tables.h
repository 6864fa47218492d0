// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/plan.h"
#include "layers/report/table.h"

namespace layers::report {

/// Clause by clause: which land, whose, as what, how firm, and who says so.
Table clause_table(const Plan& plan);

}  // namespace layers::report
