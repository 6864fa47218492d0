// SPDX-License-Identifier: MIT
#include "layers/model/slivers.h"

#include "geo/nearest.h"
#include "geo/sides.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <utility>

namespace layers {

namespace {

using geo::Kilometres;

/// A strip is worth cutting off where it is so many times longer than the cuts at its ends.
constexpr double longer_than_cuts = 4;

/// And by that much; but where the held land also touches the outline, the strip may as well be a front that follows a
/// shore for a while, and has to be longer.
constexpr Kilometres worth_cutting{1}, along_a_shore{50};

constexpr Kilometres on_the_outline{0.001};

/// Past the outline by a tenth of a metre, so that the cut is certain.
constexpr double overshoot_degrees = 1e-6;

/// A corner of the held land's edge, and the outline across from it.
struct Corner {
    geo::LonLat at;
    Kilometres along;                     ///< from the chain's beginning
    std::optional<geo::LonLat> across{};  ///< nothing if the outline is farther than the reach
    Kilometres depth{};
};
using Chain = std::vector<Corner>;

/// Edges between held land and land that is no sliver yet, the held land to the left.
std::vector<geo::Segment> open_edges(const SidedLand& land, const std::vector<char>& is_sliver) {
    std::vector<geo::Segment> edges;
    for (const geo::SharedEdge& edge : land.neighbours.shared) {
        const Side left = land.faces[edge.left].side, right = land.faces[edge.right].side;
        if (left == right || left == Side::contested || right == Side::contested) { continue; }
        const bool held_left = left == Side::russia;
        if (is_sliver[held_left ? edge.right : edge.left] != 0) { continue; }
        edges.push_back(held_left ? edge.segment : geo::Segment{edge.segment.to, edge.segment.from});
    }
    return edges;
}

/// Outline of land that is no sliver yet and not held.
geo::SegmentIndex open_outline(const SidedLand& land, const std::vector<char>& is_sliver) {
    std::vector<geo::Segment> segments;
    for (std::size_t i = 0; i < land.neighbours.outline.size(); ++i) {
        const std::size_t face = land.neighbours.outline_faces[i];
        if (land.faces[face].side == Side::ukraine && is_sliver[face] == 0) {
            segments.push_back(land.neighbours.outline[i]);
        }
    }
    return geo::SegmentIndex{std::move(segments)};
}

/// The path with a corner at least every so often: a long straight edge may turn inland anywhere.
Chain measured(const geo::Path& path, const geo::SegmentIndex& outline, Kilometres reach) {
    const Kilometres step = reach * 0.1;
    Chain chain;
    Kilometres along;
    const auto add = [&](const geo::LonLat& at, Kilometres from_last) {
        along += from_last;
        Corner corner{at, along};
        if (const auto hit = outline.nearest(at, reach)) {
            corner.across = hit->point;
            corner.depth = hit->distance;
        }
        chain.push_back(corner);
    };
    add(path.front(), Kilometres{});
    for (std::size_t i = 1; i < path.size(); ++i) {
        const geo::LonLat &a = path[i - 1], &b = path[i];
        const Kilometres length = geo::nearest_on({b, b}, a).distance;
        const bool far = !chain.back().across && !outline.any_within(b, reach + length);
        const int parts = far ? 1 : std::max(1, static_cast<int>(std::ceil(length / step)));
        for (int part = 1; part < parts; ++part) {
            const double t = static_cast<double>(part) / parts;
            add({a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)}, length * (1.0 / parts));
        }
        add(b, length * (1.0 / parts));
    }
    return chain;
}

/// A closed chain begins where it is far from the outline, so that no strip runs over its beginning.
geo::Path begun_far_off(geo::Path path, const geo::SegmentIndex& outline, Kilometres reach) {
    if (!(path.front() == path.back())) { return path; }
    path.pop_back();
    const auto far =
        std::find_if(path.begin(), path.end(), [&](const geo::LonLat& at) { return !outline.any_within(at, reach); });
    if (far != path.end()) { std::rotate(path.begin(), far, path.end()); }
    path.push_back(path.front());
    return path;
}

/// Deeper places are no part of a strip: somebody left them out, such as a village at the border.
Kilometres deepest_of(const Chain& chain, std::size_t begin, std::size_t end) {
    constexpr Kilometres anyway{1};
    constexpr double times_the_usual = 3;
    std::vector<Kilometres> depths;
    for (std::size_t i = begin; i <= end; ++i) { depths.push_back(chain[i].depth); }
    const auto middle = depths.begin() + static_cast<std::ptrdiff_t>(depths.size() / 2);
    std::nth_element(depths.begin(), middle, depths.end());
    return std::max(anyway, *middle * times_the_usual);
}

struct Stretch {
    std::size_t begin, end;  ///< corners, both in it
};

bool touches_outline(const Chain& chain, std::size_t first, std::size_t last) {
    const auto begin = chain.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = chain.begin() + static_cast<std::ptrdiff_t>(last);
    return std::any_of(begin, end, [](const Corner& corner) { return corner.depth < on_the_outline; });
}

/// The stretch of chain[first, last) that is longest less the cuts at its ends.
std::optional<Stretch> longest_strip(const Chain& chain, std::size_t first, std::size_t last, Kilometres at_least) {
    std::optional<Stretch> best;
    Kilometres gain = at_least, least{std::numeric_limits<double>::infinity()};
    std::size_t least_at = first;
    for (std::size_t i = first; i < last; ++i) {
        const Kilometres cut = chain[i].depth * longer_than_cuts;
        if (chain[i].along - cut - least > gain) {
            gain = chain[i].along - cut - least;
            best = {least_at, i};
        }
        if (chain[i].along + cut < least) {
            least = chain[i].along + cut;
            least_at = i;
        }
    }
    return best;
}

/// Strips that are longer than the cuts at their ends by so much. Between deep places in the middle of one its parts
/// are still strips: somebody left a village out, and the coast before and behind it is drawn otherwise all the same.
void cut_strips(const Chain& chain, std::size_t first, std::size_t last, Kilometres at_least,
                std::vector<Corner>& cuts) {
    const std::optional<Stretch> strip = longest_strip(chain, first, last, at_least);
    if (!strip) { return; }
    const Kilometres deepest = deepest_of(chain, strip->begin, strip->end);
    const auto is_deep = [&](const Corner& corner) { return corner.depth > deepest; };
    const auto begin = chain.begin() + static_cast<std::ptrdiff_t>(strip->begin);
    const auto end = chain.begin() + static_cast<std::ptrdiff_t>(strip->end);
    if (const auto deep = std::find_if(begin, end, is_deep); deep != end) {
        const auto behind = std::find_if_not(deep, chain.begin() + static_cast<std::ptrdiff_t>(last), is_deep);
        cut_strips(chain, first, static_cast<std::size_t>(deep - chain.begin()), worth_cutting, cuts);
        cut_strips(chain, static_cast<std::size_t>(behind - chain.begin()), last, worth_cutting, cuts);
        return;
    }
    cuts.push_back(chain[strip->begin]);
    cuts.push_back(chain[strip->end]);
    cut_strips(chain, first, strip->begin, at_least, cuts);
    cut_strips(chain, strip->end + 1, last, at_least, cuts);
}

/// Corners that have the outline across from them: [first, last).
struct Run {
    const Chain* chain;
    std::size_t first, last;
    Kilometres at_least;  ///< see cut_strips()

