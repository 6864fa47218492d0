// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/map_terms.h"
#include "app/viewer/model/snapper.h"
#include "app/viewer/model/triangles.h"
#include "app/viewer/model/worker.h"
#include "layers/map/map_frame.h"
#include "layers/map/scene.h"
#include "layers/model/area_table.h"
#include "layers/model/base_overlay.h"
#include "layers/model/comparison.h"
#include "layers/model/contact_line.h"
#include "layers/model/probe.h"
#include "layers/model/sketch.h"
#include "layers/plan_language/plan_file.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app::viewer {

/// Values of parameters, by plan: {"kellogg-15-15": {"depth": "10 km"}}.
using Settings = std::map<std::string, std::map<std::string, std::string>>;

/// What is to be laid out on the table.
struct Request {
    std::string a, b;  ///< plans by name or file; `b` may be empty
    Settings settings;
    std::shared_ptr<const layers::Control> control;  ///< null: the line that each plan stands on
    std::shared_ptr<const layers::Units> units;
    layers::Theme theme = layers::Theme::light;
    std::optional<geo::Kilometres>
        fit;             ///< slivers along border and coast go to the side beside them: see layers::Cuts
    bool draft = false;  ///< zones get no interval: for a slider that is being dragged
    std::optional<layers::Sides> sides{};                ///< what they are called, where the plans do not say it
    geo::LonLat map_origin = layers::middle_of_ukraine;  ///< of the plane on which it is drawn
    geo::ReadOptions files{};                            ///< how files that plans name are read
    /// B's line where it has one of its own, null: the one that its plan stands on; none: B follows A.
    std::optional<std::shared_ptr<const layers::Control>> control_b{};
    friend bool operator==(const Request&, const Request&) = default;
};

/// Everything that the window shows of one question; made in the background and never changed.
struct Result {
    Request request;
    std::vector<layers::Plan> plans;
    layers::Overlay land;
    layers::SceneLand on_map;
    Triangles triangles;  ///< of the cells
    std::unique_ptr<const PlanView> a, b;
    std::unique_ptr<const layers::Comparison> comparison;
    std::unique_ptr<const layers::Scene> difference;
    std::unique_ptr<const Snapper> snapper;
    std::vector<geo::Error> warnings;  ///< on the user's own plans
};

/// For layers/map.
layers::MapContent content_of(const Result& result, const layers::Scene& backdrop, const layers::MapFrame& frame);

/// What a plan of the result is called; beside one on another line, with its own.
std::string title_in(const Result& result, const PlanView& view);

/// The base of the last question, which a slider asks about again and again, with the strips drawn for it. Belongs to
/// whoever asks, one thread at a time; starts empty.
struct LastBaseOverlay {
    std::shared_ptr<const layers::Units> units;
    std::shared_ptr<const layers::Control> control;
    std::optional<geo::Kilometres> fit;
    std::vector<std::string> lines;  ///< that the plans ask for
    std::optional<std::shared_ptr<const layers::Control>> control_b{};
    std::optional<layers::BaseOverlay> base;
};

/// Takes from `last` what serves again, and leaves this question's base there; what is laid is the same without.
/// Throws geo::Error as load_plan() and cut() do.
std::shared_ptr<const Result> lay(const Request& request, Progress& progress, LastBaseOverlay& last);

/// What the card of a point rests on.
struct PlanIndexRequest {
    std::shared_ptr<const layers::Units> units;
    std::shared_ptr<const layers::Control> control;
    std::optional<geo::Kilometres> fit;
    Settings settings;
    std::vector<std::string> plan_files;  ///< beside the built-in plans
    layers::Sides sides;                  ///< as the plans that are shown call them
    geo::ReadOptions files{};             ///< as of Request
    friend bool operator==(const PlanIndexRequest&, const PlanIndexRequest&) = default;
};

/// Every plan, ready to be asked about a point.
struct PlanIndex {
    PlanIndexRequest request;
    std::vector<layers::Plan> plans;
    std::unique_ptr<const layers::Probe> probe;
    std::vector<geo::Error> errors;  ///< of plan files that cannot be read
};
std::shared_ptr<const PlanIndex> make_plan_index(const PlanIndexRequest& request, Progress& progress);

}  // namespace app::viewer
