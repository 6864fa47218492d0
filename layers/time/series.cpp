// SPDX-License-Identifier: MIT
#include "layers/time/series.h"

#include "geo/adjacency.h"
#include "geo/error.h"
#include "geo/integrals.h"
#include "geo/measure.h"
#include "geo/overlaps.h"
#include "geo/partition.h"
#include "layers/language/language.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <bit>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

namespace layers {

namespace {

using geo::Region;
using geo::SquareKilometres;

// --- measuring -------------------------------------------------------------------------------------------------------

/// Units, parted where they lie over one another: the first in the file has what two claim.
std::vector<Region> parted(const Units& units) {
    std::vector<const Region*> pointers;
    for (const Unit& unit : units.units) { pointers.push_back(&unit.region); }
    std::vector<Region> regions;
    const geo::Overlaps overlaps = geo::overlaps_of(pointers);
    if (!overlaps.too_many && overlaps.pairs.empty()) {
        for (const Unit& unit : units.units) { regions.push_back(unit.region); }
        return regions;
    }
    const geo::Partition parts = geo::partition({units.coverage()});
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        std::vector<const geo::Face*> faces;
        for (const geo::Face& face : parts.faces) {
            if (face.owners.front() == static_cast<int>(unit)) { faces.push_back(&face); }
        }
        regions.push_back(geo::dissolve(faces));
    }
    return regions;
}

/// Numbers of edges that have been seen, by open addressing: it is asked a thousand times for each that is new.
class EdgeNumbers {
public:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    EdgeNumbers() : slots_(1024, none) {}
    std::size_t size() const { return edges_.size(); }
    std::uint32_t find(const geo::Segment& edge) const {
        for (std::size_t slot = hash_of(edge) & mask();; slot = (slot + 1) & mask()) {
            if (slots_[slot] == none || edges_[slots_[slot]] == edge) { return slots_[slot]; }
        }
    }
    /// Of an edge that is not there yet.
    void add(const geo::Segment& edge) {
        if (edges_.size() * 2 >= slots_.size()) { grow(); }
        edges_.push_back(edge);
        put(static_cast<std::uint32_t>(edges_.size() - 1));
    }

    static std::uint64_t hash_of(const geo::Segment& edge) {
        const std::uint64_t from = mixed(edge.from.lon) + 3 * mixed(edge.from.lat);
        const std::uint64_t both = from + 5 * mixed(edge.to.lon) + 7 * mixed(edge.to.lat);
        return both ^ both >> 29U;
    }

private:
    static std::uint64_t mixed(double number) {
        const std::uint64_t bits = std::bit_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15U;
        return bits ^ bits >> 32U;
    }
    std::size_t mask() const { return slots_.size() - 1; }
    void put(std::uint32_t number) {
        std::size_t slot = hash_of(edges_[number]) & mask();
        while (slots_[slot] != none) { slot = (slot + 1) & mask(); }
        slots_[slot] = number;
    }
    void grow() {
        slots_.assign(slots_.size() * 2, none);
        for (std::uint32_t i = 0; i < edges_.size(); ++i) { put(i); }
    }

    std::vector<geo::Segment> edges_;
    std::vector<std::uint32_t> slots_;  ///< numbers of edges; their count is a power of two
};

/// Measures days, and each edge once.
class Meter {
public:
    explicit Meter(const Units& units) : regions_{parted(units)}, integrals_{pointers_to(regions_)} {}

    /// A region's edges by their numbers, and those that have none yet.
    struct Looked {
        std::vector<std::uint32_t> numbers;
        std::vector<geo::Segment> fresh;
        std::uint64_t hash = 0;  ///< the same for the same edges, in whatever order
    };

    /// May be asked by several threads while nobody measures.
    Looked look(const Region& region) const {
        Looked looked;
        looked.numbers.reserve(geo::vertex_count(region));
        geo::each_edge(region, [&](const geo::LonLat& from, const geo::LonLat& to) {
            const geo::Segment edge{from, to};
            looked.hash += EdgeNumbers::hash_of(edge) * 0x9E3779B97F4A7C15U;
            looked.numbers.push_back(known_.find(edge));
            if (looked.numbers.back() == EdgeNumbers::none) { looked.fresh.push_back(edge); }
        });
        return looked;
    }

    /// Summed in the order of the edges, so that a day is the same to the last bit whatever days are beside it.
    std::vector<SquareKilometres> measure(const Looked& looked) {
        edges_ += looked.numbers.size();
        std::vector<double> km2(integrals_.units());
        std::size_t fresh = 0;
        for (const std::uint32_t number : looked.numbers) {
            const std::uint32_t edge = number == EdgeNumbers::none ? number_of(looked.fresh[fresh++]) : number;
            for (std::size_t i = begin_[edge]; i < begin_[edge + 1]; ++i) { km2[shares_[i].unit] += shares_[i].km2; }
        }
        std::vector<SquareKilometres> areas;
        for (const double area : km2) { areas.emplace_back(std::abs(area) < nothing ? 0 : area); }
        return areas;
    }

