// SPDX-License-Identifier: MIT
#include "geo/detail/input.h"
#include "geo/detail/json_kind.h"
#include "geo/detail/json_text.h"
#include "geo/detail/lightened.h"
#include "geo/detail/reproject.h"
#include "geo/detail/text_kind.h"
#include "geo/detail/topojson_check.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>

namespace geo::detail {

namespace {

namespace dom = simdjson::dom;

constexpr std::array geometry_types{"Point",   "MultiPoint",   "LineString",        "MultiLineString",
                                    "Polygon", "MultiPolygon", "GeometryCollection"};

dom::array array_in(const dom::element& element, const char* what) {
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) {
        throw Error{fmt::format("{} should be an array, but is {}", what, simdjson::minify(element).substr(0, 40))};
    }
    return array;
}

dom::object object_in(const dom::element& element) {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) {
        throw Error{fmt::format("a geometry should be an object, but is {}", simdjson::minify(element).substr(0, 40))};
    }
    return object;
}

LonLat to_position(const dom::element& element) {
    const dom::array pair = array_in(element, "a position");
    std::array<double, 2> numbers{};
    std::size_t count = 0;
    for (const dom::element part : pair) {
        if (count < 2 && part.get(numbers[count]) != simdjson::SUCCESS) {
            throw Error{fmt::format("a position should be numbers, but is {}", simdjson::minify(element).substr(0, 60)),
                        "write [longitude, latitude]"};
        }
        ++count;
    }
    if (count < 2) {
        throw Error{fmt::format("a position has fewer than two numbers: {}", simdjson::minify(element)),
                    "write [longitude, latitude]"};
    }
    return {numbers[0], numbers[1]};
}

Path to_path(const dom::element& element) {
    const dom::array positions = array_in(element, "a line or ring");
    Path path;
    path.reserve(positions.size());
    for (const dom::element position : positions) { path.push_back(to_position(position)); }
    return path;
}

Polygon to_polygon(const dom::element& element) {
    Polygon polygon;
    bool first = true;
    for (const dom::element ring : array_in(element, "a polygon")) {
        if (first) {
            polygon.shell = to_path(ring);
        } else {
            polygon.holes.push_back(to_path(ring));
        }
        first = false;
    }
    return polygon;
}

void add_geometry(const dom::object& geometry, Shape& shape);

void add_coordinates(std::string_view type, const dom::element& coordinates, Shape& shape) {
    const auto each = [&coordinates, type](const auto& add) {
        const std::string what = fmt::format("the coordinates of a {}", type);
        for (const dom::element part : array_in(coordinates, what.c_str())) { add(part); }
    };
    if (type == "Point") {
        shape.points.push_back(to_position(coordinates));
    } else if (type == "MultiPoint") {
        each([&](const dom::element& part) { shape.points.push_back(to_position(part)); });
    } else if (type == "LineString") {
        shape.paths.push_back(to_path(coordinates));
    } else if (type == "MultiLineString") {
        each([&](const dom::element& part) { shape.paths.push_back(to_path(part)); });
    } else if (type == "Polygon") {
        shape.region.polygons.push_back(to_polygon(coordinates));
    } else {
        each([&](const dom::element& part) { shape.region.polygons.push_back(to_polygon(part)); });
    }
}

void add_geometry(const dom::object& geometry, Shape& shape) {
    const std::string_view type = string_at(geometry, "type");
    if (std::find(geometry_types.begin(), geometry_types.end(), type) == geometry_types.end()) {
        throw Error{fmt::format("there is no geometry type \"{}\"", type),
                    fmt::format("GeoJSON knows {}", fmt::join(geometry_types, ", "))};
    }
    if (shape.type.empty()) { shape.type = type; }
    const bool collects = type == "GeometryCollection";
    dom::element content;
    if (geometry[collects ? "geometries" : "coordinates"].get(content) != simdjson::SUCCESS) {
        throw Error{fmt::format("a {} has no {}", type, collects ? "geometries" : "coordinates")};
    }
    if (!collects) { return add_coordinates(type, content, shape); }
    for (const dom::element member : array_in(content, "geometries")) { add_geometry(object_in(member), shape); }
}

Value to_value(const dom::element& element) {
    switch (element.type()) {
        case dom::element_type::BOOL:
            return bool(element);
        case dom::element_type::INT64:
            return std::int64_t(element);
        case dom::element_type::UINT64:
        case dom::element_type::DOUBLE:
            return double(element);
        case dom::element_type::STRING:
            return std::string{std::string_view(element)};
        case dom::element_type::NULL_VALUE:
            return std::monostate{};
        default:
            return std::string{simdjson::minify(element)};
    }
}

Properties to_properties(const dom::object& object) {
    Properties properties;
    for (const auto& [key, value] : object) { properties.emplace_back(std::string{key}, to_value(value)); }
    return properties;
}

