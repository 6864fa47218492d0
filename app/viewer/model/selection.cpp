// SPDX-License-Identifier: MIT
#include "app/viewer/model/selection.h"

namespace app::viewer {

namespace {

/// Not in a zone that only a reading of the plan has.
bool lies_in(const Laid& laid, const std::string& zone, std::size_t plot) {
    for (std::size_t i = 0; i < laid.plan->zones.size(); ++i) {
        if (laid.plan->zones[i].id == zone) { return laid.on.drawn().zones[i][plot] != 0; }
    }
    return false;
}

}  // namespace

layers::PlotSet plots_of(const Selection& selection, const Sheet& sheet) {
    const Laid& laid = selection.of_b && sheet.b ? *sheet.b : *sheet.a;
    layers::PlotSet set(sheet.land.plots.size());
    for (std::size_t i = 0; i < set.size(); ++i) {
        const layers::Unit& unit = sheet.land.units.units[static_cast<std::size_t>(sheet.land.plots[i].unit)];
        bool is_in = selection.unit_code.empty() || unit.code == selection.unit_code;
        if (selection.status_class) { is_in = is_in && laid.on.drawn().class_at(i) == *selection.status_class; }
        if (selection.change && sheet.b) {
            is_in = is_in && sheet.a->on.drawn().class_at(i) == selection.change->first &&
                    sheet.b->on.drawn().class_at(i) == selection.change->second;
        }
        if (!selection.zone.empty()) { is_in = is_in && lies_in(laid, selection.zone, i); }
        set[i] = is_in ? 1 : 0;
    }
    return set;
}

Selection selection_at(std::size_t plot, const Sheet& sheet, bool of_b, bool difference) {
    Selection selection;
    selection.of_b = of_b;
    selection.unit_code = sheet.land.units.units[static_cast<std::size_t>(sheet.land.plots[plot].unit)].code;
    if (difference && sheet.b) {
        selection.change = {sheet.a->on.drawn().class_at(plot), sheet.b->on.drawn().class_at(plot)};
    } else {
        selection.status_class = (of_b && sheet.b ? *sheet.b : *sheet.a).on.drawn().class_at(plot);
    }
    return selection;
}

}  // namespace app::viewer
