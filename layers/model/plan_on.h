// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace layers {

/// A plan on a land, assigned once for every way in which its lines may be off and for every reading. Tables,
/// comparisons, scenes, cards and sketches read it; plan and land outlive it.
struct PlanOn {
    const Plan* plan;
    const Overlay* land;
    std::vector<std::size_t> lines;     ///< that are moved
    std::vector<Assignment> moved;      ///< as drawn, then with the lines off by their accuracies: see shifts()
    std::vector<Assignment> readings;   ///< the smallest and the largest, or none
    std::vector<Assignment> contested;  ///< with contested land Ukraine's, then Russia's, or none

    PlanOn(const Plan& on, const Overlay& of);

    /// With other lines moved than the plan's own, for a comparison with a plan that has more.
    PlanOn(const Plan& on, const Overlay& of, std::vector<std::size_t> moving);

    const Assignment& drawn() const { return moved.front(); }

    /// With that line alone off by its accuracy, towards the first side or the second; as drawn for one that is not
    /// moved.
    enum class Towards { first, second };
    const Assignment& off(std::size_t line, Towards side) const;

private:
    std::map<std::size_t, std::array<Assignment, 2>> alone_;  ///< by line, where several move; as Towards counts
};

/// The ways in which its lines can be off, by index of PlanOn::moved: lines of one source are off alike, and never the
/// one to this side and the other to that.
std::vector<std::size_t> ways_off(const PlanOn& on);

/// The lines that either of them moves, ascending.
std::vector<std::size_t> lines_of_both(const PlanOn& a, const PlanOn& b);

/// The zones of two plans by id and kind, as indices into each plan's, or none: those of the first in their order, then
/// those that the second alone has.
struct ZonePair {
    std::optional<std::size_t> a, b;
};
std::vector<ZonePair> zone_pairs(const Plan& a, const Plan& b);

/// What land goes over where the front moves towards the first side: `key_of(cell, off)` is what a cell counts under
/// where the plans are as off() gives them, `go(from, to, edge, km)` takes what goes from one key to another by
/// kilometre. `off(plan_on)` gives the assignment of one of the plans.
template <class KeyOf, class Go>
void each_change(const std::vector<LineError::Edge>& edges, const KeyOf& key_of, const Go& go) {
    using Towards = PlanOn::Towards;
    for (const LineError::Edge& edge : edges) {
        const auto drawn = [](const PlanOn& on) -> const Assignment& { return on.drawn(); };
        const auto first = [&edge](const PlanOn& on) -> const Assignment& { return on.off(edge.line, Towards::first); };
        const auto second = [&edge](const PlanOn& on) -> const Assignment& {
            return on.off(edge.line, Towards::second);
        };
        // Towards the first side it takes land there, towards the second it leaves land there; a line does both.
        const auto change = [&](std::size_t cell, const auto& before, const auto& after) {
            const auto from = key_of(cell, before), to = key_of(cell, after);
            if (!(from == to)) { go(from, to, edge, edge.km / 2); }
        };
        change(edge.towards_first, drawn, first);
        change(edge.towards_second, second, drawn);
    }
}

/// The same as slopes of each key's sum: `add(key, edge, km)`.
template <class KeyOf, class Add>
void each_slope(const std::vector<LineError::Edge>& edges, const KeyOf& key_of, const Add& add) {
    each_change(edges, key_of, [&add](const auto& from, const auto& to, const LineError::Edge& edge, double km) {
        add(from, edge, -km);
        add(to, edge, km);
    });
}

}  // namespace layers
