// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/state.h"

#include <nlohmann/json.hpp>

namespace app::viewer {

/// Theme, names, legend, panels, and which layers are painted how strongly: what settings and sessions both keep.
nlohmann::ordered_json look_json(const State& state);

/// The same back; what is missing, or no value of its kind, stays as it is.
void take_look(const nlohmann::ordered_json& json, State& state);

}  // namespace app::viewer