    const Corner& begin() const { return (*chain)[first]; }
    const Corner& end() const { return (*chain)[last - 1]; }
    Kilometres length() const { return end().along - begin().along; }
};

std::vector<Run> runs_of(const std::vector<Chain>& chains) {
    std::vector<Run> runs;
    for (const Chain& chain : chains) {
        for (std::size_t first = 0; first < chain.size();) {
            std::size_t last = first;
            while (last < chain.size() && chain[last].across) { ++last; }
            if (last > first) {
                const bool follows_a_shore = touches_outline(chain, first, last);
                runs.push_back({&chain, first, last, follows_a_shore ? along_a_shore : worth_cutting});
            }
            first = last + 1;
        }
    }
    return runs;
}

/// Runs with a bay between them are one strip, of which all is worth cutting if it is long enough for a shore; however
/// the front runs in the bay, and whether it comes back from it.
void join_over_bays(std::vector<Run>& runs) {
    constexpr Kilometres a_bay{10};
    geo::Sides joined{runs.size()};
    for (std::size_t i = 0; i < runs.size(); ++i) {
        for (std::size_t k = 0; k < runs.size(); ++k) {
            const geo::LonLat &from = runs[i].end().at, &to = runs[k].begin().at;
            if (i != k && geo::nearest_on({to, to}, from).distance <= a_bay) { joined.join(i, k, false); }
        }
    }
    std::map<std::size_t, std::vector<Kilometres>> lengths;
    for (std::size_t i = 0; i < runs.size(); ++i) { lengths[joined.set_of(i)].push_back(runs[i].length()); }
    std::map<std::size_t, Kilometres> sums;
    for (auto& [strip, of] : lengths) {
        std::sort(of.begin(), of.end());  // the sum is then the same in whatever order they came
        for (const Kilometres length : of) { sums[strip] += length; }
    }
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (sums[joined.set_of(i)] >= along_a_shore) { runs[i].at_least = worth_cutting; }
    }
}

geo::Path across(const Corner& corner) {
    const double lon = corner.across->lon - corner.at.lon, lat = corner.across->lat - corner.at.lat;
    const double past = overshoot_degrees / std::hypot(lon, lat);
    return {{corner.at.lon - lon * past, corner.at.lat - lat * past},
            {corner.across->lon + lon * past, corner.across->lat + lat * past}};
}

}  // namespace

std::vector<geo::Path> gates(const SidedLand& land, const std::vector<std::size_t>& known, Kilometres reach) {
    std::vector<char> is_sliver(land.faces.size());
    for (const std::size_t face : known) { is_sliver[face] = 1; }
    const geo::SegmentIndex outline = open_outline(land, is_sliver);
    std::vector<Chain> chains;
    for (const geo::Path& path : geo::chained(open_edges(land, is_sliver))) {
        chains.push_back(measured(begun_far_off(path, outline, reach), outline, reach));
    }
    std::vector<Run> runs = runs_of(chains);
    join_over_bays(runs);
    std::vector<Corner> cuts;
    for (const Run& run : runs) { cut_strips(*run.chain, run.first, run.last, run.at_least, cuts); }
    std::vector<geo::Path> result;
    for (const Corner& corner : cuts) {
        if (corner.depth > on_the_outline) { result.push_back(across(corner)); }
    }
    return result;
}

}  // namespace layers
