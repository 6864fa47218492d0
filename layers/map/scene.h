// SPDX-License-Identifier: MIT
#pragma once

#include "geo/projection.h"
#include "layers/map/map_plane.h"
#include "layers/map/palette.h"
#include "layers/model/assignment.h"
#include "layers/model/comparison.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace layers {

using ScenePath = std::vector<ScenePoint>;

/// A polygon with its holes; rings are not closed.
struct ScenePiece {
    std::vector<ScenePath> rings;
    MapBox box;
};

/// What something on the map is: what the user turns on and off.
/// `land` is what lies opaque under statuses, `highlight` what is selected.
enum class Part {
    backdrop,
    grid,
    status,
    zone,
    accuracy,
    border,
    line,
    place,
    name,
    difference,
    contested,
    land,
    highlight
};

/// Pieces in one colour and, or, one hatch. What they are dissolved into, rings_of() has (layers/map/dissolve.h).
struct SceneFill {
    Part part = Part::backdrop;
    std::string id;  ///< what it shows: "frozen (Russia)", a zone's id, "accuracy"
    std::vector<std::uint32_t> pieces;
    Colour colour;  ///< of the whole area; opacity 0 for none
    Hatch hatch = Hatch::none;
    Colour hatch_colour;
    std::optional<StatusClass> status_class{};                    ///< of a status
    std::optional<std::pair<StatusClass, StatusClass>> change{};  ///< of land that two plans do not treat alike
    std::string words{};                                          ///< what people call it, where that is not the id
};

/// Polylines; a closed one ends where it begins.
struct SceneStroke {
    Part part = Part::backdrop;
    std::string id;  ///< a line's name, a zone's id, "units"
    std::vector<ScenePath> paths;
    Colour colour;
    float width_px = 1;
    double coarsest_m_per_px = std::numeric_limits<double>::infinity();  ///< of the maps that show it
};

struct SceneLabel {
    enum class Kind { place, facility, capital, unit, neighbour, sea, transfer };
    Part part = Part::name;
    Kind kind = Kind::place;
    ScenePoint at;
    std::string text, text_uk;
    double rank = 0;  ///< the greater one stays where two have no room
};

/// What to draw, as data: the window and its pictures draw the same. Fills in order, then strokes, then labels.
struct Scene {
    std::shared_ptr<const std::vector<ScenePiece>> pieces;  ///< shared by the scenes of one land
    std::vector<SceneFill> fills;
    std::vector<SceneStroke> strokes;
    std::vector<SceneLabel> labels;
};

/// A land on the map plane: its cells, and the edges between them.
struct SceneLand {
    struct Edge {
        static constexpr std::uint32_t outside = 0xffffffff;
        std::uint32_t left, right;  ///< cells, or outside
        std::uint32_t from, to;     ///< points by index
    };
    std::vector<ScenePoint> points;
    std::shared_ptr<const std::vector<ScenePiece>> pieces;  ///< by cell
    std::vector<Edge> edges;
    bool has_places = true;  ///< the built-in ones: the land is Ukraine's
};

SceneLand scene_land(const Overlay& land, const geo::Projection& projection);

/// Seas, neighbouring land, graticule, and their names.
Scene backdrop_scene(const geo::Projection& projection, Theme theme);

/// Rivers, lakes and reservoirs, of Ukraine and around it; the Kakhovka reservoir, drained in June 2023, as an outline.
Scene water_scene(const geo::Projection& projection, Theme theme);

/// The land under a plan: statuses, zones, the accuracy of the lines that it stands on, borders, lines and places.
Scene plan_scene(const Assignment& assignment, const Overlay& land, const SceneLand& on_map,
                 const geo::Projection& projection, Theme theme);

/// The land that has another status class under b than under a: from → to.
Scene difference_scene(const Assignment& a, const Assignment& b, const Overlay& land, const SceneLand& on_map,
                       const geo::Projection& projection, Theme theme);

/// Outline and wash of some cells, to show what is selected.
Scene highlight_scene(const CellSet& cells, const SceneLand& on_map, Theme theme);

/// "frozen (Russia)"
std::string class_id(const StatusClass& status_class, const Sides& sides);

/// "frozen (Russia) → UA (Ukraine)"
std::string class_id(const StatusClass& from, const StatusClass& to, const Sides& sides);

}  // namespace layers
