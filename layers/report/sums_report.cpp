// SPDX-License-Identifier: MIT
#include "layers/report/sums_report.h"

#include "layers/language/language.h"
#include "layers/model/assignment.h"
#include "layers/model/estimate_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/sums.h"
#include "layers/report/basis_words.h"
#include "layers/report/plan_records.h"
#include "layers/report/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace layers::report {

namespace {

double percent(geo::SquareKilometres part, geo::SquareKilometres whole) {
    return 100 * (part / whole);
}

Entry percent_of(const HolderShare& share, const std::optional<geo::SquareKilometres>& whole) {
    return whole ? Entry{percent(share.estimate.area, *whole)} : Entry{};
}

// --- JSON and CSV ----------------------------------------------------------------------------------------------------

Records share_records(const std::vector<HolderShare>& shares, bool of_groups, const Sides& sides) {
    Records records;
    for (const HolderShare& share : shares) {
        if (share.is_group != of_groups) { continue; }
        records.push_back(Record{}
                              .add(field::unit, share.unit)
                              .add(field::unit_code, entry_of(share.unit_code))
                              .add(field::holder, sides.holder(share.holder))
                              .add_estimate(share.estimate)
                              .add(field::unclear, share.estimate.unclear)
                              .add(field::percent_of_unit, percent_of(share, share.whole))
                              .add(field::official_km2, entry_of(share.official))
                              .add(field::percent_of_official, percent_of(share, share.official)));
    }
    return records;
}

Records front_records(const PlanOn& on) {
    Records records;
    for (const FrontLength& front : front_lengths(on)) {
        records.push_back(Record{}
                              .add(field::unit, front.unit)
                              .add(field::holder, on.plan->sides.holder(front.first))
                              .add(field::other_holder, on.plan->sides.holder(front.second))
                              .add(field::km, front.length));
    }
    return records;
}

Records zone_holder_records(const PlanOn& on) {
    Records records;
    for (const ZoneByHolder& row : zones_by_holder(on)) {
        records.push_back(Record{}
                              .add(field::id, row.zone->id)
                              .add(field::kind, id_of(row.zone->kind))
                              .add(field::unit, row.unit)
                              .add(field::unit_code, entry_of(row.unit_code))
                              .add(field::holder, on.plan->sides.holder(row.holder))
                              .add_estimate(row.estimate)
                              .add(field::unclear, row.estimate.unclear));
    }
    return records;
}

/// The entries of a row of CSV; what a list does not have is empty.
struct CsvRow {
    std::string layer, unit, unit_code;
    Entry zone{}, kind{};
    std::string holder;
    Entry other_holder{};
    std::optional<Estimate> estimate{};
    Entry percent_of_unit{}, percent_of_official{}, km{};
};

std::vector<CsvRow> csv_rows(const PlanOn& on) {
    const Sides& sides = on.plan->sides;
    std::vector<CsvRow> rows;
    for (const HolderShare& share : holder_shares(on)) {
        CsvRow row{share.is_group ? "group" : "unit", share.unit, share.unit_code, {}, {}, sides.holder(share.holder)};
        row.estimate = share.estimate;
        row.percent_of_unit = percent_of(share, share.whole);
        row.percent_of_official = percent_of(share, share.official);
        rows.push_back(std::move(row));
    }
    for (const FrontLength& front : front_lengths(on)) {
        CsvRow row{"front", front.unit, "", {}, {}, sides.holder(front.first), sides.holder(front.second)};
        row.km = front.length;
        rows.push_back(std::move(row));
    }
    for (const ZoneByHolder& zone : zones_by_holder(on)) {
        CsvRow row{"zone", zone.unit, zone.unit_code, zone.zone->id, id_of(zone.zone->kind), sides.holder(zone.holder)};
        row.estimate = zone.estimate;
        rows.push_back(std::move(row));
    }
    return rows;
}

// --- text ------------------------------------------------------------------------------------------------------------

std::string percent_words(double value) {
    return with_thousands(value, 2);
}

/// Units all of which stays with the first side say nothing here.
bool is_told(const HolderShare& share, const std::vector<HolderShare>& shares) {
    return std::any_of(shares.begin(), shares.end(), [&share](const HolderShare& other) {
        return other.unit == share.unit && other.holder != Holder::ukraine;
    });
}

Table share_table(const std::vector<HolderShare>& shares, bool of_groups, const Sides& sides) {
    Table table{{{&field::unit, Shows::words, of_groups ? tr("units together") : tr("unit")},
                 {&field::holder},
                 {&field::km2, Shows::estimate},
                 {&field::percent_of_unit, Shows::number},
                 {&field::official_km2, Shows::number},
                 {&field::percent_of_official, Shows::number}}};
    for (const HolderShare& share : shares) {
        if (share.is_group != of_groups || !is_told(share, shares)) { continue; }
        table.add({tr(share.unit), sides.in_words(share.holder), share.estimate,
                   percent_words(percent(share.estimate.area, share.whole)),
                   share.official ? with_thousands(share.official->value()) : "–",
                   share.official ? percent_words(percent(share.estimate.area, *share.official)) : "–"});
    }
    return table;
}

/// "Luhansk / Kharkiv" along a border: both in the reader's language.
std::string in_words(const std::string& units) {
    constexpr std::string_view between = " / ";
    const std::size_t at = units.find(between);
    if (at == std::string::npos) { return tr(units); }
    return tr(units.substr(0, at)) + std::string{between} + in_words(units.substr(at + between.size()));
}

Table front_table(const PlanOn& on) {
    Table table{{{&field::unit, Shows::words, tr("front between holders")},
                 {&field::holder},
                 {&field::other_holder},
                 {&field::km, Shows::number}}};
    geo::Kilometres sum;
    for (const FrontLength& front : front_lengths(on)) {
        table.add({in_words(front.unit), on.plan->sides.in_words(front.first), on.plan->sides.in_words(front.second),
                   with_thousands(front.length.value(), 1)});
        sum += front.length;
    }
    table.add_total({tr("all"), "", "", with_thousands(sum.value(), 1)});
    return table;
}

std::string zone_text(const PlanOn& on, const TextOutput& output) {
    const std::vector<ZoneByHolder> rows = zones_by_holder(on);
    if (rows.empty()) { return {}; }
    Table table{{{&field::zone}, {&field::kind}, {&field::unit}, {&field::holder}, {&field::km2, Shows::estimate}}};
    bool redrawn = false, lacking = false;
    for (const ZoneByHolder& row : rows) {
        table.add(
            {row.zone->id, in_words(row.zone->kind), tr(row.unit), on.plan->sides.in_words(row.holder), row.estimate});
        redrawn = redrawn || row.estimate.redrawn;
        lacking = lacking || (row.estimate.rests_on_strips && !row.estimate.line);
    }
    return "\n" + to_text(table, output) + (redrawn ? redrawn_words() + "\n" : "") +
           (lacking
                ? tr("a strip that two sides hold in one unit has no ± here; demarc areas has it for both together") +
                      "\n"
                : "");
}

}  // namespace

