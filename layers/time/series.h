// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "geo/units.h"
#include "layers/model/unit.h"
#include "layers/time/day_files.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace layers {

/// What is held on one day, and contested, by unit.
struct DayAreas {
    geo::Date date;
    std::string file;
    std::vector<geo::SquareKilometres> held, contested;
    bool repeats = false;  ///< the same edges as the day before in the series
    std::string source{};  ///< that its file states
    /// Of all that: what lies along border and coast, and the source did not draw. Null: all is as drawn.
    std::shared_ptr<const OutlineFit> fit{};

    geo::SquareKilometres held_in_all() const;
};

/// Days of one source, in order.
struct Series {
    std::vector<DayAreas> days;
    std::vector<geo::SquareKilometres> units;  ///< areas, each place in one of them
    /// What was said on reading; notes that differ in figures alone are one.
    struct Note {
        std::string text, file;  ///< of the first
        std::size_t days = 0;
    };
    std::map<std::string, Note> notes;
    UnreadDays unread;  ///< left out
    std::size_t edges = 0, distinct_edges = 0;
};

/// Is any land contested, on any of the days?
bool has_contested(const Series& series);

/// Does the next day follow on most of its days?
bool is_daily(const Series& series);

/// Days that a series has not between its first and its last.
std::vector<geo::Date> missing_days(const Series& series);

/// Days one after the other as one: "2025-03-31 to 2025-04-02, 2025-11-26"; of many the first, and "…".
std::string days_in_words(const std::vector<geo::Date>& days);

/// Days on which held land is less than half of the day before's, or more than twice that.
std::vector<std::size_t> leaps(const Series& series);

/// Measures what is held in each unit on each day: by geo::UnitIntegrals, so that an edge that stands on many days is
/// looked at once. Units that overlap are parted first, as for a plan. With a `fit`, land along border and coast that
/// the source left uncovered goes with the land beside it, as in Cuts; without, land counts as drawn. Throws as
/// each_day() does, and geo::Error for two files of one day, and where there is nothing on any day.
Series track(const DayFiles& files, const Units& units, std::optional<geo::Kilometres> fit = {});

/// What is listed; weeks begin on Monday.
enum class Every { day, week, month, year };

/// Its number among the days, weeks, months or years.
std::int64_t period_of(geo::Date day, Every every);

/// The last day of each period, and the first and the last of all, so that what changed in the first period shows.
std::vector<std::size_t> listed_days(const Series& series, Every every);

/// Which weeks, months or years, of those from the first listed to the last, have no day: "2025-03, 2025-04"; of days,
/// where the series is one of days, which of how many. Empty if none is missing.
std::string missing_words(const Series& series, const std::vector<std::size_t>& listed, Every every);

/// How land along border and coast counts on the listed days, with the km² of the last of them.
std::string fit_words(const Series& series, const std::vector<std::size_t>& listed);

/// On which earth areas are measured, with which edges, and how they are rounded.
std::string earth_words();

/// Leaves in each the days that the other has too; how many days that took away from them.
struct LeftOut {
    std::size_t of_first, of_second;
};
LeftOut keep_common_days(Series& first, Series& second);

}  // namespace layers
