// SPDX-License-Identifier: MIT
#include "layers/chart/scale.h"

#include "layers/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace layers {

namespace {

namespace chrono = std::chrono;

constexpr std::array month_words{tr_later("Jan"), tr_later("Feb"), tr_later("Mar"), tr_later("Apr"),
                                 tr_later("May"), tr_later("Jun"), tr_later("Jul"), tr_later("Aug"),
                                 tr_later("Sep"), tr_later("Oct"), tr_later("Nov"), tr_later("Dec")};

/// Months since year 0.
int month_number(geo::Date day) {
    const chrono::year_month_day date{day};
    return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

geo::Date first_of(int month) {
    return chrono::year{month / 12} / chrono::month{static_cast<unsigned>(month % 12 + 1)} / 1;
}

}  // namespace

std::vector<double> ticks_with_zero(double least, double greatest, std::size_t most) {
    const double low = std::min(least, 0.0), high = std::max({greatest, 0.0, low == 0 ? 1e-9 : low});
    const double span = std::max(high - low, 1e-9);
    constexpr std::array factors{1.0, 2.0, 5.0};
    for (int power = static_cast<int>(std::floor(std::log10(span))) - 2;; ++power) {
        for (const double factor : factors) {
            const double step = factor * std::pow(10.0, power);
            const auto from = static_cast<long long>(std::floor(low / step + 1e-9)),
                       to = std::max(static_cast<long long>(std::ceil(high / step - 1e-9)), from + 1);
            if (static_cast<std::size_t>(to - from + 1) > std::max<std::size_t>(most, low < 0 && high > 0 ? 3 : 2)) {
                continue;
            }
            std::vector<double> ticks;
            for (long long i = from; i <= to; ++i) { ticks.push_back(static_cast<double>(i) * step); }
            return ticks;
        }
    }
}

int decimals_for(double step) {
    return std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 6);
}

std::vector<geo::Date> time_ticks(geo::Date first, geo::Date last, TimeStep step) {
    std::vector<geo::Date> ticks;
    if (step.of == TimeStep::Of::day) {
        for (geo::Date day = first; day <= last; day += chrono::days{step.count}) { ticks.push_back(day); }
        return ticks;
    }
    const int months = step.count * (step.of == TimeStep::Of::year ? 12 : 1);
    int month = month_number(first) / months * months;
    if (first_of(month) < first) { month += months; }
    for (; first_of(month) <= last; month += months) { ticks.push_back(first_of(month)); }
    return ticks;
}

TimeStep time_step(geo::Date first, geo::Date last, std::size_t most) {
    using Of = TimeStep::Of;
    constexpr std::array steps{TimeStep{Of::day, 1},   TimeStep{Of::day, 2},   TimeStep{Of::day, 7},
                               TimeStep{Of::day, 14},  TimeStep{Of::month, 1}, TimeStep{Of::month, 2},
                               TimeStep{Of::month, 3}, TimeStep{Of::month, 6}, TimeStep{Of::year, 1},
                               TimeStep{Of::year, 2},  TimeStep{Of::year, 5},  TimeStep{Of::year, 10},
                               TimeStep{Of::year, 50}, TimeStep{Of::year, 200}};
    constexpr chrono::days most_by_day{92};  // of longer times months are read more easily
    for (const TimeStep step : steps) {
        if (step.of == Of::day && last - first > most_by_day) { continue; }
        const int longest_days = step.count * (step.of == Of::day ? 1 : step.of == Of::month ? 31 : 366);
        const auto at_least = static_cast<double>((last - first).count()) / longest_days - 1;
        if (at_least > static_cast<double>(most)) { continue; }  // days may lie 8,000 years apart: none is counted
        const std::size_t count = time_ticks(first, last, step).size();
        if (count > 0 && count <= most) { return step; }
    }
    return {Of::day, std::max(1, static_cast<int>((last - first).count()) + 1)};
}

std::string tick_words(geo::Date day, TimeStep step) {
    const chrono::year_month_day date{day};
    if (step.of == TimeStep::Of::year) { return fmt::format("{}", static_cast<int>(date.year())); }
    const std::string month = tr(month_words.at(static_cast<unsigned>(date.month()) - 1));
    return step.of == TimeStep::Of::month ? month : fmt::format("{} {}", static_cast<unsigned>(date.day()), month);
}

std::vector<double> spread(const std::vector<double>& wanted, double length, double begin, double end) {
    std::vector<std::size_t> order(wanted.size());
    for (std::size_t i = 0; i < order.size(); ++i) { order[i] = i; }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
    std::vector<double> placed(wanted.size());
    double free = begin;
    for (const std::size_t i : order) {
        placed[i] = std::max(wanted[i], free);
        free = placed[i] + length;
    }
    double limit = end;
    for (auto i = order.rbegin(); i != order.rend(); ++i) {
        placed[*i] = std::min(placed[*i], limit - length);
        limit = placed[*i];
    }
    return placed;
}

}  // namespace layers
