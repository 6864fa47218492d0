// SPDX-License-Identifier: MIT
#include "app/viewer/model/look_json.h"

#include "app/viewer/model/json_take.h"

#include <algorithm>

namespace app::viewer {

nlohmann::ordered_json look_json(const State& state) {
    return {{"dark", state.theme == layers::Theme::dark},
            {"ukrainian_names", state.ukrainian},
            {"legend", state.shows_legend},
            {"panels", state.shows_panels},
            {"layers", state.paint.shown},
            {"opacity", state.paint.opacity}};
}

void take_look(const nlohmann::ordered_json& json, State& state) {
    bool dark = state.theme == layers::Theme::dark;
    take(json, "dark", dark);
    state.theme = dark ? layers::Theme::dark : layers::Theme::light;
    take(json, "ukrainian_names", state.ukrainian);
    take(json, "legend", state.shows_legend);
    take(json, "panels", state.shows_panels);
    take(json, "layers", state.paint.shown);
    take(json, "opacity", state.paint.opacity);
    state.paint.opacity = std::clamp(state.paint.opacity, 0.1, 1.4);
}

}  // namespace app::viewer
