// SPDX-License-Identifier: MIT
#include "geo/setting.h"
#include "layers/model/line_words.h"
#include "layers/model/rounding.h"
#include "layers/report/basis_words.h"
#include "layers/report/compare_report.h"
#include "layers/report/estimate_words.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace layers::report {

namespace {

std::string whole(double number) {
    return number == 0 ? "–" : with_thousands(number);
}

/// The matrix in whole km², rounded together, so that what is printed adds up in every row, in every column, and by
/// unit.
class Rounded {
public:
    explicit Rounded(const Comparison& comparison)
        : comparison_{comparison}, from_{comparison.classes_from()}, to_{comparison.classes_to()} {
        std::vector<std::vector<double>> areas;
        for (const StatusClass& row : from_) {
            areas.emplace_back();
            for (const StatusClass& column : to_) { areas.back().push_back(comparison.of(row, column).area.value()); }
        }
        numbers_ = rounded_with_totals(areas);
    }

    const std::vector<StatusClass>& from() const { return from_; }
    const std::vector<StatusClass>& to() const { return to_; }
    const std::vector<std::vector<double>>& numbers() const { return numbers_; }  ///< with totals behind and below

    double cell(const StatusClass& from, const StatusClass& to) const {
        const auto row = std::find(from_.begin(), from_.end(), from) - from_.begin();
        const auto column = std::find(to_.begin(), to_.end(), to) - to_.begin();
        return numbers_[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    }

    /// Of one change, unit by unit in the order of the matrix.
    std::vector<double> by_unit(const StatusClass& from, const StatusClass& to) const {
        std::vector<double> areas;
        for (const Transfer& transfer : comparison_.matrix) {
            if (transfer.from == from && transfer.to == to) { areas.push_back(transfer.estimate.area.value()); }
        }
        return rounded_to_total(areas, cell(from, to));
    }

    double net(Holder holder) const {
        double sum = 0;
        for (std::size_t i = 0; i < from_.size(); ++i) {
            for (std::size_t k = 0; k < to_.size(); ++k) {
                sum +=
                    (to_[k].holder == holder ? numbers_[i][k] : 0) - (from_[i].holder == holder ? numbers_[i][k] : 0);
            }
        }
        return sum;
    }

private:
    const Comparison& comparison_;
    std::vector<StatusClass> from_, to_;
    std::vector<std::vector<double>> numbers_;
};

std::string matrix_text(const Rounded& rounded, const Sides& sides, const TextOutput& output) {
    std::vector<Column> columns{{&field::from, Shows::words, "km², from ↓ to →"}};
    for (const StatusClass& status_class : rounded.to()) {
        columns.push_back({&field::km2, Shows::number, class_words(status_class, rounded.to(), sides)});
    }
    columns.push_back({&field::km2, Shows::number, "all"});
    Table table{columns};
    for (std::size_t i = 0; i < rounded.numbers().size(); ++i) {
        const bool last = i == rounded.from().size();
        std::vector<Entry> entries{last ? "all" : class_words(rounded.from()[i], rounded.from(), sides)};
        for (const double number : rounded.numbers()[i]) { entries.emplace_back(whole(number)); }
        last ? table.add_total(std::move(entries)) : table.add(std::move(entries));
    }
    return to_text(table, output);
}

std::string transfer_words(const StatusClass& from, const StatusClass& to, const Sides& sides) {
    const auto words = [&sides](const StatusClass& status_class) {
        const StatusWords named = sides.words(status_class);
        return fmt::format("{} ({})", named.status, named.holder);
    };
    return fmt::format("{} → {}", words(from), words(to));
}

/// Change by change and unit by unit; what goes from one holder to another comes first.
std::string changes_text(const Compared& pair, const Rounded& rounded, const TextOutput& output) {
    Table table{{{&field::change, Shows::words, "what changes"},
                 {&field::unit},
                 {&field::km2, Shows::number},
                 {&field::tolerance, Shows::tolerance}}};
    std::string last;
    std::vector<double> areas;
    std::size_t next = 0;
    for (const bool hands : {true, false}) {
        for (const Transfer& transfer : pair.comparison.matrix) {
            const auto& [from, to] = std::tie(transfer.from, transfer.to);
            if (from == to || (from.holder != to.holder) != hands) { continue; }
            const std::string change = transfer_words(from, to, pair.a->sides);
            if (change != last) {
                const Estimate all = pair.comparison.of(from, to);
                areas = rounded.by_unit(from, to);
                next = 0;
                table.add_total({change, "all",
                                 whole(rounded.cell(from, to)) + contested_text(all) + (all.unclear ? "?" : ""), all});
            }
            const Estimate& estimate = transfer.estimate;
            const bool nothing = areas[next] == 0 && estimate.area.value() > 0;
            const std::string area = (nothing ? "<1" : whole(areas[next])) + contested_text(estimate);
            table.add({"", transfer.unit, area + (estimate.unclear ? "?" : ""), estimate});
            ++next;
            last = change;
        }
    }
    return last.empty() ? "\nno land changes its holder or status\n" : "\n" + to_text(table, output);
}

/// "(−5,877 to −5,506)": the net, of a figure that has both, were all contested land with the one and with the other
/// side.
std::string signed_contested(const Estimate& estimate) {
    const auto words = [](geo::SquareKilometres area) {
        const double rounded = std::round(area.value());
        return (rounded == 0 ? "" : rounded < 0 ? "−" : "+") + with_thousands(std::abs(rounded));
    };
    const auto [low, high] = std::minmax(estimate.contested->least, estimate.contested->most);
    return fmt::format("({} to {})", words(low), words(high));
}

std::string net_text(const Compared& pair, const Rounded& rounded) {
    std::vector<std::string> parts;
    for (const auto& [holder, id, uk] : holders()) {
        const double net = rounded.net(holder);
        const Estimate estimate = pair.comparison.net(holder);
        std::string off = tolerance(estimate);
        if (estimate.contested) { off += (off.empty() ? "" : " ") + signed_contested(estimate); }
        if (net == 0 && off.empty()) { continue; }
        const char* sign = net == 0 ? "" : net < 0 ? "−" : "+";
        parts.push_back(fmt::format("{} {}{}{} km²", pair.a->sides.holder(holder), sign, with_thousands(std::abs(net)),
                                    off.empty() ? "" : " " + off));
    }
    return parts.empty() ? "" : fmt::format("\nnet: {}\n", fmt::join(parts, ", "));
}

std::string zones_text(const Compared& pair, const Overlay& land, const TextOutput& output) {
    Table table{{{&field::zone}, {&field::plan}, {&field::kind}, {&field::km2, Shows::estimate}}};
    bool any = false;
    for (const Plan* plan : {pair.a, pair.b}) {
        const AreaTable areas{*plan, land};
        for (const Zone& zone : plan->zones) {
            table.add({zone.id, plan->name, id_of(zone.kind), areas.of_zone(zone.id)});
            any = true;
        }
        if (pair.a == pair.b) { break; }
    }
    return any ? "\n" + to_text(table, output) : "";
}

std::string people(const Place& place) {
    if (!place.population) { return "–"; }
    return (place.population_approximate ? "≈" : "") + with_thousands(static_cast<double>(*place.population));
}

std::string places_text(const Compared& pair, bool has_contested, const TextOutput& output) {
    Table table{{{&field::place, Shows::words, "place that changes hands"},
                 {&field::unit},
                 {&field::change},
                 {&field::population, Shows::number},
                 {&field::within_accuracy}}};
    double sum = 0;
    int count = 0, open = 0;
    bool near = false, claimed = false;
    for (const PlaceUnderBoth& place : pair.comparison.places) {
        const StatusClass from = place.a.status_class, to = place.b.status_class;
        if (from.holder == to.holder) { continue; }
        const auto is_open = [](const StatusClass& status_class) {
            return status_class.holder == Holder::undecided || status_class.holder == Holder::contested;
        };
        if (is_open(from) || is_open(to)) {
            ++open;
            continue;
        }
        claimed = claimed || from.status == Status::ru_claimed || to.status == Status::ru_claimed;
        table.add({place.place->name, place.unit, transfer_words(from, to, pair.a->sides), people(*place.place),
                   place.within_accuracy ? "±" : ""});
        sum += place.place->population ? static_cast<double>(*place.place->population) : 0;
        near = near || place.within_accuracy;
        ++count;
    }
    std::string notes = open == 0
                            ? ""
                            : fmt::format(
                                  "{} places are undecided{} under one of the plans: its text leaves them open, and "
                                  "nothing is said to change hands\n",
                                  open, has_contested ? " or contested" : "");
    if (claimed) {
        notes += pair.a->sides.status(Status::ru_claimed) + " is a claim: it does not say who holds the place\n";
    }
    if (count == 0) { return "\nnone of the built-in places changes hands\n" + notes; }
    table.add_total({fmt::format("{} of the built-in places", count), "", "", with_thousands(sum), ""});
    return "\n" + to_text(table, output) + (near ? "± within the accuracy of the line\n" : "") + notes;
}

/// Facilities under both plans: those near the line, and those of which the plans do not say the same.
std::string facilities_text(const Compared& pair, const TextOutput& output) {
    constexpr geo::Kilometres near{50};
    const bool one_line = pair.a->line == pair.b->line;
    Table table{{{&field::facility},
                 {&field::kind},
                 {&field::plan_a, Shows::words, pair.a->name},
                 {&field::plan_b, Shows::words, pair.b->name},
                 {&field::distance_to_line_km, Shows::number, one_line ? "" : "km to the second line"},
                 {&field::within_accuracy}}};
    int left_out = 0;
    for (const PlaceUnderBoth& place : pair.comparison.places) {
        if (!is_facility(*place.place)) { continue; }
        const auto words = [&](const PointStatus& point_status) {
            std::string text = pair.a->sides.status(point_status.status_class.status);
            for (const Zone* zone : point_status.zones) { text += " + " + zone->id; }
            return text;
        };
        if (words(place.a) == words(place.b) && (!place.to_line || *place.to_line > near)) {
            ++left_out;
            continue;
        }
        table.add({place.place->name, facility_kind(*place.place), words(place.a), words(place.b),
                   place.to_line ? fmt::format("{:.1f}", place.to_line->value()) : "–",
                   place.within_accuracy ? "±" : ""});
    }
    const std::string rest = left_out == 0
                                 ? ""
                                 : fmt::format("{} more, alike under both and not within {} of the line: {} has them\n",
                                               left_out, geo::to_text(near), geo::setting("json"));
    return "\n" + to_text(table, output) + rest;
}

std::string title(const Plan& plan) {
    const std::string reading =
        plan.reading == Reading::base ? "" : fmt::format(", {} reading: {}", id_of(plan.reading), plan.reading_title);
    return fmt::format("{}: {}{}{}", plan.name, plan.title, plan.date ? ", " + geo::to_text(plan.date) : "", reading);
}

std::string heading(const Compared& pair, const Overlay& land) {
    const std::string a = basis_words(*pair.a, land), b = basis_words(*pair.b, land);
    if (a == b) { return fmt::format("from {}\nto   {}\n{}\n\n", title(*pair.a), title(*pair.b), a); }
    return fmt::format("from {}\n     {}\nto   {}\n     {}\n\n", title(*pair.a), a, title(*pair.b), b);
}

/// How far the readings of either plan move what changes; nothing for a reading that is as the plan is drawn.
std::string readings_text(const Compared& pair, const Overlay& land) {
    std::string text;
    const auto net = [](const Comparison& comparison) { return comparison.net(Holder::ukraine).area; };
    const auto add = [&](const Plan& a, const Plan& b, const Plan& reading) {
        const Comparison other{a, b, land};
        const Estimate changed = other.changed();
        const bool same = geo::magnitude(changed.area - pair.comparison.changed().area).value() < 1e-6 &&
                          geo::magnitude(net(other) - net(pair.comparison)).value() < 1e-6;
        if (same) { return; }
        const double more = net(other).value();
        text +=
            fmt::format("{} in its {} reading ({}): net for {} {}{} {} km²; {} km² change in all\n", reading.name,
                        id_of(reading.reading), reading.reading_title, reading.sides.first, more < 0 ? "−" : "+",
                        with_thousands(std::abs(more)), tolerance(other.net(Holder::ukraine)), estimate_text(changed));
    };
    for (const Plan& reading : pair.a->readings) { add(reading, *pair.b, reading); }
    for (const Plan& reading : pair.b->readings) { add(*pair.a, reading, reading); }
    return text.empty() ? "" : "\n" + text;
}

}  // namespace

std::string compare_text(const Compared& pair, const Overlay& land, const TextOutput& output) {
    const Rounded rounded{pair.comparison};
    std::string text =
        heading(pair, land) + matrix_text(rounded, pair.a->sides, output) + changes_text(pair, rounded, output);
    text += net_text(pair, rounded) + readings_text(pair, land);
    const bool has_places = !pair.comparison.places.empty();  // they are in Ukraine
    text += zones_text(pair, land, output);
    if (has_places) { text += places_text(pair, land.has_contested(), output) + facilities_text(pair, output); }
    const Sides& sides = pair.a->sides;
    return text + "\n± were the line everywhere off by its accuracy, to the one or the other side\n" +
           (land.has_contested() ? fmt::format("(a–b) with all contested land {}'s, and with all of it {}'s\n",
                                               sides.first, sides.second)
                                 : "") +
           "? the text of one of the plans is unclear on it: see demarc plans PLAN\n"
           "km² of the matrix and of what changes are rounded together, so that they add up: by up to 1 km² off\n" +
           (has_places ? "people: before 24 February 2022; ≈ known to 1–3 %\n" : "");
}

std::string differences_text(const std::vector<Plan>& plans, const Overlay& land, const TextOutput& output) {
    const auto differing = differences(plans, land);
    std::vector<Column> columns{{&field::a}, {&field::plan, Shows::words, "km² that differ"}};
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
    return fmt::format("{}\n\n{}\nholder or status; {} and {} have intervals, and land in zones of other kinds\n",
                       line_words(land.control().info), to_text(table, output), geo::setting("json"),
                       geo::setting("csv"));
}

}  // namespace layers::report