    std::vector<SquareKilometres> unit_areas() const {
        std::vector<SquareKilometres> areas;
        for (const Region& region : regions_) { areas.push_back(geo::area_of(region)); }
        return areas;
    }

    std::size_t edges() const { return edges_; }
    std::size_t distinct_edges() const { return known_.size(); }

private:
    struct Share {
        std::uint32_t unit;
        double km2;
    };

    static std::vector<const Region*> pointers_to(const std::vector<Region>& regions) {
        std::vector<const Region*> pointers;
        for (const Region& region : regions) { pointers.push_back(&region); }
        return pointers;
    }

    /// A day that was looked at together with this one may have had it too.
    std::uint32_t number_of(const geo::Segment& edge) {
        const std::uint32_t number = known_.find(edge);
        if (number != EdgeNumbers::none) { return number; }
        known_.add(edge);
        integrate(edge);
        return static_cast<std::uint32_t>(known_.size() - 1);
    }

    void integrate(const geo::Segment& edge) {
        scratch_.assign(integrals_.units(), 0);
        integrals_.add(edge.from, edge.to, scratch_);
        for (std::uint32_t unit = 0; unit < scratch_.size(); ++unit) {
            if (scratch_[unit] != 0) { shares_.push_back({unit, scratch_[unit]}); }
        }
        begin_.push_back(shares_.size());
    }

    static constexpr double nothing = 1e-7;  ///< km²: what sums of edges leave of units without any land
    std::vector<Region> regions_;
    geo::UnitIntegrals integrals_;
    EdgeNumbers known_;
    std::vector<std::size_t> begin_{0};  ///< by edge, in shares_
    std::vector<Share> shares_;
    std::vector<double> scratch_;
    std::size_t edges_ = 0;
};

/// Notes that differ in their figures alone are one.
std::string without_numbers(const std::string& note) {
    std::string words;
    for (const char letter : note) {
        const bool is_digit = letter >= '0' && letter <= '9';
        if (!is_digit || words.empty() || words.back() != '#') { words += is_digit ? '#' : letter; }
    }
    return words;
}

/// Each kind once a day.
void add_notes(const std::vector<std::string>& notes, const std::string& file, Series& series) {
    std::map<std::string, std::string> kinds;
    for (const std::string& note : notes) { kinds.emplace(without_numbers(note), note); }
    for (const auto& [kind, text] : kinds) {
        Series::Note& note = series.notes[kind];
        if (note.days++ == 0) {
            note.text = text;
            note.file = file;
        }
    }
}

void refuse_two_of_one_day(const std::vector<DayAreas>& days) {
    std::vector<std::string> pairs;
    std::optional<geo::Error> first;
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i].date != days[i - 1].date) { continue; }
        const std::string date = geo::to_text(std::optional{days[i].date});
        pairs.push_back(fmt::format("{} ({}, {})", date, days[i - 1].file, days[i].file));
        if (!first) {
            first = geo::Error{fmt::format("{} and {} are both of {}", days[i - 1].file, days[i].file, date),
                               "give one of them"};
        }
    }
    if (pairs.size() == 1) { throw *first; }
    if (first) {
        throw geo::Error{fmt::format("these days have two files: {}", fmt::join(pairs, ", ")), "give one of each"};
    }
}

}  // namespace

SquareKilometres DayAreas::held_in_all() const {
    SquareKilometres sum;
    for (const SquareKilometres area : held) { sum += area; }
    return sum;
}

bool is_daily(const Series& series) {
    std::size_t daily = 0;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        if (series.days[i].date - series.days[i - 1].date == std::chrono::days{1}) { ++daily; }
    }
    return daily * 2 >= series.days.size();
}

std::vector<geo::Date> missing_days(const Series& series) {
    std::vector<geo::Date> missing;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        for (geo::Date day = series.days[i - 1].date + std::chrono::days{1}; day < series.days[i].date;
             day += std::chrono::days{1}) {
            missing.push_back(day);
        }
    }
    return missing;
}

