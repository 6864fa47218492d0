// SPDX-License-Identifier: MIT
#include "app/viewer/model/snapper.h"

#include "geo/nearest.h"
#include "layers/language/language.h"
#include "layers/model/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::viewer {

using geo::Kilometres;
using geo::LonLat;

namespace {

constexpr double km_per_degree = 111.2;  // as geo::nearest_on() counts
constexpr double smallest_cell = 0.1;    // degrees
constexpr double most_cells = 1 << 16;
constexpr int farthest_cell = 1'000'000;

/// The nearest of what has been offered.
struct Best {
    Kilometres distance;
    std::optional<Snapped> found;

    void offer(const LonLat& position, Kilometres away, Snapped::What what, const std::string& words) {
        if (away > distance || (found && away == distance)) { return; }
        distance = away;
        found = Snapped{position, what, words};
    }
};

Kilometres flat_distance(const LonLat& a, const LonLat& b) {
    return geo::nearest_on({a, a}, b).distance;
}

}  // namespace

Snapper::Snapper(const layers::Overlay& land) {
    if (!land.lines.empty()) {
        const layers::LineInfo& info = land.control().info;
        sources_.push_back({Snapped::What::line, fmt::format("{} {}", words_of(info.kind), info.name)});
        for (const geo::Path& path : land.lines.front().front) { add(path); }
    }
    for (const layers::Unit& unit : land.units.units) {
        sources_.push_back({Snapped::What::border, layers::tr("border of {}", layers::tr(unit.name))});
        for (const geo::Ring* ring : geo::rings_of(unit.region)) { add(*ring); }
    }
    index();
}

void Snapper::add(const geo::Path& path) {
    for (std::size_t i = 1; i < path.size(); ++i) {
        edges_.push_back({{path[i - 1], path[i]}, sources_.size() - 1});
        bounds_.add(path[i - 1]);
        bounds_.add(path[i]);
    }
}

void Snapper::index() {
    if (bounds_.empty()) { return; }
    const double width = bounds_.east - bounds_.west, height = bounds_.north - bounds_.south;
    cell_degrees_ = std::max(smallest_cell, std::sqrt(width * height / most_cells));
    columns_ = static_cast<int>(width / cell_degrees_) + 1;
    rows_ = static_cast<int>(height / cell_degrees_) + 1;
    std::vector<std::vector<std::uint32_t>> cells(cell_number(0, rows_));
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        const geo::Bounds box = geo::bounds_of(geo::Path{edges_[i].segment.from, edges_[i].segment.to});
        const Cell low = cell_of({box.west, box.south}), high = cell_of({box.east, box.north});
        for (int row = low.row; row <= high.row; ++row) {
            for (int column = low.column; column <= high.column; ++column) {
                cells[cell_number(column, row)].push_back(static_cast<std::uint32_t>(i));
            }
        }
    }
    first_.push_back(0);
    for (const std::vector<std::uint32_t>& cell : cells) {
        members_.insert(members_.end(), cell.begin(), cell.end());
        first_.push_back(static_cast<std::uint32_t>(members_.size()));
    }
}

Snapper::Cell Snapper::cell_of(const LonLat& at) const {
    const auto number = [this](double degrees) {
        return static_cast<int>(std::clamp<double>(std::floor(degrees / cell_degrees_), -farthest_cell, farthest_cell));
    };
    return {number(at.lon - bounds_.west), number(at.lat - bounds_.south)};
}

std::size_t Snapper::cell_number(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
}

template <class Visit>
void Snapper::visit_cell(int column, int row, const Visit& visit) const {
    if (column < 0 || column >= columns_ || row < 0 || row >= rows_) { return; }
    const std::size_t cell = cell_number(column, row);
    for (std::uint32_t i = first_[cell]; i < first_[cell + 1]; ++i) { visit(edges_[members_[i]]); }
}

template <class Visit>
void Snapper::visit_near(const LonLat& at, Kilometres within, const Visit& visit) const {
    const auto [column, row] = cell_of(at);
    const double narrow_km = cell_degrees_ * km_per_degree * std::cos(at.lat * std::numbers::pi / 180);
    const int last = std::max({column, columns_ - 1 - column, row, rows_ - 1 - row});
    const auto visited = [&](const Edge& edge) { within = visit(edge); };
    for (int ring = 0; ring <= last && (ring - 1) * narrow_km <= within.value(); ++ring) {
        const int west = std::max(column - ring, -1), east = std::min(column + ring, columns_);
        for (int y = std::max(row - ring, 0); y <= std::min(row + ring, rows_ - 1); ++y) {
            if (y == row - ring || y == row + ring) {
                for (int x = west; x <= east; ++x) { visit_cell(x, y, visited); }
            } else {
                visit_cell(column - ring, y, visited);
                visit_cell(column + ring, y, visited);
            }
        }
    }
}

std::optional<Snapped> Snapper::nearest(const LonLat& at, Kilometres within, const layers::Sketch& others,
                                        std::size_t* looked_at) const {
    if (!std::isfinite(at.lon) || !std::isfinite(at.lat)) { return std::nullopt; }
    Best place{within, {}}, vertex{within, {}}, edge{within, {}};
    for (const layers::Place& known : layers::builtin_places()) {
        place.offer(known.position, flat_distance(known.position, at), Snapped::What::place,
                    layers::local_name(known.name, known.name_uk));
    }
    if (place.found) { return place.found; }
    const auto offer_vertex = [&](const LonLat& position) {
        vertex.offer(position, flat_distance(position, at), Snapped::What::vertex, layers::tr("corner"));
    };
    for (const layers::SketchShape& shape : others.shapes) {
        for (const LonLat& position : shape.vertices) { offer_vertex(position); }
    }
    visit_near(at, vertex.distance, [&](const Edge& candidate) {
        if (looked_at != nullptr) { ++*looked_at; }
        const geo::Nearest near = geo::nearest_on(candidate.segment, at);
        if (near.distance > vertex.distance) { return vertex.distance; }
        offer_vertex(candidate.segment.from);
        offer_vertex(candidate.segment.to);
        const Source& source = sources_[candidate.source];
        if (!vertex.found) { edge.offer(near.point, near.distance, source.what, source.words); }
        return vertex.distance;
    });
    return vertex.found ? vertex.found : edge.found;
}

}  // namespace app::viewer
