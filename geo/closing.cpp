// SPDX-License-Identifier: MIT
#include "geo/closing.h"

#include "geo/adjacency.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "geo/segment_index.h"
#include "geo/setting.h"
#include "geo/sides.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <utility>

namespace geo {

namespace {

LonLat towards(const LonLat& from, const LonLat& to, double degrees_past) {
    const double lon = to.lon - from.lon, lat = to.lat - from.lat, length = std::hypot(lon, lat);
    if (length == 0) { return to; }
    return {to.lon + lon / length * degrees_past, to.lat + lat / length * degrees_past};
}

struct End {
    std::size_t path;
    bool at_back;
    bool done = false;
};

const LonLat& position_of(const std::vector<Path>& paths, const End& end) {
    return end.at_back ? paths[end.path].back() : paths[end.path].front();
}

/// Past the outline by a tenth of a metre, so that the cut is certain; what lies outside the region does not count.
constexpr double overshoot_degrees = 1e-6;
constexpr Kilometres on_the_outline{0.001};

/// Ends from which the line has to be led on. One that lies on the outline may be a hair inside it.
std::vector<End> ends_inside(const std::vector<Path>& paths, const Region& region,
                             const std::vector<Segment>& outline) {
    std::vector<End> ends;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        if (paths[i].size() < 2 || paths[i].front() == paths[i].back()) { continue; }
        for (const bool at_back : {false, true}) {
            const End end{i, at_back};
            const LonLat& position = position_of(paths, end);
            if (contains(region, position) || nearest_on(outline, position).distance < on_the_outline) {
                ends.push_back(end);
            }
        }
    }
    return ends;
}

/// The vertex before the end.
const LonLat& before_end(const std::vector<Path>& paths, const End& end) {
    const Path& path = paths[end.path];
    return end.at_back ? path[path.size() - 2] : path[1];
}

/// A corner that a path is given, after that one of its own.
struct Corner {
    std::size_t path, after;
    LonLat at;
};

/// Every leg of the open paths, and whose it is. An end on a closed path does not count as closed: the line has to go
/// on somewhere, and a pocket at its end is no border.
class Legs {
public:
    explicit Legs(const std::vector<Path>& paths) : index_{collect(paths)} {}

    /// Where the end lies on another path, within a metre of it.
    std::optional<Corner> touched_by(const End& end, const LonLat& at) const {
        const auto hit =
            index_.nearest(at, on_the_outline, [&](std::size_t leg) { return owners_[leg].first != end.path; });
        if (!hit) { return std::nullopt; }
        return Corner{owners_[hit->segment].first, owners_[hit->segment].second, at};
    }

private:
    std::vector<Segment> collect(const std::vector<Path>& paths) {
        std::vector<Segment> legs;
        for (std::size_t i = 0; i < paths.size(); ++i) {
            if (paths[i].size() < 2 || paths[i].front() == paths[i].back()) { continue; }
            for (std::size_t k = 1; k < paths[i].size(); ++k) {
                legs.push_back({paths[i][k - 1], paths[i][k]});
                owners_.emplace_back(i, k - 1);
            }
        }
        return legs;
    }

