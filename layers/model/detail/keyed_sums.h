// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/area_table.h"
#include "layers/model/plan_on.h"

#include <cstddef>
#include <map>
#include <vector>

namespace layers::detail {

/// Sums of cells by a key of any kind, in all the ways in which lines and readings may be, with the slopes for their
/// intervals. `key_of(cell, assignment)` is what a cell counts under.
template <class Key>
class KeyedSums {
public:
    template <class KeyOf>
    KeyedSums(const PlanOn& on, const KeyOf& key_of) : land_{on.land} {
        const auto add = [&](const std::vector<Assignment>& ways, std::vector<Areas>& to) {
            for (const Assignment& way : ways) {
                Areas& areas = to.emplace_back();
                for (std::size_t i = 0; i < land_->cells.size(); ++i) { areas[key_of(i, way)] += land_->cells[i].area; }
            }
        };
        add(on.moved, moved_);
        add(on.readings, readings_);
        add(on.contested, contested_);
        for (std::size_t i = 0; i < land_->cells.size(); ++i) {
            const Rule* rule = on.drawn().rule_at(i);
            if (rule != nullptr && !rule->provenance.unclear.empty()) { unclear_[key_of(i, on.drawn())] = true; }
        }
        each_slope(
            land_->line_error->edges(), [&](std::size_t cell, const auto& off) { return key_of(cell, off(on)); },
            [this](const Key& key, const LineError::Edge& edge, double km) { slopes_[key].add(edge, km); });
    }

    /// Of all that is wanted together; `whole` is the most that it can be.
    template <class Wanted>
    Estimate of(const Wanted& wanted, geo::SquareKilometres whole) const {
        const auto picked = [&wanted](const std::vector<Areas>& all) {
            std::vector<geo::SquareKilometres> sums;
            for (const Areas& areas : all) {
                geo::SquareKilometres& sum = sums.emplace_back();
                for (const auto& [key, area] : areas) {
                    if (wanted(key)) { sum += area; }
                }
            }
            return sums;
        };
        Estimate result = estimate_of(picked(moved_), picked(readings_), picked(contested_));
        for (const auto& [key, is] : unclear_) { result.unclear = result.unclear || wanted(key); }
        if (land_->interval == IntervalKind::worst) { return result; }
        LineError::Slopes all;
        for (const auto& [key, some] : slopes_) {
            if (wanted(key)) { all.add(some); }
        }
        result.line = probable_range(result.area, all, *land_->line_error, {geo::SquareKilometres{0}, whole});
        result.rests_on_strips = all.rest_on_strips;
        return result;
    }

private:
    using Areas = std::map<Key, geo::SquareKilometres>;
    const Overlay* land_;
    std::vector<Areas> moved_, readings_, contested_;
    std::map<Key, LineError::Slopes> slopes_;
    std::map<Key, bool> unclear_;
};

}  // namespace layers::detail
