// SPDX-License-Identifier: MIT
#include "layers/language/language.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"
#include "layers/report/basis_words.h"
#include "layers/report/compare_places.h"
#include "layers/report/compare_report.h"
#include "layers/report/compare_tables.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace layers::report {

namespace {

/// What stands in the matrix: as drawn, with what the text leaves open of it.
Estimate as_drawn(const Estimate& estimate) {
    Estimate drawn{estimate.area, {}, {}};
    drawn.unclear = estimate.unclear;
    drawn.open = estimate.open;
    return drawn;
}

void add(const Estimate& part, Estimate& sum) {
    sum.area += part.area;
    if (!part.unclear) { return; }
    sum.unclear = true;
    sum.open = sum.open.value_or(geo::SquareKilometres{}) + part.open.value_or(part.area);
}

/// Every figure rounded by itself: rows and columns may be off by one.
Table matrix_table(const Compared& pair) {
    const Comparison& comparison = pair.comparison;
    const std::vector<StatusClass> from = comparison.classes_from(), to = comparison.classes_to();
    std::vector<Column> columns{{&field::from, Shows::words, tr("km², from ↓ to →")}};
    for (const StatusClass& status_class : to) {
        columns.push_back({&field::km2, Shows::area, class_words(status_class, to, pair.b->sides)});
    }
    columns.push_back({&field::km2, Shows::area, tr("all")});
    Table table{columns};
    std::vector<Estimate> sums(to.size());
    for (const StatusClass& row : from) {
        std::vector<Entry> entries{class_words(row, from, pair.a->sides)};
        Estimate sum;
        for (std::size_t i = 0; i < to.size(); ++i) {
            const Estimate one = as_drawn(comparison.of(row, to[i]));
            entries.emplace_back(one);
            add(one, sum);
            add(one, sums[i]);
        }
        entries.emplace_back(sum);
        table.add(std::move(entries));
    }
    std::vector<Entry> all{tr("all")};
    for (const Estimate& sum : sums) { all.emplace_back(sum); }
    all.emplace_back(Estimate{comparison.total(), {}, {}});
    table.add_total(std::move(all));
    return table;
}

/// Changes of one kind, each in all and unit by unit; empty where there are none.
Table changes_table(const Compared& pair, Change kind, const std::string& heading) {
    Table table{{{&field::change, Shows::words, heading},
                 {&field::unit},
                 {&field::km2, Shows::area},
                 {&field::tolerance, Shows::tolerance}}};
    std::string last;
    for (const Transfer& transfer : pair.comparison.matrix) {
        if (change_of(transfer.from, transfer.to) != kind) { continue; }
        const std::string change = transfer_words(transfer.from, transfer.to, pair);
        if (change != last) {
            const Estimate all = pair.comparison.of(transfer.from, transfer.to);
            table.add_total({change, tr("all"), all, all});
        }
        table.add({"", tr(transfer.unit), transfer.estimate, transfer.estimate});
        last = change;
    }
    return table;
}

}  // namespace

std::vector<Table> changes_tables(const Compared& pair) {
    std::vector<Table> tables{
        changes_table(pair, Change::hands, are_two_texts(pair) ? tr("goes to the other side") : tr("changes hands")),
        changes_table(pair, Change::open, tr("is left open by one of them")),
        changes_table(pair, Change::status, tr("changes its status alone"))};
    std::erase_if(tables, [](const Table& table) { return table.rows().empty(); });
    return tables;
}

namespace {

std::string changes_text(const Compared& pair, const TextOutput& output) {
    std::string text;
    for (const Table& table : changes_tables(pair)) { text += "\n" + to_text(table, output); }
    return text.empty() ? "\n" + tr("no land changes its holder or status") + "\n" : text;
}

std::string with_sign(geo::SquareKilometres area) {
    const double rounded = std::round(area.value());
    return (rounded == 0 ? "" : rounded < 0 ? "−" : "+") + with_thousands(std::abs(rounded));
}

}  // namespace

std::string net_words(const Estimate& net) {
    std::string words = with_sign(net.area) + open_mark(net);
    if (net.readings || net.contested) {
        const Range none{net.area, net.area}, read = net.readings.value_or(none), held = net.contested.value_or(none);
        const auto [low, high] = std::minmax({read.least, read.most, held.least, held.most});
        words += " " + tr("({} to {})", with_sign(low), with_sign(high));
    }
    if (net.redrawn && net.line) {  // about the middle of the draws, which has a sign
        return fmt::format("{} ~{} ±{}", words, with_sign(*net.redrawn),
                           with_thousands(std::ceil((net.line->most - *net.redrawn).value())));
    }
    const std::string off = tolerance(net);
    return off.empty() ? words : words + " " + off;
}

