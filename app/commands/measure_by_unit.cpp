// SPDX-License-Identifier: MIT
#include "app/commands/measure_by_unit.h"

#include "app/commands/inputs.h"
#include "app/receipt/receipt.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/language/language.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/sums.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/record.h"

#include <fmt/format.h>

#include <map>

namespace app {

namespace {

namespace field = layers::field;

struct Row {
    std::string feature, unit, unit_code, holder;
    layers::Estimate estimate;
};

/// What holds as things stand, with a zone for each feature that has land in the units.
layers::Plan plan_with(const std::vector<NamedRegion>& features, const layers::Units& units) {
    const geo::Region country = units.country();
    layers::Plan plan = layers::load_plan("as-held", units.units);
    for (std::size_t i = 0; i < features.size(); ++i) {
        if (geo::intersect(features[i].region, country).empty()) { continue; }
        layers::Zone zone;
        zone.id = fmt::format("{}", i);
        zone.where.kind = layers::AreaExpression::Kind::in_outline;
        zone.where.words = "in " + features[i].name;
        zone.where.outline.region = features[i].region;
        zone.where.outline.key = "feature " + zone.id;
        plan.zones.push_back(std::move(zone));
    }
    return plan;
}

std::vector<Row> rows_of(const std::vector<NamedRegion>& features, const layers::PlanOn& on) {
    std::map<std::string, std::vector<layers::ZoneByHolder>> by_zone;
    for (const layers::ZoneByHolder& row : layers::zones_by_holder(on)) { by_zone[row.zone->id].push_back(row); }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < features.size(); ++i) {
        geo::SquareKilometres rest = geo::area_of(features[i].region);
        for (const layers::ZoneByHolder& row : by_zone[fmt::format("{}", i)]) {
            rows.push_back(
                {features[i].name, row.unit, row.unit_code, on.plan->sides.holder(row.holder), row.estimate});
            rest -= row.estimate.area;
        }
        constexpr geo::SquareKilometres negligible{1e-6};
        if (rest > negligible) { rows.push_back({features[i].name, "in no unit", "", "", {rest, {}, {}}}); }
    }
    return rows;
}

}  // namespace

void print_by_unit(const std::string& file, const std::vector<NamedRegion>& features, const std::string& line,
                   const std::string& control, Format format, Console& console) {
    Inputs inputs;
    inputs.line = line;
    inputs.control = control;
    layers::Units units = layers::builtin_units();
    std::vector<layers::Plan> plans{plan_with(features, units)};
    const layers::Overlay land = land_for(plans, inputs, std::move(units), console);
    const std::vector<Row> rows = rows_of(features, {plans.front(), land});
    const layers::LineInfo& info = land.control().info;
    const bool is_text = format == Format::table;
    std::vector<report::Column> columns{{&field::feature},
                                        {&field::unit},
                                        {&field::unit_code},
                                        {&field::holder},
                                        {&field::km2, is_text ? report::Shows::estimate : report::Shows::interval}};
    if (!is_text) { columns.insert(columns.end(), {{&field::line}, {&field::line_date}}); }
    report::Table table{columns};
    for (const Row& row : rows) {
        std::vector<report::Entry> entries{row.feature, row.unit, report::entry_of(row.unit_code),
                                           report::entry_of(row.holder), row.estimate};
        if (!is_text) { entries.insert(entries.end(), {info.name, report::entry_of(info.date)}); }
        table.add(std::move(entries));
    }
    if (format == Format::csv) { return console.print(to_csv(table)); }
    if (format == Format::json) {
        InputNames names = input_names(inputs, land);
        names.lines.push_back(file);
        return console.print(to_json(with_receipt(records_of(table), receipt_of(console, names, {}))));
    }
    const std::string interval = layers::interval_words({&info}, land.interval);
    if (rows.size() > 1) {  // the sum of the rows, never a second measurement
        geo::SquareKilometres sum;
        for (const Row& row : rows) { sum += row.estimate.area; }
        table.add_total({layers::tr("all"), "", "", "", layers::Estimate{sum, {}, {}}});
    }
    console.print(fmt::format("{}\n{}\n{}{}", to_text(table, console.text_output()), layers::line_words(info), interval,
                              interval.empty() ? "" : "\n"));
}

}  // namespace app
