// SPDX-License-Identifier: MIT
#include "app/report/figures.h"

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

std::string tolerance(const layers::Figure& figure, int decimals) {
    if (!figure.line) { return {}; }
    const double off = std::max((figure.area - figure.line->least).value(), (figure.line->most - figure.area).value());
    const double scale = std::pow(10, decimals);
    return off < 1e-6 ? std::string{} : "±" + with_thousands(std::ceil(off * scale) / scale, decimals);
}

std::string area_text(const layers::Figure& figure, int decimals) {
    std::string text = rounded(figure.area, decimals);
    if (figure.readings || figure.contested) {
        const layers::Range none{figure.area, figure.area};
        const layers::Range text_range = figure.readings.value_or(none), held = figure.contested.value_or(none);
        const auto [low, high] = std::minmax({text_range.least, text_range.most, held.least, held.most});
        const auto bound = [decimals](geo::SquareKilometres area) {
            return area.value() == 0 ? "0" : rounded(area, decimals);
        };
        text = fmt::format("{} ({}–{})", rounded(figure.area, decimals), bound(low), bound(high));
    }
    return figure.unclear ? text + "?" : text;
}

std::string contested_text(const layers::Figure& figure) {
    if (!figure.contested) { return {}; }
    const auto [low, high] = std::minmax(figure.contested->least, figure.contested->most);
    const auto bound = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : rounded(area, 0); };
    return fmt::format(" ({}–{})", bound(low), bound(high));
}

std::string figure_text(const layers::Figure& figure, int decimals) {
    const std::string area = area_text(figure, decimals), off = tolerance(figure, decimals);
    return off.empty() ? area : area + " " + off;
}

namespace {

void put_range(Json& object, const char* least, const char* most, const std::optional<layers::Range>& range) {
    object[least] = range ? Json(range->least.value()) : Json(nullptr);
    object[most] = range ? Json(range->most.value()) : Json(nullptr);
}

}  // namespace

void add_interval(Json& object, const layers::Figure& figure) {
    object["km2"] = figure.area.value();
    put_range(object, "km2_min", "km2_max", figure.line);
}

void add_contested(Json& object, const layers::Figure& figure) {
    if (figure.contested) { put_range(object, "km2_contested_not_held", "km2_contested_held", figure.contested); }
}

void add_figure(Json& object, const layers::Figure& figure) {
    add_interval(object, figure);
    put_range(object, "km2_smallest", "km2_largest", figure.readings);
    add_contested(object, figure);
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

std::vector<std::string> figure_fields(const layers::Figure& figure, bool has_contested) {
    const auto text = [](const std::optional<layers::Range>& range, bool least) {
        return range ? exact((least ? range->least : range->most).value()) : std::string{};
    };
    std::vector<std::string> fields{exact(figure.area.value()), text(figure.line, true), text(figure.line, false),
                                    text(figure.readings, true), text(figure.readings, false)};
    if (has_contested) {
        fields.push_back(text(figure.contested, true));
        fields.push_back(text(figure.contested, false));
    }
    return fields;
}

std::vector<std::string> figure_headings(bool has_contested) {
    std::vector<std::string> names{"km2", "km2_min", "km2_max", "km2_smallest", "km2_largest"};
    if (has_contested) { names.insert(names.end(), {"km2_contested_not_held", "km2_contested_held"}); }
    return names;
}

}  // namespace app
