// SPDX-License-Identifier: MIT
#include "app/report/estimates.h"

#include "app/console.h"
#include "app/report/json.h"
#include "app/report/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

std::string rounded(geo::SquareKilometres area, int decimals) {
    const double unit = std::pow(10, -decimals);
    if (area.value() == 0) { return "–"; }
    return geo::magnitude(area).value() < unit / 2 ? "<" + with_thousands(unit, decimals)
                                                   : with_thousands(area.value(), decimals);
}

}  // namespace

std::string tolerance(const layers::Estimate& estimate, int decimals) {
    if (!estimate.line) { return {}; }
    const double off =
        std::max((estimate.area - estimate.line->least).value(), (estimate.line->most - estimate.area).value());
    const double scale = std::pow(10, decimals);
    return off < 1e-6 ? std::string{} : "±" + with_thousands(std::ceil(off * scale) / scale, decimals);
}

std::string area_text(const layers::Estimate& estimate, int decimals) {
    std::string text = rounded(estimate.area, decimals);
    if (estimate.readings || estimate.contested) {
        const layers::Range none{estimate.area, estimate.area};
        const layers::Range text_range = estimate.readings.value_or(none), held = estimate.contested.value_or(none);
        const auto [low, high] = std::minmax({text_range.least, text_range.most, held.least, held.most});
        const auto bound = [decimals](geo::SquareKilometres area) {
            return area.value() == 0 ? "0" : rounded(area, decimals);
        };
        text = fmt::format("{} ({}–{})", rounded(estimate.area, decimals), bound(low), bound(high));
    }
    return estimate.unclear ? text + "?" : text;
}

std::string contested_text(const layers::Estimate& estimate) {
    if (!estimate.contested) { return {}; }
    const auto [low, high] = std::minmax(estimate.contested->least, estimate.contested->most);
    const auto bound = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : rounded(area, 0); };
    return fmt::format(" ({}–{})", bound(low), bound(high));
}

std::string estimate_text(const layers::Estimate& estimate, int decimals) {
    const std::string area = area_text(estimate, decimals), off = tolerance(estimate, decimals);
    return off.empty() ? area : area + " " + off;
}

namespace {

void put_range(Json& object, const char* least, const char* most, const std::optional<layers::Range>& range) {
    object[least] = range ? Json(range->least.value()) : Json(nullptr);
    object[most] = range ? Json(range->most.value()) : Json(nullptr);
}

}  // namespace

void add_interval(Json& object, const layers::Estimate& estimate) {
    object["km2"] = estimate.area.value();
    put_range(object, "km2_min", "km2_max", estimate.line);
}

void add_contested(Json& object, const layers::Estimate& estimate) {
    if (estimate.contested) { put_range(object, "km2_contested_not_held", "km2_contested_held", estimate.contested); }
}

void add_estimate(Json& object, const layers::Estimate& estimate) {
    add_interval(object, estimate);
    put_range(object, "km2_smallest", "km2_largest", estimate.readings);
    add_contested(object, estimate);
}

std::string class_words(const layers::StatusClass& status_class, const std::vector<layers::StatusClass>& all,
                        const layers::Sides& sides) {
    const auto same = [&status_class](const layers::StatusClass& other) {
        return other.status == status_class.status && other.holder != status_class.holder;
    };
    const bool ambiguous = std::any_of(all.begin(), all.end(), same);
    const layers::StatusWords words = sides.words(status_class);
    return ambiguous ? fmt::format("{} ({})", words.status, words.holder) : words.status;
}

std::vector<std::string> estimate_fields(const layers::Estimate& estimate, bool has_contested) {
    const auto text = [](const std::optional<layers::Range>& range, bool least) {
        return range ? exact((least ? range->least : range->most).value()) : std::string{};
    };
    std::vector<std::string> fields{exact(estimate.area.value()), text(estimate.line, true), text(estimate.line, false),
                                    text(estimate.readings, true), text(estimate.readings, false)};
    if (has_contested) {
        fields.push_back(text(estimate.contested, true));
        fields.push_back(text(estimate.contested, false));
    }
    return fields;
}

std::vector<std::string> estimate_headings(bool has_contested) {
    std::vector<std::string> names{"km2", "km2_min", "km2_max", "km2_smallest", "km2_largest"};
    if (has_contested) { names.insert(names.end(), {"km2_contested_not_held", "km2_contested_held"}); }
    return names;
}

}  // namespace app
