// SPDX-License-Identifier: MIT
#include "geo/detail/topojson_check.h"

#include "geo/detail/json_kind.h"
#include "geo/error.h"
#include "geo/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace geo::detail {

namespace {

namespace dom = simdjson::dom;

constexpr const char* remedy = "make the file anew, as with topojson's geo2topo, or convert its source to GeoJSON";

dom::array array_in(const dom::element& element, const char* what) {
    dom::array array;
    if (element.get(array) != simdjson::SUCCESS) {
        throw Error{fmt::format("{} should be an array, but is {}", what, simdjson::minify(element).substr(0, 40)),
                    remedy};
    }
    return array;
}

LonLat position_in(const dom::element& element) {
    LonLat position;
    const dom::array pair = array_in(element, "a position of an arc");
    if (pair.size() < 2 || pair.at(0).get(position.lon) != simdjson::SUCCESS ||
        pair.at(1).get(position.lat) != simdjson::SUCCESS) {
        throw Error{
            fmt::format("a position of an arc is no pair of numbers: {}", simdjson::minify(element).substr(0, 40)),
            remedy};
    }
    return position;
}

/// Where an arc begins and ends, in the file's own numbers.
struct Arc {
    LonLat from, to;
};

/// With a transform, each position is written as the step from the one before.
Arc arc_in(const dom::element& element, bool in_steps) {
    Arc arc;
    bool is_first = true;
    for (const dom::element member : array_in(element, "an arc")) {
        LonLat at = position_in(member);
        if (in_steps && !is_first) { at = {arc.to.lon + at.lon, arc.to.lat + at.lat}; }
        if (is_first) { arc.from = at; }
        arc.to = at;
        is_first = false;
    }
    if (is_first) { throw Error{"an arc has no positions", remedy}; }
    return arc;
}

bool meet(const LonLat& a, const LonLat& b) {
    const double allowed = 1e-9 * std::max({1.0, std::fabs(a.lon), std::fabs(a.lat)});  // rounding alone
    return std::fabs(a.lon - b.lon) <= allowed && std::fabs(a.lat - b.lat) <= allowed;
}

/// The arcs of a file, and a look at each object that is drawn with them.
class Topology {
public:
    explicit Topology(const dom::object& document) {
        dom::element transform, arcs;
        const bool in_steps = document["transform"].get(transform) == simdjson::SUCCESS && !transform.is_null();
        if (document["arcs"].get(arcs) != simdjson::SUCCESS) { return; }
        for (const dom::element member : array_in(arcs, "the arcs")) { arcs_.push_back(arc_in(member, in_steps)); }
    }

    void check(const dom::object& geometry) const {
        const std::string_view type = string_at(geometry, "type");
        dom::element content;
        if (type == "GeometryCollection") { return check_members(geometry); }
        constexpr std::array without_arcs{"Point", "MultiPoint", ""};
        if (std::find(without_arcs.begin(), without_arcs.end(), type) != without_arcs.end()) { return; }
        if (geometry["arcs"].get(content) != simdjson::SUCCESS) {
            throw Error{fmt::format("a {} has no arcs", type), remedy};
        }
        if (type == "LineString") {
            check_line(content, false);
        } else if (type == "MultiLineString" || type == "Polygon") {
            check_lines(content, type == "Polygon");
        } else if (type == "MultiPolygon") {
            for (const dom::element polygon : array_in(content, "a MultiPolygon's arcs")) {
                check_lines(polygon, true);
            }
        } else {
            throw Error{fmt::format("there is no geometry type \"{}\"", type), remedy};
        }
    }

private:
    void check_members(const dom::object& collection) const {
        dom::element members;
        if (collection["geometries"].get(members) != simdjson::SUCCESS) {
            throw Error{"a GeometryCollection has no geometries", remedy};
        }
        int number = 0;
        for (const dom::element member : array_in(members, "geometries")) {
            ++number;
            dom::object geometry;
            if (member.get(geometry) != simdjson::SUCCESS) {
                throw Error{fmt::format("geometry {} is no object", number), remedy};
            }
            try {
                check(geometry);
            } catch (const Error& error) {
                throw Error{fmt::format("geometry {}: {}", number, error.problem()), error.remedy()};
            }
        }
    }

    void check_lines(const dom::element& lines, bool closed) const {
        for (const dom::element line : array_in(lines, "a list of lines or rings")) { check_line(line, closed); }
    }

    void check_line(const dom::element& line, bool closed) const {
        std::vector<std::pair<std::int64_t, Arc>> parts;
        for (const dom::element member : array_in(line, "a line or ring")) { parts.push_back(arc_named(member)); }
        if (parts.empty()) { throw Error{"a line or ring is of no arcs", remedy}; }
        const std::size_t joints = parts.size() - (closed ? 0 : 1);
        for (std::size_t i = 0; i < joints; ++i) {
            const auto& [number, arc] = parts[i];
            const auto& [next_number, next] = parts[(i + 1) % parts.size()];
            if (meet(arc.to, next.from)) { continue; }
            const std::string alone = fmt::format("a ring of the arc {} does not close", number),
                              joined = fmt::format("the arc {} does not begin where {} ends", next_number, number);
            throw Error{parts.size() == 1 ? alone : joined, remedy};
        }
    }

    /// A negative number names an arc from its end: -1 is the first, backwards.
    std::pair<std::int64_t, Arc> arc_named(const dom::element& element) const {
        std::int64_t number = 0;
        if (element.get(number) != simdjson::SUCCESS) {
            throw Error{
                fmt::format("an arc is named by {}, which is no whole number", simdjson::minify(element).substr(0, 40)),
                remedy};
        }
        const auto index = static_cast<std::uint64_t>(number < 0 ? ~number : number);
        if (index >= arcs_.size()) {
            throw Error{fmt::format("it names the arc {}, and the file has {}", number, arcs_.size()), remedy};
        }
        const Arc& arc = arcs_[index];
        return {number, number < 0 ? Arc{arc.to, arc.from} : arc};
    }

    std::vector<Arc> arcs_;
};

}  // namespace

void check_topojson(const dom::object& document) {
    dom::object objects;
    if (string_at(document, "type") != "Topology" || document["objects"].get(objects) != simdjson::SUCCESS) { return; }
    const Topology topology{document};
    for (const auto& [name, element] : objects) {
        dom::object geometry;
        if (element.get(geometry) != simdjson::SUCCESS) { continue; }
        try {
            topology.check(geometry);
        } catch (const Error& error) {
            throw Error{fmt::format("in the object \"{}\", {}", name, error.problem()), error.remedy()};
        }
    }
}

}  // namespace geo::detail