void add_feature(const dom::object& object, Dataset& into) {
    Feature feature;
    feature.number = static_cast<int>(into.features.size()) + 1;
    try {
        dom::element content;
        dom::object properties;
        if (object["geometry"].get(content) == simdjson::SUCCESS && !content.is_null()) {
            add_geometry(object_in(content), feature.shape);
        }
        if (object["properties"].get(properties) == simdjson::SUCCESS) {
            feature.properties = to_properties(properties);
        }
    } catch (const Error& error) { throw error.at({into.path, 0, 0, feature.number}); }
    into.features.push_back(std::move(feature));
}

void add_features(const dom::object& collection, Dataset& into) {
    dom::array features;
    if (collection["features"].get(features) != simdjson::SUCCESS) {
        throw Error{"the FeatureCollection has no array \"features\""};
    }
    for (const dom::element member : features) {
        dom::object object;
        if (member.get(object) != simdjson::SUCCESS) { throw Error{"a feature is not a JSON object"}; }
        add_feature(object, into);
    }
}

/// Documents of one text, one or many.
class DocumentReader {
public:
    DocumentReader(const ReadOptions& options, Dataset& into) : options_{options}, into_{into} {}

    /// False if this is for GDAL.
    bool add(const dom::element& element) {
        refuse_repeated_keys(element);
        dom::array list;
        if (element.get(list) == simdjson::SUCCESS) { refuse_list(list); }
        dom::object document;
        if (element.get(document) != simdjson::SUCCESS) { return false; }
        const std::size_t before = into_.features.size();
        const bool taken = add_geojson(document) || add_wrapped(document);
        if (!taken) {
            refuse_known_kinds(document);
            check_topojson(document);
        }
        check_complete(document, taken ? into_.features.size() - before : count_in(document));
        if (!taken) { return false; }
        if (const std::string crs = named_crs(document, options_.say_crs); !crs.empty()) {
            named_ = crs;
            for (std::size_t i = before; i < into_.features.size(); ++i) {
                reprojection_.apply(into_.features[i].shape, crs);
            }
        }
        return true;
    }

    const std::string& named() const { return named_; }

    void add_notes() {
        for (std::string& note : reprojection_.notes()) { into_.notes.push_back(std::move(note)); }
    }

private:
    bool add_geojson(const dom::object& document) {
        const std::string_view type = string_at(document, "type");
        const bool is_collection = type == "FeatureCollection", is_feature = type == "Feature";
        const bool is_geometry = std::find(geometry_types.begin(), geometry_types.end(), type) != geometry_types.end();
        if (!is_collection && !is_feature && !is_geometry) { return false; }
        dom::object about;
        if (document["demarc"].get(about) == simdjson::SUCCESS) { into_.about = to_properties(about); }
        if (const auto name = string_at(document, "name"); !name.empty()) {
            into_.about.emplace_back("name", std::string{name});
        }
        if (is_collection) { add_features(document, into_); }
        if (is_feature) { add_feature(document, into_); }
        if (is_geometry) {
            Feature feature;
            feature.number = static_cast<int>(into_.features.size()) + 1;
            add_geometry(document, feature.shape);
            into_.features.push_back(std::move(feature));
        }
        return true;
    }

    /// {"id": 1766534400, "map": {"type": "FeatureCollection", …}}, as DeepState's API answers.
    bool add_wrapped(const dom::object& document) {
        const std::optional<Wrapped> wrapped = wrapped_in(document);
        if (!wrapped) { return false; }
        for (const auto& [key, value] : document) {
            if (auto scalar = scalar_of(value)) { into_.about.emplace_back(std::string{key}, std::move(*scalar)); }
        }
        into_.notes.push_back(fmt::format("the FeatureCollection is taken from \"{}\" in the JSON", wrapped->key));
        return add(wrapped->collection);
    }

    static std::size_t count_in(const dom::object& document) {
        dom::array features;
        return document["features"].get(features) == simdjson::SUCCESS ? features.size() : 0;
    }

    void check_complete(const dom::object& document, std::size_t features) {
        const std::string reason = left_out(document, features);
        if (reason.empty()) { return; }
        const std::string problem = fmt::format("the server cut this answer short ({})", reason);
        if (!options_.partial) {
            throw Error{problem,
                        fmt::format("fetch all of it, page by page; {} reads it as it is", options_.say_partial)};
        }
        into_.notes.push_back(problem + ": the data are incomplete");
    }

    const ReadOptions& options_;
    Dataset& into_;
    Reprojection reprojection_;
    std::string named_;  ///< CRS
};

