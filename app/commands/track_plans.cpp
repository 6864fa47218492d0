// SPDX-License-Identifier: MIT
#include "app/commands/track_plans.h"

#include "layers/model/area_table.h"
#include "layers/model/assignment.h"
#include "layers/model/cutting.h"
#include "layers/report/plan_warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace app {

std::vector<report::PlanOnDay> plans_on(std::vector<layers::Day> days, const std::vector<layers::Plan>& plans,
                                        const layers::Units& units, const Inputs& inputs, Console& console) {
    std::vector<report::PlanOnDay> made;
    for (layers::Day& day : days) {
        std::vector<layers::Plan> standing = plans;
        for (layers::Plan& plan : standing) { layers::stand_on(plan, day.control.info.name); }
        std::vector<layers::Control> controls;
        controls.push_back(std::move(day.control));
        set_min_piece(inputs, controls.front());
        layers::add_lines_named(standing, units, controls);
        layers::Cuts cuts = layers::cuts_for(standing, true);
        cuts.interval = interval_from(inputs);
        cuts.fit = fit_from(inputs);
        const layers::Overlay land = layers::cut(units, std::move(controls), cuts);
        if (&day == &days.back()) {  // those of the other days are much alike
            for (const geo::Note& note : land.notes) {
                if (std::ranges::find(day.notes, note.text) != day.notes.end()) { continue; }
                console.note(fmt::format("{}: {}", day.file, option_words(note.text)));
            }
        }
        for (const layers::Plan& plan : standing) {
            if (!plan.is_builtin && &day == &days.back()) {
                for (const geo::Error& warning : report::warnings_on({plan, land})) { console.warn(warning); }
            }
            const layers::AreaTable table{plan, land, true};
            report::PlanOnDay on{day.date,     plan.name, plan.sides, table.rows, {}, layers::line_under(plan, land),
                                 land.interval};
            for (const layers::StatusClass& status : table.classes()) {
                on.totals.emplace_back(status, table.of(status));
            }
            made.push_back(std::move(on));
        }
    }
    return made;
}

}  // namespace app
