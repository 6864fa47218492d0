// SPDX-License-Identifier: MIT
#include "app/figures.h"

#include "app/console.h"
#include "app/json.h"
#include "app/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

std::string whole(geo::SquareKilometres area) {
    if (area.value() == 0) { return "–"; }
    return geo::magnitude(area).value() < 0.5 ? "<1" : with_thousands(area.value());
}

}  // namespace

std::string tolerance(const layers::Figure& figure) {
    if (!figure.line) { return {}; }
    const double off = std::max((figure.area - figure.line->least).value(), (figure.line->most - figure.area).value());
    return off < 1e-6 ? std::string{} : "±" + with_thousands(std::ceil(off));
}

std::string area_text(const layers::Figure& figure) {
    std::string text = whole(figure.area);
    if (figure.readings) {
        const auto [low, high] = std::minmax(figure.readings->least, figure.readings->most);
        const auto bound = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : whole(area); };
        text = fmt::format("{} ({}–{})", whole(figure.area), bound(low), bound(high));
    }
    return figure.unclear ? text + "?" : text;
}

std::string figure_text(const layers::Figure& figure) {
    const std::string off = tolerance(figure);
    return off.empty() ? area_text(figure) : area_text(figure) + " " + off;
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

void add_figure(Json& object, const layers::Figure& figure) {
    add_interval(object, figure);
    put_range(object, "km2_smallest", "km2_largest", figure.readings);
}

std::string label_words(const layers::Label& label, const std::vector<layers::Label>& all) {
    const auto same = [&label](const layers::Label& other) {
        return other.status == label.status && other.holder != label.holder;
    };
    const bool ambiguous = std::any_of(all.begin(), all.end(), same);
    return ambiguous ? fmt::format("{} ({})", label.status, label.holder) : label.status;
}

std::vector<std::string> figure_fields(const layers::Figure& figure) {
    const auto text = [](const std::optional<layers::Range>& range, bool least) {
        return range ? exact((least ? range->least : range->most).value()) : std::string{};
    };
    return {exact(figure.area.value()), text(figure.line, true), text(figure.line, false), text(figure.readings, true),
            text(figure.readings, false)};
}

const std::vector<std::string>& figure_headings() {
    static const std::vector<std::string> names{"km2", "km2_min", "km2_max", "km2_smallest", "km2_largest"};
    return names;
}

}  // namespace app
