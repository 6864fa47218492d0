// SPDX-License-Identifier: MIT
#include "layers/time/series.h"

#include "geo/adjacency.h"
#include "geo/error.h"
#include "geo/integrals.h"
#include "geo/measure.h"
#include "geo/overlaps.h"
#include "geo/partition.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <optional>
#include <unordered_map>

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

/// Measures one day after another, and each edge once.
class Meter {
public:
    explicit Meter(const Units& units) : regions_{parted(units)}, integrals_{pointers_to(regions_)} {}

    /// With a number that is the same for the same edges, in whatever order.
    std::pair<DayAreas, std::uint64_t> measure(const DayLand& land) {
        constexpr std::uint64_t another = 0xC2B2AE3D27D4EB4FU;  // land that becomes contested is no repetition
        std::uint64_t held = 0, contested = 0;
        DayAreas areas{land.date, land.file, areas_of(land.held, held), areas_of(land.contested, contested)};
        return {std::move(areas), held + contested * another};
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

    std::vector<SquareKilometres> areas_of(const Region& region, std::uint64_t& hash) {
        std::vector<double> km2(integrals_.units());
        geo::each_edge(region, [&](const geo::LonLat& from, const geo::LonLat& to) {
            ++edges_;
            const geo::Segment edge{from, to};
            hash += geo::SegmentHash{}(edge)*0x9E3779B97F4A7C15U;
            const auto [known, is_new] = known_.try_emplace(edge, static_cast<std::uint32_t>(begin_.size() - 1));
            if (is_new) { add_shares(edge); }
            for (std::size_t i = begin_[known->second]; i < begin_[known->second + 1]; ++i) {
                km2[shares_[i].unit] += shares_[i].km2;
            }
        });
        std::vector<SquareKilometres> areas;
        for (const double area : km2) { areas.emplace_back(std::abs(area) < nothing ? 0 : area); }
        return areas;
    }

    void add_shares(const geo::Segment& edge) {
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
    std::unordered_map<geo::Segment, std::uint32_t, geo::SegmentHash> known_;
    std::vector<std::size_t> begin_{0};
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
void add_notes(const DayLand& land, Series& series) {
    std::map<std::string, std::string> kinds;
    for (const std::string& note : land.notes) { kinds.emplace(without_numbers(note), note); }
    for (const auto& [kind, text] : kinds) {
        Series::Note& note = series.notes[kind];
        if (note.days++ == 0) {
            note.text = text;
            note.file = land.file;
        }
    }
}

void refuse_two_of_one_day(const std::vector<DayAreas>& days) {
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (days[i].date != days[i - 1].date) { continue; }
        throw geo::Error{fmt::format("{} and {} are both of {}", days[i - 1].file, days[i].file,
                                     geo::to_text(std::optional{days[i].date})),
                         "give one of them"};
    }
}

}  // namespace

SquareKilometres DayAreas::held_in_all() const {
    SquareKilometres sum;
    for (const SquareKilometres area : held) { sum += area; }
    return sum;
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
    each_land(files, [&](const DayLand& day) {
        add_notes(day, series);
        auto [areas, hash] = meter.measure(day);
        series.days.push_back(std::move(areas));
        hashes.push_back(hash);
    });
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

std::vector<std::size_t> listed_days(const Series& series, Every every) {
    const auto period = [every](geo::Date day) {
        using namespace std::chrono;
        const year_month_day date{day};
        switch (every) {
            case Every::week:
                return floor<weeks>(day - (sys_days{1970y / January / 5})).count();  // a Monday
            case Every::month:
                return static_cast<std::int64_t>(static_cast<int>(date.year())) * 12 +
                       static_cast<unsigned>(date.month());
            case Every::year:
                return static_cast<std::int64_t>(static_cast<int>(date.year()));
            case Every::day:
                break;
        }
        return static_cast<std::int64_t>(day.time_since_epoch().count());
    };
    std::vector<std::size_t> listed;
    for (std::size_t i = 0; i < series.days.size(); ++i) {
        const bool ends = i + 1 == series.days.size() || period(series.days[i].date) != period(series.days[i + 1].date);
        if (ends || i == 0) { listed.push_back(i); }
    }
    return listed;
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
