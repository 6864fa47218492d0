// SPDX-License-Identifier: MIT
#include "geo/repair.h"

#include "geo/detail/geos.h"
#include "geo/detail/plainly_valid.h"
#include "geo/detail/ring_readings.h"
#include "geo/detail/valid_memory.h"
#include "geo/error.h"
#include "geo/measure.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <optional>

namespace geo {

namespace {

using namespace detail;

struct Tally {
    int unclosed = 0, too_short = 0, clockwise = 0, across_antimeridian = 0;
    std::vector<std::size_t> shells;  ///< polygons whose first ring is the shell that was written
};

/// An edge of more than half the globe but not of the whole.
bool is_jump(const LonLat& from, const LonLat& to) {
    const double step = std::fabs(to.lon - from.lon);
    return step > 180 && step < 360;
}

/// A jump is meant the short way round (RFC 7946, 3.1.9, would have the ring cut in two there). Longitudes go on past
/// 180°.
bool unwrap(Ring& ring) {
    const auto jumps = [](const LonLat& from, const LonLat& to) { return is_jump(from, to); };
    if (std::adjacent_find(ring.begin(), ring.end(), jumps) == ring.end()) { return false; }
    double shift = 0;
    Ring unwrapped = ring;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        if (is_jump(ring[i - 1], ring[i])) { shift += ring[i].lon > ring[i - 1].lon ? -360 : 360; }
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
    Ring ring = as_written;
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
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
        std::optional<Ring> shell = tidy(polygon.shell, tally);
        const double west = shell && !polygon.holes.empty() ? bounds_of(*shell).west : -1e300;
        if (shell) {
            tally.shells.push_back(region.polygons.size());
            rings.push_back(std::move(*shell));
        }
        for (const Ring& hole : polygon.holes) {
            if (auto ring = tidy(hole, tally)) {
                if (bounds_of(*ring).east < west) {  // beyond the antimeridian, as the shell
                    for (LonLat& position : *ring) { position.lon += 360; }
                }
                rings.push_back(std::move(*ring));
            }
        }
        if (rings.empty()) { continue; }
        region.polygons.push_back({std::move(rings.front()), {}});
        rings.erase(rings.begin());
        region.polygons.back().holes = std::move(rings);
    }
    return region;
}

/// Long edges that were not jumps would read as such once a repair has taken another of the ring's away: they get a
/// position in their middle.
Region without_jumps(const Region& region) {
    const auto mended = [](const Ring& ring) {
        Ring result;
        for (const LonLat& position : ring) {
            if (!result.empty() && is_jump(result.back(), position)) {
                result.push_back(
                    {std::midpoint(result.back().lon, position.lon), std::midpoint(result.back().lat, position.lat)});
            }
            result.push_back(position);
        }
        return result;
    };
    Region result;
    for (const Polygon& polygon : region.polygons) {
        result.polygons.push_back({mended(polygon.shell), {}});
        for (const Ring& hole : polygon.holes) { result.polygons.back().holes.push_back(mended(hole)); }
    }
    return result;
}

struct Fault {
    std::string reason;
    LonLat place;
};

/// `memory`: null for none.
std::optional<Fault> fault_of(const Region& region, RepairMemory* memory) {
    const bool is_plain = memory != nullptr ? memory->valid().is_plainly_valid(region) : is_plainly_valid(region);
    if (is_plain) { return std::nullopt; }
    const Geometry geometry = to_geos(region);
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    const bool valid = checked(GEOSisValidDetail_r(geos(), geometry.get(), 0, &reason, &place), "checking a polygon");
    const Owned<char, [](char* text) { GEOSFree_r(geos(), text); }> reason_owner{reason};
    const Geometry place_owner{place};
    if (valid) { return std::nullopt; }
    Fault fault{reason == nullptr ? "invalid" : reason, {}};
    if (place != nullptr) {
        const Path path = to_path(place);
        if (!path.empty()) { fault.place = path.front(); }
    }
    std::transform(fault.reason.begin(), fault.reason.begin() + 1, fault.reason.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
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

std::vector<Note> gathered(const std::vector<FeatureNote>& notes) {
    constexpr std::size_t named = 3;
    std::vector<Note> result;
    std::vector<std::string> texts;
    for (const FeatureNote& one : notes) {
        if (std::find(texts.begin(), texts.end(), one.note.text) != texts.end()) { continue; }
        texts.push_back(one.note.text);
        std::vector<std::string> features;
        SquareKilometres moved;
        for (const FeatureNote& other : notes) {
            if (other.note.text != one.note.text) { continue; }
            features.push_back(other.feature);
            moved += other.note.moved;
        }
        const std::size_t more = features.size() > named ? features.size() - named : 0;
        features.resize(features.size() - more);
        const std::string others = more > 0 ? fmt::format(" and {} more", more) : "";
        result.push_back({fmt::format("{}{}: {}", fmt::join(features, ", "), others, one.note.text), moved});
    }
    return result;
}

namespace {

Repaired repaired(const Region& as_written, RepairMemory* memory) {
    Tally tally;
    Repaired result;
    Region tidied = tidy(as_written, tally);
    const std::optional<Fault> fault = fault_of(tidied, memory);
    for (const std::size_t polygon : tally.shells) {
        const Ring& shell = tidied.polygons[polygon].shell;
        const bool runs_clockwise = fault ? signed_area_of(shell).value() < 0 : !runs_counter_clockwise(shell);
        if (runs_clockwise) { ++tally.clockwise; }
    }
    if (!fault) {
        result.region = wound(std::move(tidied));
    } else {
        detail::Readings readings = detail::readings_of(tidied);
        result.region = without_jumps(readings.even_odd);
        result.notes.push_back(
            {fmt::format("{} at {}; rings read by the even-odd rule", fault->reason, to_text(fault->place)),
             readings.moved});
    }
    if (result.region.empty()) { throw NoArea{}; }
    add_notes(tally, result.notes);
    return result;
}

}  // namespace

/// Whoever catches an Error knows the file and the feature, which nobody does who catches bad_alloc.
Repaired repair(const Region& as_written, RepairMemory* memory) {
    try {
        return repaired(as_written, memory);
    } catch (const std::bad_alloc&) {
        throw Error{"out of memory while repairing a polygon", "simplify it, or cut it into several"};
    }
}

RepairMemory::RepairMemory() : valid_{std::make_unique<detail::ValidMemory>()} {}

RepairMemory::~RepairMemory() = default;

}  // namespace geo
