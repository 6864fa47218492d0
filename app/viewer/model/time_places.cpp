// SPDX-License-Identifier: MIT
#include "app/viewer/model/time_places.h"

#include "layers/chart/axis.h"

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

constexpr double margin_px = 10;                          // beside the first date and the last
constexpr double undated_px = 24;                         // of a line without a date, if there is room
constexpr double most_half_px = 5;                        // of a mark
constexpr double least_apart_px = 3, most_apart_px = 40;  // of two lines of one day

/// Where two days that follow are nearest to each other.
double least_gap(const std::vector<geo::Date>& dates, double left, double width) {
    double gap = width;
    for (std::size_t i = 1; i < dates.size(); ++i) {
        if (dates[i] == dates[i - 1]) { continue; }
        const auto x = [&](std::size_t k) {
            return left + layers::axis_x(dates[k], dates.front(), dates.back(), width);
        };
        gap = std::min(gap, x(i) - x(i - 1));
    }
    return gap;
}

/// Lines of one day side by side about the place of the day.
void part_equal_days(TimePlaces& places, double gap, double left, double right) {
    for (std::size_t first = 0, end = 0; first < places.dates.size(); first = end) {
        while (end < places.dates.size() && places.dates[end] == places.dates[first]) { ++end; }
        const auto count = static_cast<double>(end - first);
        if (count == 1) { continue; }
        const double apart = std::clamp(gap / count, least_apart_px, most_apart_px);
        double at = places.x[places.first_dated + first] - apart * (count - 1) / 2;
        at = std::max(left, std::min(at, right - apart * (count - 1)));
        for (std::size_t i = first; i < end; ++i, at += apart) { places.x[places.first_dated + i] = at; }
    }
}

}  // namespace

TimePlaces time_places(const std::vector<std::shared_ptr<const layers::Control>>& lines, double own_width,
                       double width) {
    TimePlaces places;
    places.own_right = own_width;
    for (const auto& line : lines) {
        if (line->info.date) { places.dates.push_back(*line->info.date); }
    }
    places.first_dated = lines.size() - places.dates.size();
    const auto undated = static_cast<double>(places.first_dated);
    const double room = std::max(1.0, width - own_width);
    const double slot = undated > 0 ? std::min(undated_px, room * (places.dates.empty() ? 1 : 0.4) / undated) : 0;
    for (double i = 0; i < undated; ++i) { places.x.push_back(own_width + slot * (i + 0.5)); }
    places.dates_left = own_width + slot * undated + margin_px;
    places.dates_width = std::max(1.0, width - margin_px - places.dates_left);
    places.half = slot > 0 ? std::min(most_half_px, slot / 2) : most_half_px;
    if (places.dates.empty()) { return places; }
    const geo::Date first = places.dates.front(), last = places.dates.back();
    for (const geo::Date day : places.dates) {
        places.x.push_back(places.dates_left + layers::axis_x(day, first, last, places.dates_width));
    }
    const double days = static_cast<double>((last - first).count());
    if (days > 0) { places.half = std::min(most_half_px, std::max(0.5, places.dates_width / days / 2)); }
    part_equal_days(places, least_gap(places.dates, places.dates_left, places.dates_width), places.dates_left,
                    places.dates_left + places.dates_width);
    return places;
}

int TimePlaces::nearest(double at) const {
    if (at < own_right || x.empty()) { return -1; }
    const auto after = std::ranges::lower_bound(x, at);
    if (after == x.begin()) { return 0; }
    if (after == x.end() || at - *(after - 1) <= *after - at) { return static_cast<int>(after - x.begin()) - 1; }
    return static_cast<int>(after - x.begin());
}

}  // namespace app::viewer