[[noreturn]] void refuse_syntax(std::string_view text, int first_line = 1) {
    const std::size_t fault = json_fault(text);
    if (fault != std::string_view::npos) {
        const std::string_view before = text.substr(0, fault);
        const auto lines = std::count(before.begin(), before.end(), '\n');
        const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
        const int column = static_cast<int>(before.size() - line_start) + 1;
        const bool cut_short = before.size() + 1 >= text.size();
        throw Error{cut_short ? "the JSON ends in the middle" : "this is not JSON from here on",
                    cut_short ? "the file may have been cut short: fetch it again"
                              : "mend the text; NaN and comments are not JSON"}
            .at({"", static_cast<int>(lines) + first_line, column});
    }
    dom::parser parser;
    if (parser.parse(text.data(), text.size()).error() == simdjson::NUMBER_ERROR) {  // which says nothing of its place
        throw Error{"a number in this JSON is too large for any use", "write longitude and latitude in degrees"};
    }
    if (text.find('\0') != std::string_view::npos) { throw Error{"there is a NUL byte in this JSON", "take it out"}; }
    throw Error{"this JSON is nested too deeply, or too large"};
}

/// Documents one after another: each on a line of its own, or, in a text sequence (RFC 8142), after a record separator.
bool parse_many(std::string_view text, char separator, DocumentReader& reader) {
    dom::parser parser;
    int line_number = 1;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        std::string_view part = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const int first_line = line_number;
        line_number += static_cast<int>(std::count(part.begin(), part.end(), '\n')) + (separator == '\n' ? 1 : 0);
        const std::size_t first = part.find_first_not_of(" \t\r\n\x1e");
        if (first == std::string_view::npos) { continue; }
        part.remove_prefix(first);
        dom::element element;
        if (parser.parse(part.data(), part.size()).get(element) != simdjson::SUCCESS) {
            refuse_syntax(part, first_line);
        }
        if (!reader.add(element)) { return false; }
    }
    return true;
}

bool parse_documents(std::string_view text, DocumentReader& reader) {
    // What it needs is many times as large as the text: to have it anew for each of many small files costs as much as
    // to read them.
    constexpr std::size_t small = 1 << 20;
    thread_local dom::parser kept;
    dom::parser own;
    dom::parser& parser = text.size() <= small ? kept : own;
    dom::element element;
    if (parser.parse(text.data(), text.size()).get(element) == simdjson::SUCCESS) { return reader.add(element); }
    const std::size_t start = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    if (text.substr(start).starts_with('\x1e')) { return parse_many(text, '\x1e', reader); }
    const std::string_view first_line = text.substr(start, std::min(text.find('\n', start), text.size()) - start);
    dom::element first;
    const bool delimited = first_line.size() < text.size() - start &&
                           parser.parse(first_line.data(), first_line.size()).get(first) == simdjson::SUCCESS;
    if (!delimited) { refuse_syntax(text); }
    return parse_many(text, '\n', reader);
}

/// The same by a shorter way, for a text that is one plain document of polygons; nothing, and `into` as it was, for any
/// other, which may be as good.
std::optional<std::string> parse_polygons(std::string_view text, const ReadOptions& options, Dataset& into) {
    std::optional<Lightened> light = lightened(text);
    if (!light) { return std::nullopt; }
    Dataset dataset = into;
    DocumentReader reader{options, dataset};
    try {
        dom::parser parser;
        dom::element element;
        const bool is_json = parser.parse(light->text).get(element) == simdjson::SUCCESS;
        if (!is_json || !reader.add(element) || !reader.named().empty()) { return std::nullopt; }
    } catch (const Error&) { return std::nullopt; }  // the other way finds it too, and says where
    std::vector<Region*> shapes;
    for (Feature& feature : dataset.features) { shapes.push_back(&feature.shape.region); }
    if (!put_back(std::move(light->regions), shapes)) { return std::nullopt; }
    reader.add_notes();
    into = std::move(dataset);
    return std::string{};
}

}  // namespace

std::optional<std::string> parse_geojson(std::string_view text, const ReadOptions& options, Dataset& into) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    refuse_other_encodings(text, into.path);
    if (text.find("\"curveRings\"") != std::string_view::npos ||
        text.find("\"curvePaths\"") != std::string_view::npos) {
        throw Error{"this Esri JSON has true curves, which would be lost",
                    "ask the server with returnTrueCurves=false"};
    }
    if (std::optional<std::string> named = parse_polygons(text, options, into)) { return named; }
    DocumentReader reader{options, into};
    if (!parse_documents(text, reader)) { return std::nullopt; }
    reader.add_notes();
    return reader.named();
}

Shape parse_geojson_geometry(std::string_view text) {
    dom::parser parser;
    dom::element element;
    if (parser.parse(text.data(), text.size()).get(element) != simdjson::SUCCESS) { refuse_syntax(text); }
    Shape shape;
    add_geometry(object_in(element), shape);
    return shape;
}

}  // namespace geo::detail
