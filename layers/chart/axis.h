// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "layers/map/picture.h"

#include <string>
#include <vector>

namespace layers {

/// A mark of a time axis.
struct AxisTick {
    geo::Date day;
    double x = 0;
    std::string words{};         ///< empty: a mark alone, between those with words
    double left = 0, right = 0;  ///< of the words
};

/// In proportion to the dates: 0 is the first day and `width` the last; the middle, where these are one.
double axis_x(geo::Date day, geo::Date first, geo::Date last, double width);

/// Marks of an axis of these days, in order: those with words by the smallest step at which no words touch, in small
/// print and between 0 and `width`; a year is said where it begins and at the first. Between them marks of a smaller
/// step, where there is room. None without days.
std::vector<AxisTick> axis_ticks(const std::vector<geo::Date>& days, double width, const TextMeasure& measure);

}  // namespace layers
