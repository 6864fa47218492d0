// SPDX-License-Identifier: MIT
#include "app/viewer/model/drawing.h"

#include "geo/error.h"
#include "geo/safe_text.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <utility>

namespace app::viewer {

namespace {

using Json = nlohmann::ordered_json;
using layers::SketchShape;

constexpr const char* format_name = "demarc drawing";
constexpr int format_version = 1;

/// nlohmann writes a number with as many digits as it takes to read the same one.
Json json_of(const geo::Path& path) {
    Json json = Json::array();
    for (const geo::LonLat& corner : path) { json.push_back({corner.lon, corner.lat}); }
    return json;
}

Json json_of(const std::vector<geo::Path>& rings) {
    Json json = Json::array();
    for (const geo::Path& ring : rings) { json.push_back(json_of(ring)); }
    return json;
}

Json json_of(const SketchShape& shape) {
    Json others = Json::array();
    for (const std::vector<geo::Path>& part : shape.others) { others.push_back(json_of(part)); }
    return {{"shape", shape.kind == SketchShape::Kind::polygon ? "zone" : "line"},
            {"name", shape.name},
            {"kind", id_of(shape.zone_kind)},
            {"corners", json_of(shape.vertices)},
            {"holes", json_of(shape.holes)},
            {"others", std::move(others)}};
}

[[noreturn]] void refuse() {
    throw geo::Error{"it is no whole drawing", "it may have been cut short, or written by another version of demarc"};
}

const Json& array(const Json& json) {
    if (!json.is_array()) { refuse(); }
    return json;
}

geo::Path path_from(const Json& json) {
    geo::Path path;
    for (const Json& corner : array(json)) {
        if (array(corner).size() != 2 || !corner.at(0).is_number() || !corner.at(1).is_number()) { refuse(); }
        path.push_back({corner.at(0).get<double>(), corner.at(1).get<double>()});
    }
    return path;
}

std::vector<geo::Path> rings_from(const Json& json) {
    std::vector<geo::Path> rings;
    for (const Json& ring : array(json)) { rings.push_back(path_from(ring)); }
    return rings;
}

SketchShape shape_from(const Json& json) {
    SketchShape shape;
    const auto form = json.at("shape").get<std::string>();
    const auto kind = layers::zone_kind_of(json.at("kind").get<std::string>());
    if ((form != "zone" && form != "line") || !kind) { refuse(); }
    shape.kind = form == "zone" ? SketchShape::Kind::polygon : SketchShape::Kind::line;
    shape.name = json.at("name").get<std::string>();
    shape.zone_kind = *kind;
    shape.vertices = path_from(json.at("corners"));
    shape.holes = rings_from(json.at("holes"));
    for (const Json& part : array(json.at("others"))) {
        shape.others.push_back(rings_from(part));
        if (shape.others.back().empty()) { refuse(); }
    }
    return shape;
}

}  // namespace

std::string json_of(const Drawing& drawing) {
    Json shapes = Json::array();
    for (const SketchShape& shape : drawing.sketch.shapes) { shapes.push_back(json_of(shape)); }
    const Json json{{"format", format_name},
                    {"version", format_version},
                    {"shapes", std::move(shapes)},
                    {"unfinished_zone", json_of(drawing.zone_corners)},
                    {"unfinished_line", json_of(drawing.line_corners)}};
    return geo::harmless_json(json.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

Drawing drawing_from(const std::string& text) {
    try {
        const Json json = Json::parse(text);
        if (json.at("format").get<std::string>() != format_name || json.at("version").get<int>() != format_version) {
            refuse();
        }
        Drawing drawing;
        for (const Json& shape : array(json.at("shapes"))) { drawing.sketch.shapes.push_back(shape_from(shape)); }
        drawing.zone_corners = path_from(json.at("unfinished_zone"));
        drawing.line_corners = path_from(json.at("unfinished_line"));
        return drawing;
    } catch (const Json::exception&) { refuse(); }
}

}  // namespace app::viewer
