// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/detail/json_text.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "geo/safe_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace geo {

namespace {

constexpr double degrees_around = 360, antimeridian = 180;

std::string to_json(const Value& value) {
    struct ToJson {
        std::string operator()(std::monostate) const { return "null"; }
        std::string operator()(bool content) const { return content ? "true" : "false"; }
        std::string operator()(std::int64_t content) const { return fmt::format("{}", content); }
        std::string operator()(double content) const { return detail::json_number(content); }
        std::string operator()(const std::string& content) const { return detail::json_string(content); }
    };
    return std::visit(ToJson{}, value);
}

/// Of two properties of one name the last counts, in the place of the first.
std::string to_json(const Properties& properties) {
    std::vector<const std::pair<std::string, Value>*> members;
    for (const auto& property : properties) {
        const auto known = std::find_if(members.begin(), members.end(),
                                        [&property](const auto* member) { return member->first == property.first; });
        known == members.end() ? members.push_back(&property) : void(*known = &property);
    }
    std::string object;
    for (const auto* member : members) {
        object += (object.empty() ? "" : ",") + detail::json_string(member->first) + ":" + to_json(member->second);
    }
    return harmless_json("{" + object + "}");
}

// --- antimeridian ----------------------------------------------------------------------------------------------------

Region moved(Region region, double lon) {
    for (Polygon& polygon : region.polygons) {
        for (LonLat& position : polygon.shell) { position.lon += lon; }
        for (Ring& hole : polygon.holes) {
            for (LonLat& position : hole) { position.lon += lon; }
        }
    }
    return region;
}

Region box(double west, double east) {
    return {{{{{west, -90}, {east, -90}, {east, 90}, {west, 90}, {west, -90}}, {}}}};
}

/// RFC 7946, 3.1.9: what crosses the antimeridian is written in two parts.
Region cut_at_antimeridian(const Region& region) {
    Region here = intersect(region, box(-antimeridian, antimeridian));
    append(here, moved(intersect(region, box(antimeridian, antimeridian + degrees_around)), -degrees_around));
    return here;
}

// --- geometry --------------------------------------------------------------------------------------------------------

class Writer {
public:
    std::string take() { return std::move(text_); }
    void add(std::string_view words) { text_ += words; }

    void add(const LonLat& position) {
        text_ += '[';
        add(position.lon);
        text_ += ',';
        add(position.lat);
        text_ += ']';
    }

    void add(const Path& path) {
        list(path, [this](const LonLat& position) { add(position); });
    }

    void add(const Polygon& polygon) {
        text_ += '[';
        add(wound(polygon.shell, true));
        for (const Ring& hole : polygon.holes) {
            text_ += ',';
            add(wound(hole, false));
        }
        text_ += ']';
    }

    void geometry(const Shape& shape) {
        const int kinds = int{!shape.points.empty()} + int{!shape.paths.empty()} + int{!shape.region.empty()};
        if (kinds == 0) {
            add("null");
        } else if (kinds == 1) {
            part(shape);
        } else {
            add(R"({"type":"GeometryCollection","geometries":[)");
            std::string_view comma;
            for (const Shape& one :
                 {Shape{"", shape.points, {}, {}}, Shape{"", {}, shape.paths, {}}, Shape{"", {}, {}, shape.region}}) {
                if (one.points.empty() && one.paths.empty() && one.region.empty()) { continue; }
                add(comma);
                part(one);
                comma = ",";
            }
            add("]}");
        }
    }

    void bbox(const Bounds& bounds) {
        add(R"("bbox":[)");
        const double east = bounds.east > antimeridian ? bounds.east - degrees_around : bounds.east;
        std::string_view comma;
        for (const double value : {bounds.west, bounds.south, east, bounds.north}) {
            add(comma);
            add(value);
            comma = ",";
        }
        add("]");
    }

private:
    void add(double degrees) {
        std::string digits = fmt::format("{:.{}f}", degrees, written_decimals);
        digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.back() == '.') { digits.pop_back(); }
        text_ += digits == "-0" ? "0" : digits;
    }

    template <class List, class Add>
    void list(const List& members, Add add_member) {
        text_ += '[';
        bool first = true;
        for (const auto& member : members) {
            if (!first) { text_ += ','; }
            first = false;
            add_member(member);
        }
        text_ += ']';
    }

    template <class Member>
    void one_or_many(const char* type, const std::vector<Member>& members) {
        fmt::format_to(std::back_inserter(text_), R"({{"type":"{}{}","coordinates":)",
                       members.size() > 1 ? "Multi" : "", type);
        if (members.size() == 1) {
            add(members.front());
        } else {
            list(members, [this](const Member& member) { add(member); });
        }
        text_ += '}';
    }

    void part(const Shape& shape) {
        if (!shape.points.empty()) { return one_or_many("Point", shape.points); }
        if (!shape.paths.empty()) { return one_or_many("LineString", shape.paths); }
        one_or_many("Polygon", shape.region.polygons);
    }

    static Ring wound(Ring ring, bool counter_clockwise) {
        if ((signed_area_of(ring).value() > 0) != counter_clockwise) { std::reverse(ring.begin(), ring.end()); }
        return ring;
    }

    std::string text_;
};

Bounds bounds_of(const Shape& shape) {
    Bounds bounds = geo::bounds_of(shape.region);
    for (const Path& path : shape.paths) { bounds.add(geo::bounds_of(path)); }
    bounds.add(geo::bounds_of(shape.points));
    return bounds;
}

}  // namespace

std::string to_geojson(const Dataset& dataset) {
    Writer writer;
    writer.add(R"({"type":"FeatureCollection",)");
    Bounds all;
    for (const Feature& feature : dataset.features) { all.add(bounds_of(feature.shape)); }
    if (!all.empty()) {
        writer.bbox(all);
        writer.add(",");
    }
    if (!dataset.about.empty()) { writer.add("\n\"demarc\":" + to_json(dataset.about) + ","); }
    if (!dataset.receipt.empty()) { writer.add("\n\"receipt\":" + dataset.receipt + ","); }
    writer.add("\n\"features\":[");
    std::string_view comma = "\n";
    for (const Feature& feature : dataset.features) {
        writer.add(comma);
        writer.add(R"({"type":"Feature",)");
        Shape shape = feature.shape;
        const Bounds bounds = bounds_of(shape);
        if (!bounds.empty()) {
            writer.bbox(bounds);
            writer.add(",");
        }
        if (bounds.east > antimeridian) { shape.region = cut_at_antimeridian(shape.region); }
        writer.add("\"properties\":" + to_json(feature.properties) + ",\"geometry\":");
        writer.geometry(shape);
        writer.add("}");
        comma = ",\n";
    }
    writer.add("\n]}\n");
    return writer.take();
}

}  // namespace geo
