// SPDX-License-Identifier: MIT
#include "layers/model/detail/stencil.h"

#include "geo/measure.h"
#include "geo/overlay.h"

#include <algorithm>

namespace layers::detail {

namespace {

/// The sign tells on which side of the edge the position lies.
double side_of(const geo::LonLat& position, const geo::Segment& edge) {
    return (edge.to.lon - edge.from.lon) * (position.lat - edge.from.lat) -
           (edge.to.lat - edge.from.lat) * (position.lon - edge.from.lon);
}

bool touches(const geo::Bounds& box, const geo::Segment& edge) {
    if (!box.overlaps(geo::bounds_of(geo::Path{edge.from, edge.to}))) { return false; }
    const auto [least, most] =
        std::minmax({side_of({box.west, box.south}, edge), side_of({box.east, box.south}, edge),
                     side_of({box.east, box.north}, edge), side_of({box.west, box.north}, edge)});
    return least <= 0 && most >= 0;
}

}  // namespace

Stencil::Stencil(const geo::Region& region) : region_{region}, bounds_{geo::bounds_of(region)} {
    for (const geo::Ring* ring : geo::rings_of(region)) {
        for (std::size_t i = 1; i < ring->size(); ++i) { edges_.push_back({(*ring)[i - 1], (*ring)[i]}); }
    }
}

bool Stencil::may_cut(const geo::Bounds& box) const {
    return std::any_of(edges_.begin(), edges_.end(), [&box](const geo::Segment& edge) { return touches(box, edge); });
}

geo::SquareKilometres Stencil::area_in(const Cell& cell) {
    const geo::Bounds box = geo::bounds_of(cell.face->shape.shell);
    if (!box.overlaps(bounds_)) { return {}; }
    if (!may_cut(box)) { return geo::contains(region_, cell.face->inside) ? cell.area : geo::SquareKilometres{}; }
    ++overlaid_;
    return geo::area_of(geo::intersect(region_, {{cell.face->shape}}));
}

}  // namespace layers::detail
