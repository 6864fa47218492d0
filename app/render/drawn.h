// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/render_options.h"
#include "app/console.h"
#include "app/render/base_files.h"
#include "layers/map/sheet.h"
#include "layers/model/overlay.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Plans on the land of one line, with their maps; views point into it.
struct Drawn {
    std::vector<layers::Plan> plans;
    layers::Overlay land;
    layers::MapFrame frame;
    layers::SceneLand on_map;
    layers::Scene backdrop, waters;
    std::shared_ptr<const std::vector<BaseFile>> bases;  ///< what waters has of base maps
    std::vector<layers::PlanView> views;
    layers::RedrawnPair redrawn;  ///< of the first two, where draws were asked for
    std::optional<layers::Comparison> comparison;
    std::optional<layers::Scene> difference;
};

/// To draw on the one line that a command's inputs name.
RenderOptions like_inputs(const Inputs& inputs);

/// Each line, or the one that the plans stand on, with the plans laid on it.
std::vector<std::unique_ptr<const Drawn>> draw_plans(const RenderOptions& options,
                                                     const std::vector<std::string>& names, layers::Theme theme,
                                                     Console& console);

/// The maps of a sheet: one of each plan on each line, or of the difference.
std::vector<layers::SheetMap> maps_of(const std::vector<std::unique_ptr<const Drawn>>& drawn, bool of_difference,
                                      layers::Theme theme);

/// What --zoom names. Throws geo::Error (bad usage) for what is no unit, place or word.
layers::MapBox box_for(const std::string& zoom, const std::vector<layers::SheetMap>& maps);

}  // namespace app
