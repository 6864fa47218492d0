// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/hatch.h"
#include "layers/map/legend.h"
#include "layers/map/map_view.h"
#include "layers/map/picture.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace layers {

/// A page as data: maps, and what stands about them. Whoever prints it makes an SVG, a PDF or a PNG of the same.
/// Groups in order, items in order; logical pixels of 1/96 inch, x to the right, y downwards.
struct Sheet {
    /// Rings by the even-odd rule, filled and, or, hatched.
    struct Area {
        std::vector<std::vector<ScreenPoint>> rings;
        Colour fill = Picture::none;
        Hatch hatch = Hatch::none;
        Colour hatch_colour = Picture::none;
        std::string id{};        ///< what it shows: "frozen (Russia)"
        bool is_target = false;  ///< not seen: a page tells its id where a pointer stands
    };
    /// Polylines with round joins; a closed one ends where it begins.
    struct Lines {
        std::vector<std::vector<ScreenPoint>> paths;
        Colour colour;
        double width = 1;
        std::string id{};
    };
    using Item = std::variant<Area, Lines, Picture::Item>;

    struct Group {
        std::string id;  ///< "map 1", "legend"
        std::vector<Item> items;
        std::optional<ScreenBox> clip{};  ///< nothing is drawn beyond it
    };

    double width = 0, height = 0;
    Colour background;
    std::string title;  ///< for the file's metadata
    std::vector<Group> groups;
};

/// A map on a sheet.
struct SheetMap {
    MapContent content;
    Mode mode = Mode::one;  ///< one plan, or the difference of two
    const SceneLand* on_map = nullptr;
    const Scene* waters = nullptr;  ///< over the land, under its lines; null for none
    std::string title;              ///< over the map; empty where there is one map alone
};

/// How a sheet is laid out.
struct SheetStyle {
    double width = 1600, height = 1000;
    Theme theme = Theme::light;
    MapBox shown;                      ///< of every map: all of it is shown, and what fits beside it
    std::string title;                 ///< over all
    std::string legend_head{};         ///< over the legend, such as what its figures are of
    std::vector<std::string> notes{};  ///< small print below: sources, what the figures rest on
    PaintOptions paint{};
    bool is_bare = false;  ///< one map over all of it, without words beside it: those stand about it on a page
};

/// Maps side by side or in rows of up to four, the same view on each, with title, legend beside or below them, scale
/// bar, locator and small print. Throws geo::Error (bad usage) if the sheet is too small for that.
Sheet sheet_of(const std::vector<SheetMap>& maps, const SheetStyle& style, const TextMeasure& measure);

/// For a page: the land of each unit under each status, to be told where a pointer stands, added to the map of a bare
/// sheet.
void add_targets(const SheetMap& map, const SheetStyle& style, Sheet& sheet);

/// A legend alone, under a title, on the light theme's land.
Sheet legend_sheet(const std::string& title, const std::vector<LegendEntry>& entries, const TextMeasure& measure);

/// Land that the plan does not simply leave with the first side, and its zones, with a margin; all of the land where
/// there is none.
MapBox box_of_interest(const SheetMap& map);

}  // namespace layers
