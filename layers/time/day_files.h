// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/date.h"
#include "geo/error.h"
#include "geo/shapes.h"
#include "layers/model/contact_line.h"
#include "layers/model/outline_fit.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace layers {

/// Control polygons of one day, as its file has them.
struct Day {
    geo::Date date;
    std::string file;  ///< "2025-12-24.geojson", "days.tar.xz/2025-12-24.geojson"
    Control control;
    std::vector<std::string> notes;  ///< what was said on reading
};

/// A day's land: each place that is held once, and contested land beyond it.
struct DayLand {
    geo::Date date;
    std::string file;
    geo::Region held, contested;
    std::vector<std::string> notes;
};

/// With the fit, the land along border and coast that goes with it too.
DayLand land_of(Day day, const OutlineFit* fit = nullptr);

/// Files of control polygons, each of one day or of many, and archives of such files.
struct DayFiles {
    std::vector<std::string> paths;
    geo::ReadOptions reading{};
    LineDetails details{};
    bool leaves_out_bad = false;  ///< what cannot be read, rather than refuse all
};

/// A day of which a file has nothing: no features, or none that was chosen as held.
struct EmptyDay {
    geo::Date date;
    std::string file;
    geo::Error why;
};

/// A file, or a day of it, that cannot be read as control polygons of a day.
struct BadDay {
    std::string file;
    std::optional<geo::Date> date;  ///< if the file, or its name, says it
    geo::Error why;
};

/// All that cannot be read, of one run; as an error it is the first of them.
class BadDays : public geo::Error {
public:
    /// `bad`: at least one.
    BadDays(std::vector<BadDay> bad, std::size_t of_files, std::size_t good)
        : geo::Error{bad.front().why}, days{std::move(bad)}, files{of_files}, good_days{good} {}

    std::vector<BadDay> days;
    std::size_t files;      ///< that were read, these included
    std::size_t good_days;  ///< that they have beside these
};

/// Days that are in no series.
struct UnreadDays {
    std::vector<EmptyDay> empty;
    std::vector<BadDay> bad;
};

/// What is still to be done with a day, after those before it.
using Finish = std::function<void()>;

/// Every day: `begin` is called for several at a time, and what it returns one after the other, in the order of the
/// files; some dozens are in memory at once. Days of which there is nothing are returned. Throws BadDays for files that
/// are none, or without a day, unless these are to be left out and others remain, and geo::Error for an archive that is
/// not whole.
UnreadDays each_day(const DayFiles& files, const std::function<Finish(Day)>& begin);

/// Of one of the files, and of one of its days.
struct NamedDay {
    std::string file;
    geo::Date date;
};

/// These days once more, in their order; other files are not read. Throws geo::Error for a day that is not there.
std::vector<Day> days_of(const DayFiles& files, const std::vector<NamedDay>& wanted);

}  // namespace layers
