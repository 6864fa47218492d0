// SPDX-License-Identifier: MIT
#include "layers/model/outline.h"

#include "geo/adjacency.h"
#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/nearest.h"
#include "layers/builtin/builtin.h"

#include <fmt/format.h>

namespace layers {

namespace {

geo::Region neighbour_land(const std::string& name) {
    const geo::Dataset dataset = geo::read_geojson(builtin_file("neighbours.geojson"), "built-in neighbours");
    for (const geo::Feature& feature : dataset.features) {
        if (geo::text_of(feature.properties, "name") == name) { return feature.shape.region; }
    }
    throw geo::Error{fmt::format("there is no land of {} in the built-in layers", name)};
}

std::vector<geo::Path> border_with(const std::string& neighbour, const Units& units) {
    constexpr geo::Kilometres near{3};
    const geo::Region country = units.country();
    geo::Bounds reach = geo::bounds_of(country);
    std::vector<geo::Segment> theirs, along;
    for (const geo::Segment& segment : geo::shell_segments(neighbour_land(neighbour))) {
        geo::Bounds box;
        box.add(segment.from);
        box.add(segment.to);
        if (box.overlaps(reach)) { theirs.push_back(segment); }
    }
    for (const geo::Segment& segment : geo::shell_segments(country)) {
        const geo::LonLat middle{(segment.from.lon + segment.to.lon) / 2, (segment.from.lat + segment.to.lat) / 2};
        if (geo::nearest_on(theirs, middle).distance < near) { along.push_back(segment); }
    }
    return geo::joined(along);
}

}  // namespace

geo::Region region_of(const Outline& outline, const Units& units) {
    switch (outline.kind) {
        case Outline::Kind::about_paths:
            return geo::within(outline.paths, outline.distance, outline.ends);
        case Outline::Kind::polygon:
            return outline.region;
        case Outline::Kind::about_border:
            break;
    }
    const std::vector<geo::Path> border = border_with(outline.neighbour, units);
    return border.empty() ? geo::Region{} : geo::within(border, outline.distance);
}

const std::vector<std::string>& neighbours() {
    static const std::vector<std::string> names{"Russia",  "Belarus", "Poland", "Slovakia",
                                                "Hungary", "Romania", "Moldova"};
    return names;
}

}  // namespace layers
