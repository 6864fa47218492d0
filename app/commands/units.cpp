// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/commands/inputs.h"
#include "app/receipt/receipt.h"
#include "geo/measure.h"
#include "layers/language/language.h"
#include "layers/model/unit_facts.h"
#include "layers/report/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace app {

namespace {

namespace field = layers::field;

struct Options {
    Inputs inputs;
    Format format = Format::table;
};

report::Table data_of(const layers::Units& units, const std::vector<const layers::Field*>& fields) {
    std::vector<report::Column> columns;
    for (const layers::Field* of_unit : fields) { columns.push_back({of_unit}); }
    report::Table table{columns};
    for (const layers::Unit& unit : units.units) {
        std::vector<report::Entry> entries;
        for (const layers::Field* of_unit : fields) {
            entries.push_back(of_unit == &field::unit           ? report::Entry{unit.name}
                              : of_unit == &field::unit_code    ? report::Entry{unit.code}
                              : of_unit == &field::unit_uk      ? report::Entry{unit.name_uk}
                              : of_unit == &field::kind         ? report::Entry{unit.kind}
                              : of_unit == &field::upper_unit   ? report::entry_of(unit.upper)
                              : of_unit == &field::official_km2 ? report::entry_of(layers::official_area(unit.code))
                                                                : report::Entry{geo::area_of(unit.region)});
        }
        table.add(std::move(entries));
    }
    return table;
}

report::Records rows_of(const layers::Units& units) {
    return records_of(data_of(units, {&field::unit, &field::unit_code, &field::unit_uk, &field::kind,
                                      &field::upper_unit, &field::km2, &field::official_km2}));
}

std::string as_csv(const layers::Units& units) {
    return to_csv(data_of(units, {&field::unit, &field::unit_code, &field::unit_uk, &field::kind, &field::km2,
                                  &field::upper_unit, &field::official_km2}));
}

std::optional<geo::SquareKilometres> sum_of_official(const layers::Units& units) {
    std::vector<std::string> codes;
    for (const layers::Unit& unit : units.units) { codes.push_back(unit.code); }
    return layers::official_area(codes);
}

std::string as_table(const layers::Units& units, const Console& console) {
    const auto has = [&units](const std::string layers::Unit::*text) {
        return std::any_of(units.units.begin(), units.units.end(),
                           [text](const layers::Unit& unit) { return !(unit.*text).empty(); });
    };
    const bool official = std::any_of(units.units.begin(), units.units.end(), [](const layers::Unit& unit) {
        return layers::official_area(unit.code).has_value();
    });
    const bool ukrainian = has(&layers::Unit::name_uk), lower = has(&layers::Unit::upper);
    std::vector<report::Column> columns{{&field::unit}, {&field::unit_code}, {&field::km2, report::Shows::number}};
    if (official) {
        columns.push_back({&field::official_km2, report::Shows::number});
        columns.push_back({&field::difference_percent, report::Shows::number});
    }
    if (ukrainian) { columns.push_back({&field::unit_uk}); }
    if (lower) { columns.push_back({&field::upper_unit}); }
    report::Table table{columns};
    const auto row = [&](const std::string& name, const std::string& code, geo::SquareKilometres area,
                         const std::string& name_uk, const std::string& upper) {
        std::vector<report::Entry> entries{name, code, with_thousands(area.value(), 1)};
        if (official) {
            const auto there = code.empty() ? sum_of_official(units) : layers::official_area(code);
            entries.emplace_back(there ? with_thousands(there->value()) : "–");
            entries.emplace_back(there ? fmt::format("{:+.1f}", 100 * (area / *there - 1)) : "–");
        }
        if (ukrainian) { entries.emplace_back(name_uk); }
        if (lower) { entries.emplace_back(upper); }
        return entries;
    };
    for (const layers::Unit& unit : units.units) {
        table.add(row(tr(unit.name), unit.code, geo::area_of(unit.region), unit.name_uk, unit.upper));
    }
    table.add_total(row(tr("all"), "", geo::area_of(units.country()), "", ""));
    const std::string accuracy = units.source.accuracy.empty() ? "" : ", accuracy " + units.source.accuracy;
    const std::string basis =
        units.source.source + (units.source.date.empty() ? "" : ", " + units.source.date) + accuracy;
    return fmt::format(
        "{}\n{}; edges straight in longitude and latitude, WGS84\n{}", to_text(table, console.text_output()),
        one_line(basis),
        official
            ? tr("official areas: State Statistics, with inland water, bays and limans; % ours against them") + "\n"
            : "");
}

void note_overlaps(const layers::Units& units, Console& console) {
    constexpr geo::SquareKilometres worth_saying{0.5};
    geo::SquareKilometres sum;
    for (const layers::Unit& unit : units.units) { sum += geo::area_of(unit.region); }
    const geo::SquareKilometres covered = geo::area_of(units.country());
    if (sum - covered < worth_saying) { return; }
    console.note(fmt::format("units overlap: they sum to {} km² and cover {} km²", with_thousands(sum.value(), 1),
                             with_thousands(covered.value(), 1)));
}

void run(const Options& options, Console& console) {
    const layers::Units units = units_from(options.inputs);
    for (const geo::Note& note : units.notes) { console.note(note); }
    if (!units.fields.empty()) { console.note(units.fields); }
    note_overlaps(units, console);
    switch (options.format) {
        case Format::json:
            return console.print(
                to_json(with_receipt(rows_of(units), receipt_of(console, {options.inputs.units, "", {}}, {}))));
        case Format::csv:
            return console.print(as_csv(units));
        case Format::table:
            return console.print(as_table(units, console));
    }
}

}  // namespace

void add_units(Command cli, Console& console) {
    auto options = std::make_shared<Options>();
    const Command command = cli.add_subcommand("units", "The first-level units and their areas");
    add_unit_options(command, options->inputs);
    command.add_option("--crs", options->inputs.crs, "CRS of a file that does not say it").type_name("CRS");
    command.add_flag("--partial", options->inputs.partial, "read an answer that the server cut short all the same");
    command
        .add_option("--max-size", options->inputs.max_size,
                    "refuse input files larger than that once unpacked (default 2GB)")
        .type_name("SIZE");
    add_format_options(command, options->format);
    command.footer("example: demarc units --csv > units.csv");
    command.callback([options, &console] { run(*options, console); });
}

}  // namespace app
