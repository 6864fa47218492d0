// SPDX-License-Identifier: MIT
#include "layers/report/report_parts.h"

#include "layers/language/language.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"
#include "layers/report/areas_tables.h"
#include "layers/report/basis_words.h"
#include "layers/report/compare_tables.h"
#include "layers/report/people.h"
#include "layers/report/plan_tables.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::report {

namespace {

/// What the zones of a table are, which has their ids.
std::vector<std::string> zone_titles(const Plan& plan) {
    std::vector<std::string> lines;
    const auto add = [&lines](const Plan& from) {
        for (const Zone& zone : from.zones) {
            std::string line = zone.id + ": " + zone.title;
            if (zone.title.empty() || std::find(lines.begin(), lines.end(), line) != lines.end()) { continue; }
            lines.push_back(std::move(line));
        }
    };
    add(plan);
    for (const Plan& reading : plan.readings) { add(reading); }
    return lines;
}

Document::Items sources_of(const Plan& plan) {
    Document::Items items;
    for (const auto& [key, source] : plan.sources) {
        items.items.push_back({fmt::format("{}: {}", key, words_of(source)), link_of(source), source.address});
    }
    return items;
}

}  // namespace

std::string title_of(const Plan& plan) {
    return plan.title.empty() ? plan.name : local_title(plan);
}

Document plan_part(const PlanAreas& areas, const Overlay& land, std::size_t number) {
    const Plan& plan = areas.plan;
    Document part;
    part.add(Document::Heading{title_of(plan), 2, fmt::format("plan-{}", number)});
    part.add_words(plan.text_status + (plan.date ? ", " + geo::to_text(plan.date) : ""), true);
    part.add_words(plan.summary);
    if (const std::string age = text_age_words({&plan}, line_under(plan, land)); !age.empty()) {
        part.add_words(age, true);
    }
    if (const std::string settings = settings_words(plan); !settings.empty()) {
        part.add_words(tr("set here: {}", settings));
    }
    part.add(Document::Figures{unit_table(areas, land), tr("Square kilometres by unit")});
    part.add(Document::Figures{meanings_table(areas), tr("What the words mean")});
    if (!areas.table.zones.empty()) {
        part.add(Document::Figures{zone_table(areas), tr("Zones")});
        part.add_items(zone_titles(plan));
    }
    part.add(Document::Figures{clause_table(plan), tr("Clause by clause")});
    if (const std::vector<std::string> lines = unclear_lines(plan); !lines.empty()) {
        part.add(Document::Heading{tr("Unclear or not drawn"), 3});
        part.add_items(lines);
    }
    part.add(Document::Heading{tr("Sources"), 3});
    part.add(sources_of(plan));
    return part;
}

Document change_part(const Compared& pair) {
    Document part;
    part.add(Document::Heading{fmt::format("{}: {} → {}", tr("What changes"), title_of(*pair.a), title_of(*pair.b)), 2,
                               "changes"});
    part.add_words(net_text(pair));
    for (Table& table : changes_tables(pair)) {
        const std::string caption = heading_of(table.columns().front());
        part.add(Document::Figures{std::move(table), caption});
    }
    if (Table places = places_table(pair); !places.rows().empty()) {
        part.add(Document::Figures{std::move(places), tr("Towns and people")});
        part.add_words(people_basis(), true);
    }
    return part;
}

Document method_part(const Overlay& land) {
    const LineInfo& line = land.control().info;
    std::vector<std::string> lines{line_words(line), edges_words(), tr("units: {}", land.units.source.source)};
    if (std::string interval = interval_words({&line}, land.interval); !interval.empty()) {
        lines.push_back(std::move(interval));
    }
    if (std::string slivers = sliver_words(land.lines.front()); !slivers.empty()) {
        lines.push_back(std::move(slivers));
    }
    lines.push_back(redrawn_words());
    lines.push_back(tr("(a–b) smallest and largest reading"));
    lines.push_back(unclear_words());
    lines.push_back(tr("every figure is rounded by itself: sums may differ from their parts by 1 km²"));
    Document part;
    part.add(Document::Heading{tr("Method"), 2, "method"});
    part.add_items(lines);
    return part;
}

}  // namespace layers::report
