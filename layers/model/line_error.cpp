// SPDX-License-Identifier: MIT
#include "layers/model/line_error.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "geo/segment_index.h"
#include "geo/setting.h"
#include "layers/model/overlay.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <string>

namespace layers {

namespace {

using geo::Kilometres;
using geo::SquareKilometres;

/// Errors farther apart than so many correlation lengths are independent to 0.2 %.
constexpr double farthest_correlated = 3.5;

/// A sum over pieces half as long as errors go together is the integral to better than 0.1 %.
constexpr double pieces_per_correlation = 2;

/// However small the correlation, a front has no more pieces: beyond, errors within a piece go together.
constexpr double most_pieces = 20000;

struct FlatOffset {
    double east_km, north_km;
};

/// Flat about the first position, good to 0.2 % within 50 km, as nearest_on() is.
FlatOffset offset(const geo::LonLat& from, const geo::LonLat& to) {
    const double shrink = std::cos((from.lat + to.lat) / 2 * std::numbers::pi / 180);
    return {geo::latitude_as_length((to.lon - from.lon) * shrink).value(),
            geo::latitude_as_length(to.lat - from.lat).value()};
}

double length_km(const geo::LonLat& from, const geo::LonLat& to) {
    const FlatOffset off = offset(from, to);
    return std::hypot(off.east_km, off.north_km);
}

geo::LonLat between(const geo::LonLat& from, const geo::LonLat& to, double part) {
    return {from.lon + (to.lon - from.lon) * part, from.lat + (to.lat - from.lat) * part};
}

/// Calls `see` with the ends of pieces of a segment that are no longer than that.
template <class See>
void in_pieces(const geo::LonLat& from, const geo::LonLat& to, double longest_km, const See& see) {
    const double length = length_km(from, to);
    const int count = std::max(1, static_cast<int>(std::ceil(length / longest_km)));
    for (int i = 0; i < count; ++i) {
        see(between(from, to, static_cast<double>(i) / count), between(from, to, (i + 1.0) / count), length / count);
    }
}

double piece_length(const FrontLine& line) {
    return std::max(correlation_of(line.control.info).value() / pieces_per_correlation,
                    line.length().value() / most_pieces);
}

/// Lines of one source are off by the same field, and the edges of contested land by that of their line.
std::vector<std::size_t> fields_of(const std::vector<FrontLine>& lines) {
    std::vector<std::size_t> fields(lines.size());
    std::map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string& source = lines[i].control.info.source;
        fields[i] = source.empty() ? i : known.emplace(source, i).first->second;
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto& beyond = lines[i].beyond_contested) { fields[*beyond] = fields[i]; }
    }
    return fields;
}

/// By line: the one whose accuracy moves it.
std::vector<std::size_t> movers_of(const std::vector<FrontLine>& lines) {
    std::vector<std::size_t> movers;
    for (std::size_t i = 0; i < lines.size(); ++i) { movers.push_back(i); }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (const auto& beyond = lines[i].beyond_contested) { movers[*beyond] = i; }
    }
    return movers;
}

bool can_move(const LineInfo& line) {
    return line.accuracy && *line.accuracy > Kilometres{0};
}

void refuse_correlation(const FrontLine& line) {
    const Kilometres correlation = correlation_of(line.control.info);
    if (correlation > Kilometres{0} && correlation <= line.length()) { return; }
    throw geo::Error{fmt::format("errors of the line {} cannot go together over {}", line.control.info.name,
                                 geo::to_text(correlation)),
                     fmt::format("give a length between nothing and the {:.0f} km of the line, such as {}",
                                 line.length().value(), geo::setting("correlation", "2 km")),
                     geo::Error::Kind::bad_usage};
}

/// How many edges of strips a cell lies away from the line.
std::size_t band_of(const FrontLine& line, Kilometres from_line) {
    const Kilometres off = geo::magnitude(from_line);
    return static_cast<std::size_t>(std::lower_bound(line.levels.begin(), line.levels.end(), off) -
                                    line.levels.begin());
}

}  // namespace

const char* id_of(IntervalKind kind) {
    return kind == IntervalKind::probable ? "90 %" : "worst";
}

Kilometres correlation_of(const LineInfo& line) {
    constexpr double where_nothing_is_said = 2.5;
    return line.correlation.value_or(line.accuracy.value_or(Kilometres{0}) * where_nothing_is_said);
}

LineError::LineError(const std::vector<FrontLine>& lines, const std::vector<Cell>& cells,
                     const std::vector<std::set<Kilometres>>& drawn) {
    const std::vector<std::size_t> fields = fields_of(lines), movers = movers_of(lines);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const FrontLine& line = lines[i];
        const LineInfo& info = lines[movers[i]].control.info;
        if (!can_move(info) || line.front.empty()) { continue; }
        refuse_correlation(lines[movers[i]]);
        const double longest = piece_length(lines[movers[i]]);
        std::vector<geo::Segment> pieces;
        const auto first = static_cast<std::uint32_t>(samples_.size());
        for (const geo::Path& path : line.front) {
            for (std::size_t k = 1; k < path.size(); ++k) {
                in_pieces(path[k - 1], path[k], longest, [&](const geo::LonLat& from, const geo::LonLat& to, double) {
                    pieces.push_back({from, to});
                    samples_.push_back({between(from, to, 0.5), info.accuracy->value() / accuracy_deviations,
                                        correlation_of(info).value(), fields[i]});
                });
            }
        }
        add_edges(line, i, movers[i], longest, first, geo::SegmentIndex{std::move(pieces)}, cells, drawn[i]);
    }
    add_covariances();
}

