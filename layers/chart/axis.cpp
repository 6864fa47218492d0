// SPDX-License-Identifier: MIT
#include "layers/chart/axis.h"

#include "layers/chart/scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace layers {

namespace {

namespace chrono = std::chrono;
using Of = TimeStep::Of;

constexpr double between_words_px = 10, between_marks_px = 4;

/// Days on an axis so wide.
struct Axis {
    geo::Date first, last;
    double width;

    double x(geo::Date day) const { return axis_x(day, first, last, width); }
    std::size_t most(double apart) const { return static_cast<std::size_t>(std::max(1.0, width / apart)); }
};

/// With the year where it is another than that before: for January of months it stands alone.
std::string words_of(geo::Date day, TimeStep step, const std::optional<chrono::year>& before) {
    const chrono::year_month_day date{day};
    if (step.of == Of::year || before == date.year()) { return tick_words(day, step); }
    const std::string year = tick_words(day, {Of::year, 1});
    const bool is_alone = step.of == Of::month && date.month() == chrono::January;
    return is_alone ? year : fmt::format("{} {}", tick_words(day, step), year);
}

std::vector<AxisTick> with_words(const Axis& axis, TimeStep step, const TextMeasure& measure) {
    std::vector<AxisTick> ticks;
    std::optional<chrono::year> before;
    for (const geo::Date day : time_ticks(axis.first, axis.last, step)) {
        AxisTick tick{day, axis.x(day), words_of(day, step, before)};
        const double wide = measure.size_of(Font::small, tick.words).width;
        tick.left = std::max(0.0, std::min(tick.x - wide / 2, axis.width - wide));
        tick.right = tick.left + wide;
        before = chrono::year_month_day{day}.year();
        ticks.push_back(std::move(tick));
    }
    return ticks;
}

bool have_room(const std::vector<AxisTick>& ticks, double width) {
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        if (ticks[i].left < ticks[i - 1].right + between_words_px) { return false; }
    }
    return ticks.empty() || ticks.back().right <= width;
}

/// Smaller ones, the smallest first.
std::vector<TimeStep> steps_within(TimeStep step) {
    switch (step.of) {
        case Of::day:
            return step.count > 1 ? std::vector{TimeStep{Of::day, 1}} : std::vector<TimeStep>{};
        case Of::month:
            return step.count > 1 ? std::vector{TimeStep{Of::month, 1}} : std::vector<TimeStep>{};
        case Of::year:
            break;
    }
    if (step.count == 1) { return {{Of::month, 1}, {Of::month, 3}, {Of::month, 6}}; }
    return {{Of::month, 3}, {Of::year, 1}};
}

/// More than that many from the first day to the last? Two files may be 8,000 years apart.
bool are_more_than(double most, TimeStep step, const Axis& axis) {
    const double longest_days = step.of == Of::day ? 1 : step.of == Of::month ? 31 : 366;
    return static_cast<double>((axis.last - axis.first).count()) / (longest_days * step.count) > most;
}

}  // namespace

double axis_x(geo::Date day, geo::Date first, geo::Date last, double width) {
    if (first == last) { return width / 2; }
    return width * (static_cast<double>((day - first).count()) / static_cast<double>((last - first).count()));
}

std::vector<AxisTick> axis_ticks(const std::vector<geo::Date>& days, double width, const TextMeasure& measure) {
    if (days.empty() || !(width > 0)) { return {}; }
    const auto [first, last] = std::ranges::minmax(days);
    const Axis axis{first, last, width};
    constexpr double least_words_px = 12;
    TimeStep step = time_step(first, last, axis.most(least_words_px));
    std::vector<AxisTick> ticks = with_words(axis, step, measure);
    while (ticks.size() > 1 && !have_room(ticks, width)) {
        step = time_step(first, last, ticks.size() - 1);
        ticks = with_words(axis, step, measure);
    }
    if (!have_room(ticks, width)) { ticks.front().words.clear(); }
    for (const TimeStep finer : steps_within(step)) {
        if (are_more_than(width / between_marks_px, finer, axis)) { continue; }
        const std::vector<geo::Date> marks = time_ticks(first, last, finer);
        if (marks.size() > axis.most(between_marks_px)) { continue; }
        for (const geo::Date day : marks) {
            if (std::ranges::find(ticks, day, &AxisTick::day) == ticks.end()) { ticks.push_back({day, axis.x(day)}); }
        }
        break;
    }
    std::ranges::sort(ticks, {}, &AxisTick::day);
    return ticks;
}

}  // namespace layers
