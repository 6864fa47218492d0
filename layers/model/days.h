// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/date.h"
#include "geo/repair.h"

#include <optional>
#include <string>
#include <vector>

namespace layers {

/// The day that a file is about, and what has to be said of how it was found.
struct StatedDay {
    std::optional<geo::Date> date;  ///< none if the file does not say, or not so that it is understood
    std::vector<geo::Note> notes;
};

/// What a file says of its day: of itself, of its features, in its title, in its name.
StatedDay stated_day(const geo::Dataset& dataset);

/// Attribute filters that choose features, any of them.
using Filters = std::vector<std::string>;

/// The features of one day. A file whose features state several days is for one of them: `date` chooses, and without
/// it the file is refused with the list of days. Where there are `filters`, only the features that they choose are
/// asked for their day. Throws geo::Error (bad usage) also for a day that the file has not.
geo::Dataset of_one_day(geo::Dataset dataset, const std::optional<geo::Date>& date, const Filters& filters = {});

/// A file of many days as one dataset a day, in their order; a file whose features state no more than one as it is.
/// Features that state none, in a file of many days, are left out with a note. Throws geo::Error for a day that is not
/// understood.
std::vector<geo::Dataset> by_day(geo::Dataset dataset);

}  // namespace layers
