// SPDX-License-Identifier: MIT
#include "geo/detail/kml.h"
#include "geo/error.h"
#include "tests/fuzz/finding.h"

#include <cstdint>
#include <string_view>

/// Every list of coordinates is drawn, counted in a note, or the file is refused: nothing is lost in silence.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text{reinterpret_cast<const char*>(data), size};
    geo::Dataset dataset;
    try {
        geo::detail::read_kml({{"doc.kml", text}}, {}, dataset);
    } catch (const geo::Error& error) {
        if (error.problem().empty()) { fuzz::finding("an error without words"); }
        return 0;
    }
    for (const geo::Feature& feature : dataset.features) {
        const geo::Shape& shape = feature.shape;
        const bool draws = !shape.points.empty() || !shape.paths.empty() || !shape.region.empty();
        if (draws == shape.type.empty()) { fuzz::finding("a type without a shape, or a shape without one"); }
        for (const geo::Polygon& polygon : shape.region.polygons) {
            if (polygon.shell.empty()) { fuzz::finding("a polygon without corners"); }
        }
        if (feature.layer.empty()) { fuzz::finding("a feature of no layer"); }
    }
    return 0;
}
