// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/base_overlay.h"
#include "layers/model/plan.h"

namespace layers {

/// Adds to the lines of the base the one that results from the plan, if its zones speak of it, and those of its
/// readings: where land that its rules give to the second side meets land that they do not, under
/// resulting_line_name(). Such a line has no front where the line that the plan stands on has none, and no accuracy of
/// its own: it follows the line that the plan stands on where it runs along it, and borders of units elsewhere. The
/// plan stands on a line of the base.
void lay_resulting_line(const Plan& plan, BaseOverlay& base);

}  // namespace layers