std::string net_text(const Compared& pair) {
    std::vector<std::string> parts;
    for (const HolderTerm& term : holders()) {
        if (term.holder == Holder::undecided) { continue; }  // what is left open is nobody's gain: a table has it
        const Estimate net = pair.net(term.holder);
        const bool is_nothing =
            std::round(net.area.value()) == 0 && tolerance(net).empty() && !net.readings && !net.contested;
        if (is_nothing) { continue; }
        parts.push_back(tr("{} {} km²", pair.a->sides.in_words(term.holder), net_words(net)));
    }
    return parts.empty() ? "" : tr("net: {}", fmt::format("{}", fmt::join(parts, ", ")));
}

namespace {

/// The largest by name, and how many more there are.
std::string words_of(std::vector<const Place*> places, const TextOutput& output) {
    constexpr std::size_t most = 40;
    const std::size_t count = places.size();
    std::stable_sort(places.begin(), places.end(), [](const Place* a, const Place* b) {
        return a->population.value_or(0) > b->population.value_or(0);
    });
    if (count > most) { places.resize(most); }
    std::vector<std::string> names;
    for (const Place* place : places) { names.push_back(local_name(place->name, place->name_uk)); }
    const std::string words = fmt::format("{}", fmt::join(names, ", "));
    return count > most ? tr("{} and {} more: {} has them", words, count - most, output.setting("json", "")) : words;
}

/// Zones under both plans: what appears, what vanishes, and what covers other land; then the towns in it.
std::string zones_text(const Compared& pair, const std::vector<ZoneChange>& changes, const TextOutput& output) {
    if (changes.empty()) { return ""; }
    Table table{{{&field::zone},
                 {&field::kind},
                 {&field::plan_a, Shows::estimate, tr("km²") + " " + pair.a->name},
                 {&field::plan_b, Shows::estimate, tr("km²") + " " + pair.b->name},
                 {&field::km2_gained, Shows::estimate},
                 {&field::km2_lost, Shows::estimate}}};
    std::string towns;
    for (const ZoneChange& change : changes) {
        const Entry none{"–"};
        table.add({change.zone().id, in_words(change.zone().kind), change.a == nullptr ? none : Entry{change.of_a},
                   change.b == nullptr ? none : Entry{change.of_b}, change.gained, change.lost});
        const bool both = change.a != nullptr && change.b != nullptr;
        if (!change.entering.empty()) {
            towns += fmt::format("{} {}: {}\n", both ? tr("enter") : tr("in the zone"), change.zone().id,
                                 words_of(change.entering, output));
        }
        if (!change.leaving.empty()) {
            towns += fmt::format("{} {}: {}\n", both ? tr("leave") : tr("no more in"), change.zone().id,
                                 words_of(change.leaving, output));
        }
    }
    return "\n" + to_text(table, output) + towns;
}

std::string title(const Plan& plan) {
    const std::string reading =
        plan.reading == Reading::base ? "" : ", " + tr("{} reading: {}", tr(id_of(plan.reading)), plan.reading_title);
    const std::string settings = settings_words(plan);
    return fmt::format("{}: {}{}{}{}", plan.name, local_title(plan), plan.date ? ", " + geo::to_text(plan.date) : "",
                       reading, settings.empty() ? "" : "; " + tr("set here: {}", settings));
}

std::string heading(const Compared& pair, const Overlay& land) {
    const std::string a = basis_words(*pair.a, land), b = basis_words(*pair.b, land);
    const std::string from = tr("from"), to = tr("to  ");
    if (a == b) {
        const std::string age = text_age_words({pair.a, pair.b}, line_under(*pair.a, land));
        return fmt::format("{} {}\n{} {}\n{}\n{}\n", from, title(*pair.a), to, title(*pair.b), a,
                           age.empty() ? "" : age + "\n");
    }
    const std::string indent(columns_of(from), ' ');
    const LineInfo &line_a = line_under(*pair.a, land), &line_b = line_under(*pair.b, land);
    const bool on_one = &line_a == &line_b;
    const auto age_of = [](const std::vector<const Plan*>& plans, const LineInfo& line, const std::string& before) {
        const std::string age = text_age_words(plans, line);
        return age.empty() ? "" : before + age + "\n";
    };
    return fmt::format("{0} {1}\n{5} {2}\n{7}{3} {4}\n{5} {6}\n{8}\n", from, title(*pair.a), a, to, title(*pair.b),
                       indent, b, on_one ? "" : age_of({pair.a}, line_a, indent + " "),
                       on_one ? age_of({pair.a, pair.b}, line_a, "") : age_of({pair.b}, line_b, indent + " "));
}

/// How far the readings of either plan move what changes; nothing for a reading that is as the plan is drawn.
std::string readings_text(const Compared& pair) {
    std::string text;
    for (const auto& [reading, comparison] : pair.readings) {
        text += tr("{} in its {} reading ({}): net for {} {} km²; {} km² change in all", reading->name,
                   tr(id_of(reading->reading)), reading->reading_title, reading->sides.in_words(Holder::ukraine),
                   net_words(comparison.net(Holder::ukraine)), estimate_text(comparison.changed())) +
                "\n";
    }
    return text.empty() ? "" : "\n" + text;
}

bool has_unclear(const Compared& pair, const std::vector<ZoneChange>& zones) {
    return std::ranges::any_of(pair.comparison.matrix,
                               [](const Transfer& transfer) { return transfer.estimate.unclear; }) ||
           std::ranges::any_of(zones, [](const ZoneChange& zone) { return zone.of_a.unclear || zone.of_b.unclear; });
}

std::string slivers_text(const Compared& pair, const Overlay& land) {
    const std::size_t a = land.line_index(pair.a->line), b = land.line_index(pair.b->line);
    std::string text;
    for (const std::size_t line : a == b ? std::vector{a} : std::vector{a, b}) {
        const std::string words = sliver_words(land.lines[line]);
        if (!words.empty()) { text += (a == b ? "" : land.lines[line].control.info.name + ": ") + words + "\n"; }
    }
    return text;
}

std::string interval_line(const Compared& pair, const std::vector<ZoneChange>& zones, const Overlay& land,
                          const TextOutput& output) {
    const LineInfo &a = line_under(*pair.a, land), &b = line_under(*pair.b, land);
    if (!pair.comparison.has_interval()) {
        return tr("no ±: two sources drew the two lines of one day, and their difference is itself what is not known") +
               "\n";
    }
    std::string words = interval_words({&a, &b}, land.interval);
    if (words.empty()) { return {}; }
    if (&a != &b && a.accuracy && b.accuracy) {
        words += "; " + (a.source.empty() || a.source != b.source
                             ? tr("the errors of the two lines count as independent, as nothing says that both are of "
                                  "one source ({} would)",
                                  output.setting("source", "NAME"))
                             : tr("where the two lines run alike they are off alike"));
    }
    bool redrawn = false, lacking = false;
    const auto look_at = [&](const Estimate& estimate) {
        redrawn = redrawn || estimate.redrawn;
        lacking = lacking || (estimate.rests_on_strips && !estimate.line && estimate.area.value() > 0);
    };
    for (const Transfer& transfer : pair.comparison.matrix) { look_at(transfer.estimate); }
    for (const ZoneChange& change : zones) {
        for (const Estimate* estimate : {&change.of_a, &change.of_b, &change.gained, &change.lost}) {
            look_at(*estimate);
        }
    }
    if (redrawn) { words += "\n" + redrawn_words(); }
    if (lacking) { words += fmt::format("\n{} ({})", tr(not_redrawn_words), output.setting("draws", "64")); }
    return words + "\n";
}

}  // namespace

