// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"

#include <cstddef>
#include <string>
#include <vector>

namespace layers {

/// Values by equal steps of 1, 2 or 5 times a power of ten: from the last at or below the least, and at or below 0, to
/// the first at or above the greatest, and at or above 0. So an axis always has 0 on it. At most `most` of them, which
/// is 2 at least.
std::vector<double> ticks_with_zero(double least, double greatest, std::size_t most);

/// How many decimals tell ticks apart that are so far from one another.
int decimals_for(double step);

/// Steps of a time axis.
struct TimeStep {
    enum class Of { day, month, year } of = Of::day;
    int count = 1;
};

/// The days on which the steps begin, from `first` to `last`: each month's first, January's of each year; days are
/// counted from `first` on.
std::vector<geo::Date> time_ticks(geo::Date first, geo::Date last, TimeStep step);

/// The smallest step of those that people are used to that makes no more ticks than `most`; months at least, where
/// there are more than three.
TimeStep time_step(geo::Date first, geo::Date last, std::size_t most);

/// "8 Jul", "Jul" or "2025", in the language that is spoken; months are shortened.
std::string tick_words(geo::Date day, TimeStep step);

/// Places of labels along a line, each `length` long and as near to where it is wanted as the others and the ends
/// allow; in the order of `wanted`. They lie over one another only where there is no room for all.
std::vector<double> spread(const std::vector<double>& wanted, double length, double begin, double end);

}  // namespace layers
