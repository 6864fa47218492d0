// SPDX-License-Identifier: MIT
#pragma once

#include "app/report/json_fwd.h"
#include "layers/model/contact_line.h"
#include "layers/model/plan.h"

namespace app {

/// The plan's sources, by key, with title and date.
Json sources_json(const layers::Plan& plan);

Json line_json(const layers::LineInfo& line);

Json parameters_json(const layers::Plan& plan);

/// The reading that this is, or those that there are.
Json readings_json(const layers::Plan& plan);

/// What the text sets without an area, and why it is not drawn.
Json not_drawn_json(const layers::Plan& plan);

}  // namespace app
