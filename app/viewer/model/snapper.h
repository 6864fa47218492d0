// SPDX-License-Identifier: MIT
#pragma once

#include "geo/adjacency.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/overlay.h"
#include "layers/model/sketch.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app::viewer {

/// What the pointer is drawn to.
struct Snapped {
    enum class What { place, vertex, line, border };
    geo::LonLat position;  ///< exactly the place or vertex, so that shapes snapped to it share it
    What what = What::vertex;
    std::string words;  ///< "Kramatorsk", "corner", "line of contact 2025-12-24", "border of Donetsk"
};

/// Finds what lies near the pointer: the built-in places, the borders of a land's units and the front of its first
/// line. It keeps copies, and outlives the land. Distances are those of geo::nearest_on(). A query takes about
/// 10 µs, also among 60,000 segments: they lie in a grid.
class Snapper {
public:
    explicit Snapper(const layers::Overlay& land);

    /// A place within the distance comes first, then a vertex of line, border or the other shapes, then the nearest
    /// point of line or border; of each kind the nearest. Nothing if none is as near. Adds to `looked_at` how many
    /// segments it looked at.
    std::optional<Snapped> nearest(const geo::LonLat& at, geo::Kilometres within, const layers::Sketch& others = {},
                                   std::size_t* looked_at = nullptr) const;

private:
    struct Edge {
        geo::Segment segment;
        std::size_t source;
    };
    struct Source {
        Snapped::What what;
        std::string words;
    };
    struct Cell {
        int column, row;
    };

    void add(const geo::Path& path);  ///< as edges of the last source
    void index();
    std::size_t cell_number(int column, int row) const;
    Cell cell_of(const geo::LonLat& at) const;  ///< may lie outside of the grid
    template <class Visit>
    void visit_cell(int column, int row, const Visit& visit) const;

    /// Calls `visit` with edges, by and large from near to far, until all that lie within the distance that it returned
    /// last have been.
    template <class Visit>
    void visit_near(const geo::LonLat& at, geo::Kilometres within, const Visit& visit) const;

    std::vector<Source> sources_;
    std::vector<Edge> edges_;
    geo::Bounds bounds_;
    double cell_degrees_ = 1;
    int columns_ = 0, rows_ = 0;
    std::vector<std::uint32_t> first_, members_;  ///< members_[first_[cell]…first_[cell + 1]) are indices of edges
};

}  // namespace app::viewer