std::string compare_text(const Compared& pair, const Overlay& land, const TextOutput& output) {
    std::string text = heading(pair, land) + to_text(matrix_table(pair), output) + changes_text(pair, output);
    if (const std::string net = net_text(pair); !net.empty()) { text += "\n" + net + "\n"; }
    text += readings_text(pair);
    const bool has_places = !pair.places.empty();  // they are in Ukraine
    const std::vector<ZoneChange> zones = zone_changes(pair.on_a, pair.on_b, pair.places, pair.redrawn);
    text += zones_text(pair, zones, output);
    if (has_places) { text += places_text(pair, land.has_contested(), output) + facilities_text(pair, output); }
    const Sides& sides = pair.a->sides;
    return text + "\n" + interval_line(pair, zones, land, output) + slivers_text(pair, land) +
           (land.has_contested() ? tr("(a–b) with all contested land {}'s, and with all of it {}'s",
                                      sides.in_words(Holder::ukraine), sides.in_words(Holder::russia)) +
                                       "\n"
                                 : "") +
           (has_unclear(pair, zones) ? unclear_words() + " · demarc plans PLAN\n" : "") +
           tr("every figure is rounded by itself: sums may differ from their parts by 1 km²") + "\n";
}

std::string differences_text(const std::vector<Plan>& plans, const Overlay& land, const TextOutput& output) {
    const auto differing = differences(plans, land);
    std::vector<Column> columns{{&field::a}, {&field::plan, Shows::words, tr("km² that differ")}};
    for (std::size_t i = 0; i < plans.size(); ++i) {
        columns.push_back({&field::km2, Shows::area, fmt::format("{}", i + 1)});
    }
    Table table{columns};
    for (std::size_t a = 0; a < plans.size(); ++a) {
        std::vector<Entry> entries{fmt::format("{}", a + 1), plans[a].name};
        for (std::size_t b = 0; b < plans.size(); ++b) {
            entries.push_back(a == b ? Entry{"·"} : Entry{differing[a][b].classes});
        }
        table.add(std::move(entries));
    }
    std::vector<const Plan*> texts;
    for (const Plan& plan : plans) { texts.push_back(&plan); }
    const std::string age = text_age_words(texts, land);
    return fmt::format("{}\n{}\n{}\n{}\n", line_words(land.control().info), age.empty() ? "" : age + "\n",
                       to_text(table, output),
                       tr("holder or status; {} and {} have intervals, and land in zones of other kinds",
                          output.setting("json", ""), output.setting("csv", "")));
}

}  // namespace layers::report
