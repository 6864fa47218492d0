// SPDX-License-Identifier: MIT
#include "layers/report/plan_warnings.h"

#include "geo/setting.h"

#include "layers/model/assignment.h"
#include "layers/model/contradiction.h"
#include "layers/model/estimate_words.h"
#include "layers/model/idle_rules.h"
#include "layers/model/words.h"

#include <fmt/format.h>

namespace layers::report {

namespace {

geo::Error warning_of(const Contradiction& found, const Plan& plan, const Overlay& land) {
    const Sides& sides = plan.sides;
    const Status status = found.rule->status_class.status;
    const Side said = found.holds == Side::russia ? Side::ukraine : Side::russia;
    const LineInfo& line = line_under(plan, land);
    const std::string when =
        line.date ? "on the day of the line, " + geo::to_text(line.date) : "on the line " + line.name;
    const std::string problem =
        fmt::format("\"{}\" ({}) of {} km² that {} {} {}{}", sides.meaning(status), sides.status(status),
                    area_text({found.area, {}, {}}), sides.name(found.holds),
                    status == Status::ua_regained ? "already holds" : "holds", when,
                    found.reading == Reading::base ? "" : fmt::format(", in the {} reading", id_of(found.reading)));
    return geo::Error{problem,
                      fmt::format("if that is not meant, add \"held_by: {}\" to its where, or a rule above it for "
                                  "what {} holds",
                                  sides.name(said), sides.name(found.holds))}
        .at(found.rule->place);
}

geo::Error warning_of(const IdleRule& idle) {
    const auto warning = [&idle](const char* why, const std::string& remedy) {
        return geo::Error{fmt::format("this rule decides nothing: {}", why), remedy}.at(idle.rule->place);
    };
    switch (idle.why) {
        case IdleRule::Why::nothing_is_contested:
            return warning("no land is contested on this line",
                           "name a file that has some with " + geo::setting("control", "FILE") + ", and which with " +
                               geo::setting("contested", "WHERE"));
        case IdleRule::Why::matches_nothing:
            return warning("it matches no land: its conditions exclude one another, or the line leaves none",
                           "mend its conditions, or take it out");
        default:
            return warning("the rules before it decide all its land", "move it up, or take it out");
    }
}

}  // namespace

std::vector<geo::Error> warnings_on(const PlanOn& on) {
    const Plan& plan = *on.plan;
    std::vector<geo::Error> warnings;
    if (plan.is_builtin) { return warnings; }
    for (const IdleRule& idle : idle_rules(on)) {
        if (idle.rule->place.file != plan.file) { continue; }  // overridden: what extending is for
        warnings.push_back(warning_of(idle));
    }
    for (const Zone* zone : empty_zones(on)) {
        warnings.push_back(
            geo::Error{fmt::format("the zone \"{}\" covers no land", zone->id), "its conditions exclude one another"}
                .at(zone->place));
    }
    for (const Contradiction& found : contradictions(on)) { warnings.push_back(warning_of(found, plan, *on.land)); }
    return warnings;
}

}  // namespace layers::report
