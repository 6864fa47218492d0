// SPDX-License-Identifier: MIT
#include "layers/map/dissolve.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace layers {

namespace {

using Edge = SceneLand::Edge;

/// An edge of which the two sides are of different groups, seen from one of its ends.
struct Arm {
    std::uint32_t edge = 0;
    bool backwards = false;  ///< the end is the edge's last point
};

class ArcMaker {
public:
    ArcMaker(const SceneLand& on_map, const Grouping& groups) : on_map_{on_map}, groups_{groups} {
        std::vector<std::uint32_t> count(on_map.points.size() + 1);
        const auto each = [&](const auto& visit) {
            for (std::uint32_t i = 0; i < on_map_.edges.size(); ++i) {
                const Edge& edge = on_map_.edges[i];
                if (group_of(edge.left) == group_of(edge.right) || edge.from == edge.to) { continue; }
                visit(edge.from, Arm{i, false});
                visit(edge.to, Arm{i, true});
            }
        };
        each([&count](std::uint32_t point, Arm) { ++count[point + 1]; });
        for (std::size_t i = 1; i < count.size(); ++i) { count[i] += count[i - 1]; }
        first_ = count;
        arms_.resize(count.back());
        each([&](std::uint32_t point, Arm arm) { arms_[count[point]++] = arm; });
        used_.resize(on_map.edges.size());
    }

    std::vector<SceneArc> run() {
        for (std::uint32_t point = 0; point + 1 < first_.size(); ++point) {
            if (is_node(point)) { follow_all_from(point); }
        }
        for (std::uint32_t point = 0; point + 1 < first_.size(); ++point) { follow_all_from(point); }  // closed ones
        return std::move(arcs_);
    }

private:
    std::uint32_t group_of(std::uint32_t cell) const { return cell == Edge::outside ? Edge::outside : groups_[cell]; }

    /// The groups to the left and to the right of whoever leaves by that arm.
    std::pair<std::uint32_t, std::uint32_t> sides(Arm arm) const {
        const Edge& edge = on_map_.edges[arm.edge];
        const std::pair both{group_of(edge.left), group_of(edge.right)};
        return arm.backwards ? std::pair{both.second, both.first} : both;
    }

    bool is_node(std::uint32_t point) const {
        const std::uint32_t begin = first_[point], count = first_[point + 1] - begin;
        if (count != 2) { return count > 0; }
        const auto one = sides(arms_[begin]), other = sides(arms_[begin + 1]);
        return one.first != other.second || one.second != other.first;
    }

    void follow_all_from(std::uint32_t point) {
        for (std::uint32_t i = first_[point]; i < first_[point + 1]; ++i) {
            if (used_[arms_[i].edge] == 0) { follow(point, arms_[i]); }
        }
    }

    void follow(std::uint32_t start, Arm arm) {
        const auto [left, right] = sides(arm);
        SceneArc arc{left, right, start, start, {on_map_.points[start]}};
        for (std::uint32_t at = start;;) {
            const Edge& edge = on_map_.edges[arm.edge];
            used_[arm.edge] = 1;
            at = arm.backwards ? edge.from : edge.to;
            arc.points.push_back(on_map_.points[at]);
            arc.to = at;
            if (at == start || is_node(at)) { break; }
            const Arm one = arms_[first_[at]], other = arms_[first_[at] + 1];
            arm = one.edge == arm.edge ? other : one;
        }
        arcs_.push_back(std::move(arc));
    }

    const SceneLand& on_map_;
    const Grouping& groups_;
    std::vector<std::uint32_t> first_;  ///< by point: its first arm
    std::vector<Arm> arms_;
    std::vector<char> used_;  ///< by edge
    std::vector<SceneArc> arcs_;
};

double angle(ScenePoint from, ScenePoint to) {
    return std::atan2(double{to.y_m} - from.y_m, double{to.x_m} - from.x_m);
}

std::uint32_t begin_of(const ArcUse& use, const std::vector<SceneArc>& arcs) {
    return use.backwards ? arcs[use.arc].to : arcs[use.arc].from;
}

std::uint32_t end_of(const ArcUse& use, const std::vector<SceneArc>& arcs) {
    return begin_of({use.arc, !use.backwards}, arcs);
}

/// In which direction it leaves its beginning, towards the first point that lies elsewhere once rounded.
double leaving(const ArcUse& use, const std::vector<SceneArc>& arcs) {
    const ScenePath& points = arcs[use.arc].points;
    const auto at = [&](std::size_t i) { return points[use.backwards ? points.size() - 1 - i : i]; };
    std::size_t next = 1;
    while (next + 1 < points.size() && at(next) == at(0)) { ++next; }
    return angle(at(0), at(next));
}

double arriving(const ArcUse& use, const std::vector<SceneArc>& arcs) {
    return leaving({use.arc, !use.backwards}, arcs) + std::numbers::pi;
}

/// A ring that comes to one node twice is two that touch there: whatever lies between is cut out as one of its own.
void add_parts(const ArcRing& ring, const std::vector<SceneArc>& arcs, std::vector<ArcRing>& rings) {
    ArcRing open;
    for (const ArcUse& use : ring) {
        open.push_back(use);
        const auto same = [&](const ArcUse& other) { return begin_of(other, arcs) == end_of(use, arcs); };
        const auto first = std::find_if(open.begin(), open.end(), same);
        if (first == open.end()) { continue; }
        rings.emplace_back(first, open.end());
        open.erase(first, open.end());
    }
}

}  // namespace

std::vector<SceneArc> arcs_between(const SceneLand& on_map, const Grouping& groups) {
    return ArcMaker{on_map, groups}.run();
}

/// With the group to its left, a ring that comes to a node goes on by the first of the group's arcs clockwise from
/// where it came: what lies between the two is the group's land.
std::vector<ArcRing> rings_of(std::uint32_t group, const std::vector<SceneArc>& arcs) {
    std::multimap<std::uint32_t, ArcUse> from;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        for (const bool backwards : {false, true}) {
            const ArcUse use{i, backwards};
            if ((backwards ? arcs[i].right : arcs[i].left) == group) { from.emplace(begin_of(use, arcs), use); }
        }
    }
    std::vector<ArcRing> rings;
    while (!from.empty()) {
        ArcRing ring{from.begin()->second};
        from.erase(from.begin());
        while (end_of(ring.back(), arcs) != begin_of(ring.front(), arcs)) {
            const double back = arriving(ring.back(), arcs) + std::numbers::pi;
            const auto [begin, end] = from.equal_range(end_of(ring.back(), arcs));
            if (begin == end) { break; }  // cannot be: as many arcs leave a node with the group to their left as come
            const auto turn = [&](const auto& entry) {
                const double clockwise = back - leaving(entry.second, arcs), full = 2 * std::numbers::pi;
                return clockwise - std::floor(clockwise / full) * full;
            };
            const auto next =
                std::min_element(begin, end, [&](const auto& a, const auto& b) { return turn(a) < turn(b); });
            ring.push_back(next->second);
            from.erase(next);
        }
        add_parts(ring, arcs, rings);
    }
    return rings;
}

ScenePath points_of(const ArcRing& ring, const std::vector<SceneArc>& arcs) {
    ScenePath points;
    for (const ArcUse& use : ring) {
        const ScenePath& arc = arcs[use.arc].points;
        if (use.backwards) {
            points.insert(points.end(), arc.rbegin(), arc.rend() - 1);
        } else {
            points.insert(points.end(), arc.begin(), arc.end() - 1);
        }
    }
    return points;
}

}  // namespace layers
