// SPDX-License-Identifier: MIT
#include "app/viewer/model/selection.h"

namespace app::viewer {

namespace {

/// Not in a zone that only a reading of the plan has.
bool lies_in(const PlanView& view, const std::string& zone, std::size_t cell) {
    for (std::size_t i = 0; i < view.plan->zones.size(); ++i) {
        if (view.plan->zones[i].id == zone) { return view.on.drawn().zones[i][cell] != 0; }
    }
    return false;
}

}  // namespace

layers::CellSet cells_of(const Selection& selection, const Result& result) {
    const PlanView& view = selection.of_b && result.b ? *result.b : *result.a;
    layers::CellSet set(result.land.cells.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
        const layers::Unit& unit = result.land.units.units[static_cast<std::size_t>(result.land.cells[i].unit)];
        bool is_in = selection.unit_code.empty() || unit.code == selection.unit_code;
        if (selection.status_class) { is_in = is_in && view.on.drawn().class_at(i) == *selection.status_class; }
        if (selection.change && result.b) {
            is_in = is_in && result.a->on.drawn().class_at(i) == selection.change->first &&
                    result.b->on.drawn().class_at(i) == selection.change->second;
        }
        if (!selection.zone.empty()) { is_in = is_in && lies_in(view, selection.zone, i); }
        set[i] = is_in ? 1 : 0;
    }
    return set;
}

Selection selection_at(std::size_t cell, const Result& result, bool of_b, bool difference) {
    Selection selection;
    selection.of_b = of_b;
    selection.unit_code = result.land.units.units[static_cast<std::size_t>(result.land.cells[cell].unit)].code;
    if (difference && result.b) {
        selection.change = {result.a->on.drawn().class_at(cell), result.b->on.drawn().class_at(cell)};
    } else {
        selection.status_class = (of_b && result.b ? *result.b : *result.a).on.drawn().class_at(cell);
    }
    return selection;
}

}  // namespace app::viewer
