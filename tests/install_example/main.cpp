// SPDX-License-Identifier: MIT
// A program of somebody else's: it measures a polygon, and what a built-in plan would leave to whom.
#include "geo/measure.h"
#include "layers/model/area_table.h"
#include "layers/model/cutting.h"
#include "layers/plan_language/plan_file.h"

#include <iomanip>
#include <iostream>

int main() {
    const geo::Ring ring{{37, 48}, {38, 48}, {38, 49}, {37, 49}, {37, 48}};
    std::cout << std::fixed << std::setprecision(1) << "one degree by one: " << geo::area_of(ring).value() << " km²\n";

    const layers::Units units = layers::builtin_units();
    std::vector<layers::Plan> plans{layers::load_plan("us-28-point", units.units)};
    std::vector<layers::Control> lines = layers::lines_under(plans, {}, units);
    const layers::Overlay land = layers::cut(units, std::move(lines), layers::cuts_for(plans));
    const layers::AreaTable table{plans.front(), land};
    for (const layers::StatusClass& status_class : table.classes()) {
        const layers::StatusWords words = plans.front().sides.words(status_class);
        std::cout << words.status << ", " << words.holder << ": " << table.of(status_class).area.value() << " km²\n";
    }
    std::cout << "all land: " << table.total().value() << " km²\n";
}
