// SPDX-License-Identifier: MIT
#include "layers/model/estimate_words.h"

#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace layers {

namespace {

std::string rounded(geo::SquareKilometres area, int decimals) {
    const double unit = std::pow(10, -decimals);
    if (area.value() == 0) { return "–"; }
    return geo::magnitude(area).value() < unit / 2 ? "<" + with_thousands(unit, decimals)
                                                   : with_thousands(area.value(), decimals);
}

}  // namespace

std::string tolerance(const Estimate& estimate, int decimals) {
    if (!estimate.line) { return {}; }
    const double off =
        std::max((estimate.area - estimate.line->least).value(), (estimate.line->most - estimate.area).value());
    const double scale = std::pow(10, decimals);
    return off < 1e-6 ? std::string{} : "±" + with_thousands(std::ceil(off * scale) / scale, decimals);
}

std::string area_text(const Estimate& estimate, int decimals) {
    std::string text = rounded(estimate.area, decimals);
    if (estimate.readings || estimate.contested) {
        const Range none{estimate.area, estimate.area};
        const Range text_range = estimate.readings.value_or(none), held = estimate.contested.value_or(none);
        const auto [low, high] = std::minmax({text_range.least, text_range.most, held.least, held.most});
        const auto bound = [decimals](geo::SquareKilometres area) {
            return area.value() == 0 ? "0" : rounded(area, decimals);
        };
        text = fmt::format("{} ({}–{})", rounded(estimate.area, decimals), bound(low), bound(high));
    }
    return estimate.unclear ? text + "?" : text;
}

std::string contested_text(const Estimate& estimate) {
    if (!estimate.contested) { return {}; }
    const auto [low, high] = std::minmax(estimate.contested->least, estimate.contested->most);
    const auto bound = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : rounded(area, 0); };
    return fmt::format(" ({}–{})", bound(low), bound(high));
}

std::string estimate_text(const Estimate& estimate, int decimals) {
    const std::string area = area_text(estimate, decimals), off = tolerance(estimate, decimals);
    return off.empty() ? area : area + " " + off;
}

std::string class_words(const StatusClass& status_class, const std::vector<StatusClass>& all, const Sides& sides) {
    const auto same = [&status_class](const StatusClass& other) {
        return other.status == status_class.status && other.holder != status_class.holder;
    };
    const bool ambiguous = std::any_of(all.begin(), all.end(), same);
    const StatusWords words = sides.words(status_class);
    return ambiguous ? fmt::format("{} ({})", words.status, words.holder) : words.status;
}

}  // namespace layers