void LineError::add_edges(const FrontLine& front, std::size_t line, std::size_t mover, double longest_km,
                          std::uint32_t first_sample, const geo::SegmentIndex& pieces, const std::vector<Cell>& cells,
                          const std::set<Kilometres>& drawn) {
    // An edge between the bands `k` and `k + 1` is drawn at the distance of level k; the line itself parts the sides.
    std::vector<char> is_drawn;
    for (const Kilometres level : front.levels) { is_drawn.push_back(drawn.contains(level) ? 1 : 0); }
    const auto touches = [&](const Cell& cell) {
        const std::size_t band = band_of(front, cell.from_line[line]);
        return band == 0 || is_drawn[band - 1] != 0 || (band < is_drawn.size() && is_drawn[band] != 0);
    };
    std::vector<const geo::Face*> faces;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!touches(cells[i])) { continue; }
        faces.push_back(cells[i].face);
        numbers.push_back(i);
    }
    for (const geo::SharedEdge& edge : geo::adjacency(faces).shared) {
        std::size_t a = numbers[edge.left], b = numbers[edge.right];
        const Kilometres off_a = cells[a].from_line[line], off_b = cells[b].from_line[line];
        if (off_a == off_b) { continue; }
        if (off_a < off_b) { std::swap(a, b); }
        const bool is_strip = (off_a.value() < 0) == (off_b.value() < 0);
        in_pieces(edge.segment.from, edge.segment.to, longest_km,
                  [&](const geo::LonLat& from, const geo::LonLat& to, double length) {
                      constexpr Kilometres anywhere{1e5};
                      const geo::LonLat middle = between(from, to, 0.5);
                      const auto hit = pieces.nearest(middle, anywhere);
                      if (!hit) { return; }
                      edges_.push_back({middle, mover, first_sample + static_cast<std::uint32_t>(hit->segment), length,
                                        is_strip, a, b});
                  });
    }
}

void LineError::add_covariances() {
    covariances_.resize(samples_.size());
    double reach = 0;
    for (const Sample& sample : samples_) { reach = std::max(reach, sample.correlation_km * farthest_correlated); }
    // Sorted by latitude, only a window has to be looked at.
    std::vector<std::uint32_t> order(samples_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::sort(order.begin(), order.end(),
              [this](std::uint32_t a, std::uint32_t b) { return samples_[a].at.lat < samples_[b].at.lat; });
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Sample& a = samples_[order[k]];
        auto& near = covariances_[order[k]];
        near.emplace_back(order[k], a.deviation_km * a.deviation_km);
        for (std::size_t m = k + 1; m < order.size(); ++m) {
            const Sample& b = samples_[order[m]];
            const FlatOffset off = offset(a.at, b.at);
            if (off.north_km > reach) { break; }
            if (a.field != b.field || std::abs(off.east_km) > reach) { continue; }
            // Gibbs's covariance where the lengths differ: exp(-d²/2ℓ²) where they do not.
            const double squares = a.correlation_km * a.correlation_km + b.correlation_km * b.correlation_km;
            const double distance2 = off.east_km * off.east_km + off.north_km * off.north_km;
            if (distance2 > squares / 2 * farthest_correlated * farthest_correlated) { continue; }
            near.emplace_back(order[m], a.deviation_km * b.deviation_km *
                                            (2 * a.correlation_km * b.correlation_km / squares) *
                                            std::exp(-distance2 / squares));
        }
    }
}

void LineError::Slopes::add(const Edge& edge, double km) {
    by_sample.emplace_back(edge.sample, km);
    rest_on_strips = rest_on_strips || edge.is_strip;
}

void LineError::Slopes::add(const Slopes& other, double weight) {
    for (const auto& [sample, km] : other.by_sample) { by_sample.emplace_back(sample, km * weight); }
    rest_on_strips = rest_on_strips || other.rest_on_strips;
}

SquareKilometres LineError::deviation(const Slopes& slopes) const {
    std::vector<double> by_sample(samples_.size());
    for (const auto& [sample, slope] : slopes.by_sample) { by_sample[sample] += slope; }
    double variance = 0;
    for (std::size_t i = 0; i < by_sample.size(); ++i) {
        if (by_sample[i] == 0) { continue; }
        const auto& near = covariances_[i];
        double sum = by_sample[i] * near.front().second;
        for (std::size_t k = 1; k < near.size(); ++k) { sum += 2 * by_sample[near[k].first] * near[k].second; }
        variance += by_sample[i] * sum;
    }
    return SquareKilometres{std::sqrt(std::max(variance, 0.0))};
}

}  // namespace layers
