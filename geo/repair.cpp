// SPDX-License-Identifier: MIT
#include "geo/repair.h"

#include "geo/detail/geos.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace geo {

namespace {

using namespace detail;

struct Tally {
    int unclosed = 0, too_short = 0, clockwise = 0, across_antimeridian = 0;
};

/// An edge of more than half the globe but not of the whole is meant the short way round (RFC 7946, 3.1.9, would have
/// the ring cut in two there). Longitudes go on past 180°.
bool unwrap(Ring& ring) {
    double shift = 0;
    Ring unwrapped = ring;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        const double step = ring[i].lon - ring[i - 1].lon;
        if (std::fabs(step) > 180 && std::fabs(step) < 360) { shift += step > 0 ? -360 : 360; }
        unwrapped[i].lon += shift;
    }
    const bool crosses = unwrapped != ring && shift == 0;
    if (!crosses) { return false; }
    const Bounds bounds = bounds_of(unwrapped);
    if (bounds.west < -180) {
        for (LonLat& position : unwrapped) { position.lon += 360; }
    }
    ring = std::move(unwrapped);
    return true;
}

std::optional<Ring> tidy(const Ring& as_written, Tally& tally) {
    Ring ring;
    for (const LonLat& position : as_written) {
        if (ring.empty() || !(ring.back() == position)) { ring.push_back(position); }
    }
    if (ring.size() > 1 && !(ring.front() == ring.back())) {
        ++tally.unclosed;
        ring.push_back(ring.front());
    }
    if (ring.size() < 4) {
        ++tally.too_short;
        return std::nullopt;
    }
    if (unwrap(ring)) { ++tally.across_antimeridian; }
    return ring;
}

Region tidy(const Region& as_written, Tally& tally) {
    Region region;
    for (const Polygon& polygon : as_written.polygons) {
        std::vector<Ring> rings;
        const std::optional<Ring> shell = tidy(polygon.shell, tally);
        if (shell) {
            rings.push_back(*shell);
            if (signed_area_of(*shell).value() < 0) { ++tally.clockwise; }
        }
        for (const Ring& hole : polygon.holes) {
            if (const auto ring = tidy(hole, tally)) { rings.push_back(*ring); }
        }
        if (rings.empty()) { continue; }
        region.polygons.push_back({rings.front(), {rings.begin() + 1, rings.end()}});
    }
    return region;
}

Geometry made_valid(const GEOSGeometry* geometry, GEOSMakeValidMethods method) {
    const Owned<GEOSMakeValidParams, [](GEOSMakeValidParams* p) { GEOSMakeValidParams_destroy_r(geos(), p); }> how{
        GEOSMakeValidParams_create_r(geos())};
    GEOSMakeValidParams_setMethod_r(geos(), how.get(), method);
    GEOSMakeValidParams_setKeepCollapsed_r(geos(), how.get(), 0);
    return checked(GEOSMakeValidWithParams_r(geos(), geometry, how.get()), "repairing a polygon");
}

/// Even-odd within each polygon, then the union of the polygons.
Geometry even_odd(const Region& region) {
    std::vector<Geometry> parts;
    for (const Polygon& polygon : region.polygons) {
        const Geometry valid = made_valid(to_geos(polygon).get(), GEOS_MAKE_VALID_LINEWORK);
        parts.push_back(to_geos(to_region(valid.get())));
    }
    const Geometry all = collection(GEOS_GEOMETRYCOLLECTION, std::move(parts));
    return checked(GEOSUnaryUnion_r(geos(), all.get()), "uniting the polygons of a feature");
}

struct Fault {
    std::string reason;
    LonLat place;
};

std::optional<Fault> fault_of(const GEOSGeometry* geometry) {
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    const bool valid = checked(GEOSisValidDetail_r(geos(), geometry, 0, &reason, &place), "checking a polygon");
    const Owned<char, [](char* text) { GEOSFree_r(geos(), text); }> reason_owner{reason};
    const Geometry place_owner{place};
    if (valid) { return std::nullopt; }
    Fault fault{reason == nullptr ? "invalid" : reason, {}};
    if (place != nullptr) {
        const Path path = to_path(place);
        if (!path.empty()) { fault.place = path.front(); }
    }
    std::transform(fault.reason.begin(), fault.reason.begin() + 1, fault.reason.begin(), [](unsigned char c) {
        return static_cast<char>(std::tolower(c));
    });
    return fault;
}

void add_notes(const Tally& tally, std::vector<Note>& notes) {
    const auto note = [&notes](int count, const char* one, const char* many) {
        if (count == 1) { notes.push_back({one, {}}); }
        if (count > 1) { notes.push_back({fmt::format("{} {}", count, many), {}}); }
    };
    note(tally.unclosed, "a ring was not closed; closed", "rings were not closed; closed");
    note(tally.too_short, "a ring of fewer than three corners was dropped",
         "rings of fewer than three corners were dropped");
    note(tally.clockwise, "the outer ring ran clockwise, against RFC 7946; turned",
         "outer rings ran clockwise, against RFC 7946; turned");
    note(tally.across_antimeridian, "a ring jumped across the antimeridian; read as crossing it",
         "rings jumped across the antimeridian; read as crossing it");
}

}  // namespace

Repaired repair(const Region& as_written) {
    Tally tally;
    Repaired result;
    const Region tidied = tidy(as_written, tally);
    const Geometry written = to_geos(tidied);
    const std::optional<Fault> fault = fault_of(written.get());
    if (!fault) {
        result.region = to_region(written.get());
    } else {
        const Geometry valid = even_odd(tidied);
        const Geometry trusting = made_valid(written.get(), GEOS_MAKE_VALID_STRUCTURE);
        const Geometry change = checked(GEOSSymDifference_r(geos(), valid.get(), trusting.get()), "comparing a repair");
        result.region = to_region(valid.get());
        result.notes.push_back({fmt::format("{} at {}; rings read by the even-odd rule", fault->reason,
                                            to_text(fault->place)),
                                area_of(to_region(change.get()))});
    }
    if (result.region.empty()) { throw Error{"the polygon encloses no area", "draw at least three corners"}; }
    add_notes(tally, result.notes);
    return result;
}

}  // namespace geo