std::string sums_json(const std::vector<PlanOn>& plans, const Record& receipt) {
    Records list;
    for (const PlanOn& on : plans) {
        const std::vector<HolderShare> shares = holder_shares(on);
        list.push_back(Record{}
                           .add(field::plan, on.plan->name)
                           .add(field::title, on.plan->title)
                           .add(field::line, line_record(line_under(*on.plan, *on.land)))
                           .add(field::parameters, parameter_records(*on.plan))
                           .add(field::interval, interval_record(line_under(*on.plan, *on.land), *on.land))
                           .add(field::edges, "lonlat")
                           .add(field::ellipsoid, "WGS84")
                           .add(field::shares, share_records(shares, false, on.plan->sides))
                           .add(field::groups, share_records(shares, true, on.plan->sides))
                           .add(field::fronts, front_records(on))
                           .add(field::zones_by_holder, zone_holder_records(on))
                           .add(field::receipt, receipt));
    }
    return to_json(list);
}

std::string sums_csv(const std::vector<PlanOn>& plans) {
    Table table{{{&field::plan},
                 {&field::layer},
                 {&field::unit},
                 {&field::unit_code},
                 {&field::zone},
                 {&field::kind},
                 {&field::holder},
                 {&field::other_holder},
                 {&field::km2, Shows::interval},
                 {&field::km2, Shows::readings},
                 {&field::percent_of_unit},
                 {&field::percent_of_official},
                 {&field::km},
                 {&field::unclear},
                 {&field::line},
                 {&field::line_date}}};
    for (const PlanOn& on : plans) {
        const LineInfo& line = line_under(*on.plan, *on.land);
        for (CsvRow& row : csv_rows(on)) {
            const Entry estimate = entry_of(row.estimate);
            table.add({on.plan->name, row.layer, row.unit, entry_of(row.unit_code), row.zone, row.kind, row.holder,
                       row.other_holder, estimate, estimate, row.percent_of_unit, row.percent_of_official, row.km,
                       row.estimate ? Entry{row.estimate->unclear} : Entry{}, line.name, entry_of(line.date)});
        }
    }
    return to_csv(table);
}

std::string sums_text(const PlanOn& on, const TextOutput& output) {
    const Plan& plan = *on.plan;
    const std::vector<HolderShare> shares = holder_shares(on);
    std::string text = fmt::format("{}{}\n{}\n\n", output.painted(plan.name, "1"),
                                   plan.title.empty() ? "" : ": " + local_title(plan), basis_and_age(plan, *on.land));
    const std::string slivers = sliver_words(on.land->lines[on.land->line_index(plan.line)]);
    text += to_text(share_table(shares, false, plan.sides), output);
    const Table groups = share_table(shares, true, plan.sides);
    if (!groups.rows().empty()) { text += "\n" + to_text(groups, output); }
    text += "\n" + to_text(front_table(on), output) + zone_text(on, output) + "\n";
    const std::string interval = interval_words({&line_under(plan, *on.land)}, on.land->interval);
    const bool has_official =
        std::any_of(shares.begin(), shares.end(), [](const HolderShare& share) { return share.official; });
    const std::string& units = on.land->units.source.accuracy;
    return text + (interval.empty() ? "" : interval + "\n") + (slivers.empty() ? "" : slivers + "\n") +
           (has_official ? tr("official areas: State Statistics, with inland water, bays and limans") +
                               (units.empty() ? "" : "; " + tr("the units here: accuracy {}", units)) + "\n"
                         : "") +
           (line_under(plan, *on.land).kind == LineKind::contact
                ? tr("the front is as long as the line is drawn: a detailed front is longer") + "\n"
                : "") +
           tr("every figure is rounded by itself: sums may differ from their parts") + "\n";
}

}  // namespace layers::report
