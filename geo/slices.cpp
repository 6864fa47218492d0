// SPDX-License-Identifier: MIT
#include "geo/slices.h"

#include "geo/adjacency.h"
#include "geo/crossings.h"
#include "geo/measure.h"
#include "geo/partition.h"
#include "geo/segment_index.h"
#include "geo/shores.h"
#include "geo/sides.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace geo {

namespace {

/// A step from one face to another, over land or water, and the lines that it crosses.
struct Step {
    std::size_t from, to;
    std::vector<std::size_t> lines;
};

class Steps {
public:
    Steps(const std::vector<const Face*>& faces, const std::vector<Pieces>& lines)
        : neighbours_{adjacency(faces)}, joined_{faces.size()}, steps_(faces.size()) {
        std::vector<Segment> legs;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            for (const Path& path : lines[i]) {
                for (std::size_t k = 1; k < path.size(); ++k) {
                    legs.push_back({path[k - 1], path[k]});
                    line_of_leg_.push_back(i);
                }
            }
            each_.emplace_back(lines[i]);
        }
        over_land(SegmentIndex{std::move(legs)});
        over_water(shores_of(neighbours_));
    }

    /// By face: the lines that lie between it and the first one.
    std::vector<std::set<std::size_t>> crossed_from(std::size_t first) const {
        std::vector<std::set<std::size_t>> crossed(steps_.size());
        std::vector<char> seen(steps_.size());
        std::vector<std::size_t> waiting{first};
        seen[first] = 1;
        while (!waiting.empty()) {
            const std::size_t face = waiting.back();
            waiting.pop_back();
            for (const Step& step : steps_[face]) {
                if (std::exchange(seen[step.to], 1) != 0) { continue; }
                crossed[step.to] = crossed[face];
                for (const std::size_t line : step.lines) {
                    if (crossed[step.to].erase(line) == 0) { crossed[step.to].insert(line); }
                }
                waiting.push_back(step.to);
            }
        }
        return crossed;
    }

private:
    void add(std::size_t from, std::size_t to, const std::vector<std::size_t>& lines) {
        joined_.join(from, to, false);
        steps_[from].push_back({from, to, lines});
        steps_[to].push_back({to, from, lines});
    }

    void over_land(const SegmentIndex& legs) {
        for (const SharedEdge& edge : neighbours_.shared) {
            if (joined_.set_of(edge.left) == joined_.set_of(edge.right)) { continue; }
            const LonLat middle{(edge.segment.from.lon + edge.segment.to.lon) / 2,
                                (edge.segment.from.lat + edge.segment.to.lat) / 2};
            const auto leg = legs.nearest(middle, Kilometres{1});
            if (leg) { add(edge.left, edge.right, {line_of_leg_[leg->segment]}); }
        }
    }

    void over_water(const std::vector<Shore>& shores) {
        std::vector<Crossing> ways = ways_across(shores);
        std::sort(ways.begin(), ways.end(), [](const Crossing& a, const Crossing& b) { return a.degrees < b.degrees; });
        for (const Crossing& way : ways) {
            const Shore &from = shores[way.from], &to = shores[way.to];
            if (joined_.set_of(from.face) == joined_.set_of(to.face)) { continue; }
            std::vector<std::size_t> crossed;
            for (std::size_t i = 0; i < each_.size(); ++i) {
                if (each_[i].odd(from.inland, to.inland)) { crossed.push_back(i); }
            }
            add(from.face, to.face, crossed);
        }
    }

    Adjacency neighbours_;
    Sides joined_;
    std::vector<std::vector<Step>> steps_;  ///< by face
    std::vector<std::size_t> line_of_leg_;
    std::vector<Crossings> each_;  ///< by line
};

std::size_t face_at(const std::vector<const Face*>& faces, const LonLat& seed) {
    std::size_t nearest = 0;
    Kilometres best{std::numeric_limits<double>::infinity()};
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (contains({{faces[i]->shape}}, seed)) { return i; }
        const Kilometres off = distance(faces[i]->inside, seed);
        if (off < best) {
            best = off;
            nearest = i;
        }
    }
    return nearest;
}

}  // namespace

std::optional<Nested> nested(const Region& region, const std::vector<Pieces>& lines, const LonLat& seed,
                             SquareKilometres least) {
    std::vector<Path> paths;
    for (const Pieces& line : lines) { paths.insert(paths.end(), line.begin(), line.end()); }
    const Partition parts = partition({{&region}}, paths);
    std::vector<const Face*> faces;
    for (const Face& face : parts.faces) {
        if (face.owners.front() != Face::none) { faces.push_back(&face); }
    }
    if (faces.empty()) { return std::nullopt; }
    const std::vector<std::set<std::size_t>> crossed = Steps{faces, lines}.crossed_from(face_at(faces, seed));
    std::map<std::pair<std::size_t, std::size_t>, SquareKilometres> beyond;
    for (std::size_t i = 0; i < faces.size(); ++i) {
        if (crossed[i].size() < 2) { continue; }
        beyond[{*crossed[i].begin(), *std::next(crossed[i].begin())}] += faces[i]->area;
    }
    std::optional<Nested> most;
    for (const auto& [pair, area] : beyond) {
        if (area > least && (!most || area > most->area)) { most = Nested{pair.first, pair.second, area}; }
    }
    return most;
}

}  // namespace geo
