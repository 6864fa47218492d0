// SPDX-License-Identifier: MIT
#include "layers/report/compare_places.h"

#include "layers/language/language.h"
#include "layers/model/estimate_words.h"
#include "layers/report/compare_tables.h"
#include "layers/report/people.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdint>

namespace layers::report {

namespace {

constexpr std::int64_t small_place = 1000;

/// Not worth a row of its own.
bool is_small(const Place& place) {
    return place.is_minor && place.population.value_or(0) < small_place;
}

/// Those that go from the one side to the other, with their sum.
void add_direction(const Compared& pair, Holder from, Holder to, Table& table) {
    const Sides& sides = pair.a->sides;
    People people_there, small;
    for (const PlaceUnderBoth& place : pair.places) {
        const bool goes = place.a.status_class.holder == from && place.b.status_class.holder == to;
        if (!goes || place.change() != Change::hands) { continue; }
        people_there.add(*place.place);
        if (is_small(*place.place)) {
            small.add(*place.place);
            continue;
        }
        table.add({local_name(place.place->name, place.place->name_uk), tr(place.unit),
                   transfer_words(place.a.status_class, place.b.status_class, pair), people_words(*place.place),
                   place.within_accuracy ? "±" : ""});
    }
    if (people_there.places() == 0) { return; }
    if (small.places() > 0) {
        table.add({tr("{} settlements of under {} people", small.places(), with_thousands(small_place)), "", "",
                   small.text(), ""});
    }
    table.add_total({tr("from {} to {}: {} of the built-in places", sides.in_words(from), sides.in_words(to),
                        people_there.places()),
                     "", "", people_there.text(), ""});
}

std::string may_change_text(const Compared& pair) {
    std::vector<std::string> words;
    for (const PlaceUnderBoth& place : pair.places) {
        if (place.may_change_hands && !is_small(*place.place)) {
            words.push_back(fmt::format("{} ({})", local_name(place.place->name, place.place->name_uk),
                                        people_words(*place.place)));
        }
    }
    return words.empty() ? ""
                         : tr("within the accuracy of the line, these may change hands too: {}",
                              fmt::format("{}", fmt::join(words, ", "))) +
                               "\n";
}

}  // namespace

std::string transfer_words(const StatusClass& from, const StatusClass& to, const Compared& pair) {
    return fmt::format("{} → {}", in_words(from, pair.a->sides), in_words(to, pair.b->sides));
}

Table places_table(const Compared& pair) {
    Table table{{{&field::place, Shows::words,
                  are_two_texts(pair) ? tr("place that goes to the other side") : tr("place that changes hands")},
                 {&field::unit},
                 {&field::change},
                 {&field::population, Shows::number},
                 {&field::within_accuracy}}};
    add_direction(pair, Holder::ukraine, Holder::russia, table);
    add_direction(pair, Holder::russia, Holder::ukraine, table);
    return table;
}

std::string places_text(const Compared& pair, bool has_contested, const TextOutput& output) {
    const Table table = places_table(pair);
    int open = 0;
    bool near = false, claimed = false;
    for (const PlaceUnderBoth& place : pair.places) {
        open += place.change() == Change::open ? 1 : 0;
        if (place.change() != Change::hands) { continue; }
        near = near || place.within_accuracy;
        claimed = claimed || place.a.status_class.status == Status::ru_claimed ||
                  place.b.status_class.status == Status::ru_claimed;
    }
    std::string notes = may_change_text(pair);
    if (open > 0) {
        notes +=
            (has_contested
                 ? tr("{} places are undecided or contested under one of the plans: nothing is said to change hands",
                      open)
                 : tr("{} places are undecided under one of the plans: its text leaves them open, and nothing is said "
                      "to "
                      "change hands",
                      open)) +
            "\n";
    }
    if (claimed) {
        notes +=
            tr("{} is a claim: it does not say who holds the place", pair.a->sides.in_words(Status::ru_claimed)) + "\n";
    }
    if (table.rows().empty()) {
        return "\n" +
               (are_two_texts(pair) ? tr("none of the built-in places goes to the other side")
                                    : tr("none of the built-in places changes hands")) +
               "\n" + notes;
    }
    return "\n" + to_text(table, output) + (near ? tr("± within the accuracy of the line") + "\n" : "") +
           people_basis() + "\n" + notes;
}

std::string facilities_text(const Compared& pair, const TextOutput& output) {
    constexpr geo::Kilometres near{50};
    const bool one_line = pair.a->line == pair.b->line;
    Table table{{{&field::facility},
                 {&field::kind},
                 {&field::plan_a, Shows::words, pair.a->name},
                 {&field::plan_b, Shows::words, pair.b->name},
                 {&field::distance_to_line_km, Shows::number, one_line ? "" : tr("km to the second line")},
                 {&field::within_accuracy}}};
    int left_out = 0;
    for (const PlaceUnderBoth& place : pair.places) {
        if (!is_facility(*place.place)) { continue; }
        const auto words = [](const PointStatus& point_status, const Sides& sides) {
            std::string text = sides.in_words(point_status.status_class.status);
            for (const Zone* zone : point_status.zones) { text += " + " + zone->id; }
            return text;
        };
        if (words(place.a, pair.a->sides) == words(place.b, pair.a->sides) &&
            (!place.to_line || *place.to_line > near)) {
            ++left_out;
            continue;
        }
        table.add({local_name(place.place->name, place.place->name_uk), tr(facility_kind(*place.place)),
                   words(place.a, pair.a->sides), words(place.b, pair.b->sides),
                   place.to_line ? with_thousands(place.to_line->value(), 1) : "–", place.within_accuracy ? "±" : ""});
    }
    const std::string rest = left_out == 0 ? ""
                                           : tr("{} more, alike under both and not within {} of the line: {} has them",
                                                left_out, length_words(near), output.setting("json", "")) +
                                                 "\n";
    return "\n" + to_text(table, output) + rest;
}

}  // namespace layers::report
