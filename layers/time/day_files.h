// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/date.h"
#include "geo/error.h"
#include "geo/shapes.h"
#include "layers/model/contact_line.h"

#include <functional>
#include <string>
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

DayLand land_of(Day day);

/// Files of control polygons, each of one day or of many, and archives of such files.
struct DayFiles {
    std::vector<std::string> paths;
    geo::ReadOptions reading{};
    LineDetails details{};
};

/// A day of which a file has nothing: no features, or none that was chosen as held.
struct EmptyDay {
    geo::Date date;
    std::string file;
    geo::Error why;
};

/// What is still to be done with a day, after those before it.
using Finish = std::function<void()>;

/// Every day: `begin` is called for several at a time, and what it returns one after the other, in the order of the
/// files; some dozens are in memory at once. Days of which there is nothing are returned. Throws geo::Error for a file
/// that is none, and for one without a day.
std::vector<EmptyDay> each_day(const DayFiles& files, const std::function<Finish(Day)>& begin);

/// Of one of the files, and of one of its days.
struct NamedDay {
    std::string file;
    geo::Date date;
};

/// These days once more, in their order; other files are not read. Throws geo::Error for a day that is not there.
std::vector<Day> days_of(const DayFiles& files, const std::vector<NamedDay>& wanted);

}  // namespace layers
