// SPDX-License-Identifier: MIT
#include "layers/map/base_map.h"

#include "layers/map/detail/on_map.h"
#include "layers/model/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <string_view>

namespace layers {

namespace {

using detail::OnMap;
using namespace std::string_view_literals;

struct Known {
    std::string_view value;
    BaseKind kind;
    double rank;
};

constexpr std::array known_lines{Known{"motorway", BaseKind::road, 1},
                                 Known{"trunk", BaseKind::road, 1},
                                 Known{"major highway", BaseKind::road, 1},
                                 Known{"motorway_link", BaseKind::road, 3},
                                 Known{"trunk_link", BaseKind::road, 3},
                                 Known{"primary", BaseKind::road, 2},
                                 Known{"primary_link", BaseKind::road, 3},
                                 Known{"secondary highway", BaseKind::road, 2},
                                 Known{"secondary", BaseKind::road, 3},
                                 Known{"secondary_link", BaseKind::road, 4},
                                 Known{"road", BaseKind::road, 3},
                                 Known{"tertiary", BaseKind::road, 4},
                                 Known{"tertiary_link", BaseKind::road, 4},
                                 Known{"unclassified", BaseKind::road, 5},
                                 Known{"residential", BaseKind::road, 5},
                                 Known{"living_street", BaseKind::road, 5},
                                 Known{"minor", BaseKind::road, 5},
                                 Known{"rail", BaseKind::railway, 1},
                                 Known{"railroad", BaseKind::railway, 1},
                                 Known{"railway", BaseKind::railway, 1},
                                 Known{"narrow_gauge", BaseKind::railway, 2},
                                 Known{"river", BaseKind::river, 1},
                                 Known{"lake centerline", BaseKind::river, 1},
                                 Known{"canal", BaseKind::river, 3},
                                 Known{"stream", BaseKind::river, 5},
                                 Known{"drain", BaseKind::river, 5},
                                 Known{"ditch", BaseKind::river, 5}};

constexpr std::array known_areas{Known{"water", BaseKind::water, 1},
                                 Known{"reservoir", BaseKind::water, 1},
                                 Known{"lake", BaseKind::water, 1},
                                 Known{"river", BaseKind::water, 1},
                                 Known{"riverbank", BaseKind::water, 1},
                                 Known{"basin", BaseKind::water, 1},
                                 Known{"pond", BaseKind::water, 1},
                                 Known{"residential", BaseKind::built_up, 1},
                                 Known{"industrial", BaseKind::built_up, 1},
                                 Known{"commercial", BaseKind::built_up, 1},
                                 Known{"retail", BaseKind::built_up, 1},
                                 Known{"urban area", BaseKind::built_up, 1},
                                 Known{"urban", BaseKind::built_up, 1},
                                 Known{"built_up", BaseKind::built_up, 1},
                                 Known{"built-up land", BaseKind::built_up, 1}};

/// Where nobody says how many live there.
constexpr std::array known_points{Known{"city", BaseKind::place, 150'000},
                                  Known{"national_capital", BaseKind::place, 1'000'000},
                                  Known{"town", BaseKind::place, 15'000},
                                  Known{"populated place", BaseKind::place, 15'000},
                                  Known{"village", BaseKind::place, 800},
                                  Known{"hamlet", BaseKind::place, 50},
                                  Known{"admin-1 capital", BaseKind::place, 150'000},
                                  Known{"admin-0 capital", BaseKind::place, 1'000'000}};

/// In the order in which they are asked.
constexpr std::array columns{"highway"sv,  "railway"sv, "waterway"sv, "natural"sv,    "landuse"sv,
                             "water"sv,    "place"sv,   "fclass"sv,   "featurecla"sv, "class"sv,
                             "subclass"sv, "type"sv,    "kind"sv,     "category"sv};

std::string lowered(std::string text) {
    for (char& letter : text) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
    }
    return text;
}

/// A property by its name in any case; of OpenStreetMap's rarer tags too: "railway"=>"rail".
std::string word(const geo::Feature& feature, std::string_view column) {
    for (const auto& [name, value] : feature.properties) {
        if (lowered(name) == column) { return geo::text_of(feature.properties, name); }
    }
    const std::string tags = geo::text_of(feature.properties, "other_tags");
    const std::string key = fmt::format("\"{}\"=>\"", column);
    const std::size_t at = tags.find(key);
    if (at == std::string::npos) { return {}; }
    return tags.substr(at + key.size(), tags.find('"', at + key.size()) - at - key.size());
}

template <std::size_t count>
std::optional<BaseClass> known_in(const std::array<Known, count>& known, const geo::Feature& feature) {
    for (const std::string_view column : columns) {
        const std::string value = lowered(word(feature, column));
        if (value.empty()) { continue; }
        const auto* const found =
            std::find_if(known.begin(), known.end(), [&value](const Known& one) { return one.value == value; });
        if (found != known.end()) { return BaseClass{found->kind, found->rank}; }
    }
    return std::nullopt;
}

/// "1,234,567" and "25 000" too; 0 for what is no number.
double number(std::string text) {
    std::erase_if(text, [](char c) { return c == ',' || c == ' '; });
    double value = 0;
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    return error == std::errc{} && end == last && std::isfinite(value) ? value : 0;
}

double people_in(const geo::Feature& feature) {
    for (const std::string_view column : {"population"sv, "pop_max"sv, "pop"sv}) {
        if (const double people = number(word(feature, column)); people > 0) { return people; }
    }
    return 0;
}

/// Natural Earth's, from 0 for what a map of the world shows.
double rank_by_scale(const geo::Feature& feature, double otherwise) {
    const std::string scale = word(feature, "scalerank");
    if (scale.empty()) { return otherwise; }
    const double rank = number(scale);
    return rank <= 4 ? 1 : rank <= 6 ? 2 : rank <= 8 ? 3 : 4;
}

constexpr std::array kind_names{"road"sv,          "railway"sv, "river"sv, "water"sv,
                                "built-up land"sv, "place"sv,   "line"sv,  "area"sv};

geo::Feature drawn(const geo::Feature& feature, const BaseClass& as) {
    geo::Feature result{feature.shape, {}, feature.number, {}};
    result.properties = {{"kind", std::string{kind_names[static_cast<std::size_t>(as.kind)]}}, {"rank", as.rank}};
    if (as.kind != BaseKind::place) { return result; }
    const auto first_of = [&feature](std::initializer_list<std::string_view> keys) {
        for (const std::string_view name : keys) {
            if (std::string text = word(feature, name); !text.empty()) { return text; }
        }
        return std::string{};
    };
    result.properties.emplace_back("name",
                                   first_of({"name:en", "name_en", "name:latin", "int_name", "nameascii", "name"}));
    result.properties.emplace_back("name_uk", first_of({"name:uk", "name_uk", "name:nonlatin", "name"}));
    return result;
}

/// A file whose columns say nothing that is known.
std::optional<BaseClass> class_by_shape(const geo::Feature& feature) {
    if (!feature.shape.paths.empty()) { return BaseClass{BaseKind::line}; }
    if (!feature.shape.region.empty()) { return BaseClass{BaseKind::area}; }
    if (!feature.shape.points.empty() && !word(feature, "name").empty()) { return BaseClass{BaseKind::place, 800}; }
    return std::nullopt;
}

// --- drawing ---------------------------------------------------------------------------------------------------------

struct Look {
    BaseKind kind;
    double rank;  ///< from the look before it up to this one
    float width_px;
    double coarsest;  ///< metres to a pixel of the coarsest map that shows it
};

constexpr double always = 1e9;
constexpr std::array looks{Look{BaseKind::road, 1, 2.2F, 1500},    Look{BaseKind::road, 2, 1.7F, 600},
                           Look{BaseKind::road, 3, 1.1F, 250},     Look{BaseKind::road, 4, 0.8F, 110},
                           Look{BaseKind::road, 99, 0.5F, 35},     Look{BaseKind::railway, 1, 2.6F, 1000},
                           Look{BaseKind::railway, 99, 1.8F, 150}, Look{BaseKind::river, 2, 1.4F, 1500},
                           Look{BaseKind::river, 4, 0.8F, 300},    Look{BaseKind::river, 99, 0.5F, 50},
                           Look{BaseKind::line, 99, 0.9F, always}, Look{BaseKind::area, 99, 0.8F, always}};

Colour colour_of(BaseKind kind, const Palette& colours) {
    switch (kind) {
        case BaseKind::road:
            return colours.road;
        case BaseKind::railway:
            return colours.railway;
        case BaseKind::river:
            return colours.coast;
        default:
            return colours.border;
    }
}

BaseKind kind_of(const geo::Feature& feature) {
    const std::string name = geo::text_of(feature.properties, "kind");
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), name);
    return found == kind_names.end() ? BaseKind::line : static_cast<BaseKind>(found - kind_names.begin());
}

double rank_of(const geo::Feature& feature) {
    return number(geo::text_of(feature.properties, "rank"));
}

constexpr double near_deg = 0.15;

/// Tells whether the gazetteer has a place of a name near by.
class Gazetteer {
public:
    Gazetteer() {
        for (const Place* place : all_places()) {
            for (const std::string* name : {&place->name, &place->name_uk}) { known_.emplace(*name, place->position); }
        }
    }
    bool has(const std::string& name, const geo::LonLat& at) const {
        const auto [begin, end] = known_.equal_range(name);
        return std::any_of(begin, end, [&at](const auto& known) {
            return std::abs(known.second.lon - at.lon) < near_deg && std::abs(known.second.lat - at.lat) < near_deg;
        });
    }

private:
    std::multimap<std::string, geo::LonLat> known_;
};

/// Each by itself: where two lie over one another, what both fill would be a hole in one area.
void add_areas(const geo::Dataset& base, OnMap& on_map, const Palette& colours, Scene& scene) {
    std::vector<ScenePiece> pieces;
    if (scene.pieces) { pieces = *scene.pieces; }
    for (const BaseKind drawn : {BaseKind::built_up, BaseKind::water}) {
        const bool is_water = drawn == BaseKind::water;
        for (const geo::Feature& feature : base.features) {
            if (kind_of(feature) != drawn) { continue; }
            for (const geo::Polygon& polygon : feature.shape.region.polygons) {
                if (polygon.shell.size() < 4) { continue; }
                scene.fills.push_back({Part::backdrop,
                                       is_water ? "waters of the base map" : "built-up land",
                                       {static_cast<std::uint32_t>(pieces.size())},
                                       is_water ? colours.sea : colours.built_up,
                                       Hatch::none,
                                       Colour{0, 0, 0, 0}});
                pieces.push_back(on_map.of(polygon));
            }
        }
    }
    scene.pieces = std::make_shared<const std::vector<ScenePiece>>(std::move(pieces));
}

SceneStroke stroke_as(const Look& look, const Palette& colours) {
    const std::string name{kind_names[static_cast<std::size_t>(look.kind)]};
    return {Part::backdrop, "base map: " + name, {}, colour_of(look.kind, colours), look.width_px, look.coarsest};
}

/// A road on a pale casing, so that it is seen on dark land too; a railway as a pale line within a dark one.
void add_stroke(SceneStroke stroke, const Look& look, const Palette& colours, Scene& scene) {
    SceneStroke other = stroke;
    if (look.kind == BaseKind::railway) {
        other.width_px *= 0.35F;
        other.colour = colours.land;
        scene.strokes.push_back(std::move(stroke));
        scene.strokes.push_back(std::move(other));
        return;
    }
    if (look.kind == BaseKind::road && look.rank <= 3) {
        other.width_px += 1.4F;
        other.colour = colours.line_halo;
        other.colour.a = 200;
        scene.strokes.push_back(std::move(other));
    }
    scene.strokes.push_back(std::move(stroke));
}

void add_lines(const geo::Dataset& base, OnMap& on_map, const Palette& colours, Scene& scene) {
    std::array<SceneStroke, looks.size()> strokes;
    for (std::size_t i = 0; i < looks.size(); ++i) { strokes[i] = stroke_as(looks[i], colours); }
    for (const geo::Feature& feature : base.features) {
        const BaseKind kind = kind_of(feature);
        const double rank = rank_of(feature);
        const auto* const look = std::find_if(
            looks.begin(), looks.end(), [kind, rank](const Look& one) { return one.kind == kind && rank <= one.rank; });
        if (look == looks.end()) { continue; }
        std::vector<ScenePath>& paths = strokes[static_cast<std::size_t>(look - looks.begin())].paths;
        for (const geo::Path& path : feature.shape.paths) { paths.push_back(on_map.way(path)); }
        for (const geo::Ring* ring : geo::rings_of(feature.shape.region)) { paths.push_back(on_map.way(*ring)); }
    }
    for (std::size_t i = looks.size(); i-- > 0;) {  // what matters most last, over the others
        if (!strokes[i].paths.empty()) { add_stroke(std::move(strokes[i]), looks[i], colours, scene); }
    }
}

void add_places(const geo::Dataset& base, OnMap& on_map, bool has_gazetteer, Scene& scene) {
    const Gazetteer gazetteer;
    for (const geo::Feature& feature : base.features) {
        if (kind_of(feature) != BaseKind::place) { continue; }
        const std::string name = geo::text_of(feature.properties, "name"),
                          name_uk = geo::text_of(feature.properties, "name_uk");
        for (const geo::LonLat& at : feature.shape.points) {
            const bool is_known = has_gazetteer && (gazetteer.has(name, at) || gazetteer.has(name_uk, at));
            if (is_known || (name.empty() && name_uk.empty())) { continue; }
            scene.labels.push_back({Part::place, SceneLabel::Kind::place, on_map.of(at), name.empty() ? name_uk : name,
                                    name_uk.empty() ? name : name_uk, rank_of(feature)});
        }
    }
}

}  // namespace

std::optional<BaseClass> base_class_of(const geo::Feature& feature) {
    const geo::Shape& shape = feature.shape;
    if (!shape.paths.empty()) {
        std::optional<BaseClass> found = known_in(known_lines, feature);
        if (found && found->kind != BaseKind::railway) { found->rank = rank_by_scale(feature, found->rank); }
        return found;
    }
    if (!shape.region.empty()) { return known_in(known_areas, feature); }
    std::optional<BaseClass> found = known_in(known_points, feature);
    if (found) {
        if (const double people = people_in(feature); people > 0) { found->rank = people; }
    }
    return found;
}

geo::ReadOptions base_reading(geo::ReadOptions options, const geo::Bounds& within) {
    options.within = within;
    options.base_layers = {
        {"points", "place IN ('city', 'town', 'village', 'hamlet')"},
        {"lines",
         "highway IN ('motorway', 'trunk', 'primary', 'secondary', 'tertiary', 'unclassified', 'residential', "
         "'living_street', 'motorway_link', 'trunk_link', 'primary_link', 'secondary_link', 'tertiary_link') OR "
         "waterway IN ('river', 'canal', 'stream') "
         "OR railway IN ('rail', 'narrow_gauge')"},
        {"multipolygons",
         "\"natural\" = 'water' OR landuse IN ('residential', 'industrial', 'commercial', 'retail', 'reservoir', "
         "'basin')"}};
    return options;
}

geo::Dataset base_features(const geo::Dataset& read) {
    geo::Dataset base;
    base.path = read.path;  // its notes are on what reading moved, which matters to what is measured
    for (const geo::Feature& feature : read.features) {
        if (const auto as = base_class_of(feature)) { base.features.push_back(drawn(feature, *as)); }
    }
    if (!base.features.empty()) { return base; }
    for (const geo::Feature& feature : read.features) {
        if (const auto as = class_by_shape(feature)) { base.features.push_back(drawn(feature, *as)); }
    }
    base.notes.emplace_back(
        "no column of it says what is a road, a railway, a water or a place: all of it is drawn alike");
    return base;
}

void add_base(const geo::Dataset& base, const geo::Projection& projection, Theme theme, bool has_gazetteer,
              Scene& scene) {
    OnMap on_map{projection};
    add_areas(base, on_map, palette(theme), scene);
    add_lines(base, on_map, palette(theme), scene);
    add_places(base, on_map, has_gazetteer, scene);
}

std::string base_credit(const geo::Dataset& read) {
    for (const char* key : {"attribution", "source", "licence", "license"}) {
        if (std::string words = geo::text_of(read.about, key); !words.empty()) { return words; }
    }
    const auto is_osm = [](const geo::Feature& feature) { return geo::find(feature.properties, "osm_id") != nullptr; };
    return std::any_of(read.features.begin(), read.features.end(), is_osm) ? "© OpenStreetMap contributors, ODbL" : "";
}

}  // namespace layers