    std::vector<std::pair<std::size_t, std::size_t>> owners_;  ///< by leg: its path, and the corner that it begins at
    SegmentIndex index_;
};

/// Pieces that touch make one line. With a single end that touches none, it runs into a loop of its own, and would cut
/// out the loop and nothing else.
void refuse_noose(Sides& lines, const std::vector<Path>& paths, const std::vector<End>& ends,
                  const std::vector<std::size_t>& touching) {
    std::vector<std::size_t> free(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) { free[lines.set_of(i)] += 2 - touching[i]; }
    for (const End& end : ends) {
        if (!end.done || free[lines.set_of(end.path)] != 1) { continue; }
        throw Error{fmt::format("the line does not cut the country: it runs into a loop of its own at {}",
                                to_text(position_of(paths, end))),
                    "lead the line on to the border or coast, and draw pockets as polygons or closed lines"};
    }
}

/// Ends that lie on another piece of the line are closed. That piece goes through the end from then on, so that
/// rounding leaves no hair's breadth between the two.
void close_on_pieces(std::vector<End>& ends, const std::vector<Path>& paths, std::vector<Path>& result) {
    const Legs legs{paths};
    Sides lines{paths.size()};
    std::vector<std::size_t> touching(paths.size());
    std::vector<Corner> corners;
    for (End& end : ends) {
        const LonLat& at = position_of(paths, end);
        const std::optional<Corner> corner = legs.touched_by(end, at);
        if (!corner) { continue; }
        end.done = true;
        ++touching[end.path];
        lines.join(end.path, corner->path, false);
        const Path& other = paths[corner->path];
        if (!(other[corner->after] == at) && !(other[corner->after + 1] == at)) { corners.push_back(*corner); }
    }
    refuse_noose(lines, paths, ends, touching);
    std::stable_sort(corners.begin(), corners.end(), [&paths](const Corner& a, const Corner& b) {
        if (a.path != b.path || a.after != b.after) { return std::pair{a.path, a.after} > std::pair{b.path, b.after}; }
        const LonLat& from = paths[a.path][a.after];
        return distance(from, a.at) > distance(from, b.at);
    });
    for (const Corner& corner : corners) {  // the last first: what comes before keeps its number
        Path& path = result[corner.path];
        path.insert(path.begin() + static_cast<std::ptrdiff_t>(corner.after) + 1, corner.at);
    }
}

/// Where the path last was, on its way to the end, at least so far off; or where it is farthest off.
LonLat comes_from(const std::vector<Path>& paths, const End& end, Kilometres off) {
    Path path = paths[end.path];
    if (end.at_back) { std::reverse(path.begin(), path.end()); }
    LonLat farthest = path.front();
    Kilometres most;
    for (const LonLat& vertex : path) {
        const Kilometres length = distance(path.front(), vertex);
        if (length > most) {
            most = length;
            farthest = vertex;
        }
        if (length >= off) { break; }
    }
    return farthest;
}

/// Within 60° of the way that the path came: led on so, the line would turn back to the border that it came from and
/// cut nothing off but a wedge, while the gap that it ends at stays open.
bool turns_back(const std::vector<Path>& paths, const End& end, const LonLat& to, Kilometres gap) {
    constexpr double cosine_of_60_degrees = 0.5;
    const LonLat& at = position_of(paths, end);
    const LonLat from = comes_from(paths, end, gap);
    const double shrink = std::cos(at.lat * std::numbers::pi / 180);
    const double x1 = (from.lon - at.lon) * shrink, y1 = from.lat - at.lat;
    const double x2 = (to.lon - at.lon) * shrink, y2 = to.lat - at.lat;
    return x1 * x2 + y1 * y2 > cosine_of_60_degrees * std::hypot(x1, y1) * std::hypot(x2, y2);
}

End* nearest_other_end(std::vector<End>& ends, const End& self, const std::vector<Path>& paths, Kilometres& nearest) {
    End* found = nullptr;
    nearest = Kilometres{std::numeric_limits<double>::infinity()};
    for (End& other : ends) {
        if (other.path == self.path || other.done) { continue; }
        const Kilometres length = distance(position_of(paths, self), position_of(paths, other));
        if (length < nearest) {
            nearest = length;
            found = &other;
        }
    }
    return found;
}

[[noreturn]] void refuse_gap(const LonLat& from, const LonLat& to, Kilometres gap, bool joins, Kilometres tolerance) {
    throw Error{fmt::format("the line does not cut the country: it ends at {}, {:.1f} km short of {} at {}",
                            to_text(from), gap.value(), joins ? "its next piece" : "the border or coast", to_text(to)),
                fmt::format("lead the line on, or bridge wider gaps than {} with {}", to_text(tolerance),
                            setting("close", fmt::format("{:.0f}km", std::ceil(gap.value()))))};
}

[[noreturn]] void refuse_turning_back(const LonLat& from, const LonLat& to) {
    throw Error{fmt::format("the line does not cut the country: it ends inside it at {}, and the nearest border or "
                            "coast, at {}, lies back where it comes from",
                            to_text(from), to_text(to)),
                "lead the line on, to the border or coast that it is meant to reach"};
}

void lead_on(Path& path, bool at_back, const LonLat& to) {
    if (at_back) {
        path.push_back(to);
    } else {
        path.insert(path.begin(), to);
    }
}

}  // namespace

Closing close_onto_outline(const std::vector<Path>& paths, const Region& region, Kilometres tolerance) {
    Closing result{paths, {}};
    const std::vector<Segment> outline = shell_segments(region);  // outer rings only: a line may pass over a lake
    std::vector<End> ends = ends_inside(paths, region, outline);
    close_on_pieces(ends, paths, result.paths);
    for (End& end : ends) {
        if (end.done) { continue; }
        const LonLat from = position_of(paths, end);
        const LonLat on_outline = nearest_on(outline, from).point;
        Kilometres to_end;
        End* other = nearest_other_end(ends, end, paths, to_end);
        const Kilometres to_outline = distance(from, on_outline);
        const bool is_inland = to_outline >= on_the_outline;
        const bool goes_back = is_inland && turns_back(paths, end, on_outline, to_outline);
        const bool joins = other != nullptr && (goes_back || to_end < to_outline);
        const Kilometres gap = joins ? to_end : to_outline;
        const LonLat to = joins ? position_of(paths, *other) : on_outline;
        if (goes_back && !joins) { refuse_turning_back(from, to); }
        if (gap > tolerance) { refuse_gap(from, to, gap, joins, tolerance); }
        const LonLat& from_inside = is_inland ? from : before_end(paths, end);
        lead_on(result.paths[end.path], end.at_back, joins ? to : towards(from_inside, to, overshoot_degrees));
        if (gap > on_the_outline) {
            result.bridges.push_back({from, to, gap, joins ? "another piece of the line" : "the outline"});
        }
        end.done = true;
        if (joins) { other->done = true; }
    }
    return result;
}

}  // namespace geo