namespace {

constexpr std::size_t most_words = 8;

std::string listed_words(std::vector<std::string> words) {
    if (words.size() > most_words) {
        words.resize(most_words);
        words.emplace_back("…");
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

/// "2025-03", "2025"; of a week its Monday.
std::string period_words(std::int64_t period, Every every) {
    using namespace std::chrono;
    if (every == Every::year) { return fmt::format("{}", period); }
    if (every == Every::month) { return fmt::format("{}-{:02}", (period - 1) / 12, (period - 1) % 12 + 1); }
    return geo::to_text(std::optional{geo::Date{sys_days{1970y / January / 5} + weeks{period}}});
}

}  // namespace

std::string days_in_words(const std::vector<geo::Date>& days) {
    std::vector<std::string> words;
    for (std::size_t first = 0, last = 0; first < days.size(); first = last + 1) {
        for (last = first; last + 1 < days.size() && days[last + 1] - days[last] == std::chrono::days{1};) { ++last; }
        const std::string begin = geo::to_text(std::optional{days[first]});
        words.push_back(first == last ? begin : tr("{} to {}", begin, geo::to_text(std::optional{days[last]})));
    }
    return listed_words(std::move(words));
}

std::vector<std::size_t> leaps(const Series& series) {
    std::vector<std::size_t> found;
    for (std::size_t i = 1; i < series.days.size(); ++i) {
        const SquareKilometres before = series.days[i - 1].held_in_all(), now = series.days[i].held_in_all();
        if (now * 2 < before || before * 2 < now) { found.push_back(i); }
    }
    return found;
}

Series track(const DayFiles& files, const Units& units) {
    Series series;
    Meter meter{units};
    std::vector<std::uint64_t> hashes;
    series.unread = each_day(files, [&](Day day) {
        const std::string source = day.control.info.source;
        const DayLand land = land_of(std::move(day));
        return [&, source, date = land.date, file = land.file, notes = land.notes, held = meter.look(land.held),
                contested = meter.look(land.contested)] {
            constexpr std::uint64_t another = 0xC2B2AE3D27D4EB4FU;  // land that becomes contested is no repetition
            add_notes(notes, file, series);
            hashes.push_back(held.hash + contested.hash * another);
            series.days.push_back({date, file, meter.measure(held), meter.measure(contested), false, source});
        };
    });
    if (series.days.empty() && !series.unread.empty.empty()) { throw geo::Error{series.unread.empty.front().why}; }
    series.units = meter.unit_areas();
    series.edges = meter.edges();
    series.distinct_edges = meter.distinct_edges();
    std::vector<std::size_t> order(series.days.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return series.days[a].date < series.days[b].date; });
    std::vector<DayAreas> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.push_back(std::move(series.days[order[i]]));
        sorted.back().repeats = i > 0 && hashes[order[i]] == hashes[order[i - 1]];
    }
    series.days = std::move(sorted);
    refuse_two_of_one_day(series.days);
    return series;
}

std::int64_t period_of(geo::Date day, Every every) {
    using namespace std::chrono;
    const year_month_day date{day};
    switch (every) {
        case Every::week:
            return floor<weeks>(day - (sys_days{1970y / January / 5})).count();  // a Monday
        case Every::month:
            return static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 + static_cast<unsigned>(date.month());
        case Every::year:
            return static_cast<std::int64_t>(static_cast<int>(date.year()));
        case Every::day:
            break;
    }
    return static_cast<std::int64_t>(day.time_since_epoch().count());
}

std::vector<std::size_t> listed_days(const Series& series, Every every) {
    std::vector<std::size_t> listed;
    for (std::size_t i = 0; i < series.days.size(); ++i) {
        const bool ends = i + 1 == series.days.size() ||
                          period_of(series.days[i].date, every) != period_of(series.days[i + 1].date, every);
        if (ends || i == 0) { listed.push_back(i); }
    }
    return listed;
}

std::string missing_words(const Series& series, const std::vector<std::size_t>& listed, Every every) {
    if (every == Every::day) {
        const std::vector<geo::Date> missing = missing_days(series);
        if (missing.empty() || !is_daily(series)) { return ""; }
        return tr("{} of {} days: {}", missing.size(), missing.size() + series.days.size(), days_in_words(missing));
    }
    std::vector<std::string> words;
    for (std::size_t i = 1; i < listed.size(); ++i) {
        const std::int64_t before = period_of(series.days[listed[i - 1]].date, every),
                           next = period_of(series.days[listed[i]].date, every);
        for (std::int64_t period = before + 1; period < next; ++period) {
            if (words.size() <= most_words) { words.push_back(period_words(period, every)); }
        }
    }
    const std::string all = listed_words(std::move(words));
    return all.empty() || every != Every::week ? all : tr("weeks from {}", all);
}

LeftOut keep_common_days(Series& first, Series& second) {
    const auto has = [](const Series& series, geo::Date date) {
        return std::ranges::binary_search(series.days, date, {}, &DayAreas::date);
    };
    const Series whole = first;
    LeftOut left{};
    left.of_first = std::erase_if(first.days, [&](const DayAreas& day) { return !has(second, day.date); });
    left.of_second = std::erase_if(second.days, [&](const DayAreas& day) { return !has(whole, day.date); });
    return left;
}

}  // namespace layers
