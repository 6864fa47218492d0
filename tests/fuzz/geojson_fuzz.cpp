// SPDX-License-Identifier: MIT
#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/repair.h"
#include "tests/fuzz/finding.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace {

/// Below this, an area is the rounding of positions of its own size, and no share of it means anything.
constexpr double least_km2 = 1e-9;

std::optional<geo::Repaired> repaired(const geo::Region& region) {
    try {
        return geo::repair(region);
    } catch (const geo::Error&) { return std::nullopt; }
}

/// What repair() promises: measurable, and repairing twice is repairing once.
void check_repair(const geo::Region& as_written) {
    const std::optional<geo::Repaired> once = repaired(as_written);
    if (!once) { return; }
    const double area = geo::area_of(once->region).value();
    if (!std::isfinite(area) || area < -least_km2) { fuzz::finding("the area of a repaired region is not an area"); }
    const std::optional<geo::Repaired> twice = repaired(once->region);
    if (!twice) {
        if (area < least_km2) { return; }
        fuzz::finding("a repaired region is refused");
    }
    const double again = geo::area_of(twice->region).value();
    if (std::fabs(again - area) > 1e-6 * area + least_km2) { fuzz::finding("a second repair changes the area"); }
    if (area > least_km2 && !twice->notes.empty()) { fuzz::finding(twice->notes.front().text.c_str()); }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    geo::Dataset dataset;
    try {
        dataset = geo::read_geojson({reinterpret_cast<const char*>(data), size}, "fuzz.geojson");
    } catch (const geo::Error&) { return 0; }
    for (const geo::Feature& feature : dataset.features) {
        geo::name_of(feature);
        if (!feature.shape.region.empty()) { check_repair(feature.shape.region); }
    }
    return 0;
}
