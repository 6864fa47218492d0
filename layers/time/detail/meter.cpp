// SPDX-License-Identifier: MIT
#include "layers/time/detail/meter.h"

#include "geo/measure.h"
#include "geo/overlaps.h"
#include "geo/partition.h"

#include <cmath>

namespace layers::detail {

namespace {

using geo::Region;
using geo::SquareKilometres;

constexpr double nothing = 1e-7;  ///< km²: what sums of edges leave of units without any land

/// Units, parted where they lie over one another: the first in the file has what two claim.
std::vector<Region> parted(const Units& units) {
    std::vector<const Region*> pointers;
    for (const Unit& unit : units.units) { pointers.push_back(&unit.region); }
    std::vector<Region> regions;
    const geo::Overlaps overlaps = geo::overlaps_of(pointers);
    if (!overlaps.too_many && overlaps.pairs.empty()) {
        for (const Unit& unit : units.units) { regions.push_back(unit.region); }
        return regions;
    }
    const geo::Partition parts = geo::partition({units.coverage()});
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        std::vector<const geo::Face*> faces;
        for (const geo::Face& face : parts.faces) {
            if (face.owners.front() == static_cast<int>(unit)) { faces.push_back(&face); }
        }
        regions.push_back(geo::dissolve(faces));
    }
    return regions;
}

std::vector<const Region*> pointers_to(const std::vector<Region>& regions) {
    std::vector<const Region*> pointers;
    for (const Region& region : regions) { pointers.push_back(&region); }
    return pointers;
}

}  // namespace

Meter::Meter(const Units& units) : regions_{parted(units)}, integrals_{pointers_to(regions_)} {}

void Meter::add(std::uint32_t number, std::vector<std::uint64_t>& sums) const {
    const std::size_t end = number + 1 < edges_.size() ? edges_[number + 1].begin : shares_.size();
    for (std::size_t i = edges_[number].begin; i < end; ++i) { sums[shares_[i].unit] += shares_[i].counts; }
}

/// A region that was looked at together with this one may have had it too.
std::uint32_t Meter::number_of(const geo::Segment& edge) {
    const std::uint32_t number = known_.find(edge);
    if (number != EdgeNumbers::none) { return number; }
    known_.add(edge);
    integrate(edge);
    return static_cast<std::uint32_t>(known_.size() - 1);
}

void Meter::integrate(const geo::Segment& edge) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    edges_.push_back({shares_.size(), EdgeNumbers::hash_of(edge) * odd});
    scratch_.assign(integrals_.units(), 0);
    integrals_.add(edge.from, edge.to, scratch_);
    for (std::uint32_t unit = 0; unit < scratch_.size(); ++unit) {
        const auto counts = static_cast<std::int64_t>(std::llround(scratch_[unit] * by_km2));
        if (counts != 0) { shares_.push_back({unit, static_cast<std::uint64_t>(counts)}); }
    }
}

Meter::Looked Meter::look(const Region& region) const {
    Looked looked;
    looked.shares.resize(integrals_.units());
    std::uint32_t last = EdgeNumbers::none;
    geo::each_edge(region, [&](const geo::LonLat& from, const geo::LonLat& to) {
        const geo::Segment edge{from, to};
        ++looked.edges;
        std::uint32_t number = last == EdgeNumbers::none ? last : edges_[last].next;
        if (number == EdgeNumbers::none || !(known_[number] == edge)) {
            number = known_.find(edge);
            if (number != EdgeNumbers::none && last != EdgeNumbers::none) { looked.turns.emplace_back(last, number); }
        }
        last = number;
        if (number == EdgeNumbers::none) {
            looked.fresh.push_back(edge);
        } else {
            add(number, looked.shares);
            looked.hash += edges_[number].hash;
        }
    });
    return looked;
}

std::vector<SquareKilometres> Meter::measure(Looked& looked) {
    edge_count_ += looked.edges;
    for (const auto& [edge, next] : looked.turns) { edges_[edge].next = next; }
    std::uint32_t last = EdgeNumbers::none;
    for (const geo::Segment& edge : looked.fresh) {
        const std::uint32_t number = number_of(edge);
        if (last != EdgeNumbers::none && known_[last].to == edge.from) { edges_[last].next = number; }
        add(number, looked.shares);
        looked.hash += edges_[number].hash;
        last = number;
    }
    std::vector<SquareKilometres> areas;
    for (const std::uint64_t share : looked.shares) {
        const double area = static_cast<double>(static_cast<std::int64_t>(share)) / by_km2;
        areas.emplace_back(std::abs(area) < nothing ? 0 : area);
    }
    return areas;
}

std::vector<SquareKilometres> Meter::unit_areas() const {
    std::vector<SquareKilometres> areas;
    for (const Region& region : regions_) { areas.push_back(geo::area_of(region)); }
    return areas;
}

}  // namespace layers::detail
