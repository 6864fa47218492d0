// SPDX-License-Identifier: MIT
#include "layers/report/balloons.h"

#include "layers/language/language.h"
#include "layers/model/field.h"
#include "layers/model/properties.h"
#include "layers/model/words.h"
#include "layers/report/html.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace layers::report {

namespace {

std::string text_in(const geo::Properties& properties, const Field& field) {
    const geo::Value* value = geo::find(properties, field.key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(value);
    return text == nullptr ? "" : *text;
}

std::optional<double> number_in(const geo::Properties& properties, const Field& field) {
    const geo::Value* value = geo::find(properties, field.key);
    const auto* number = value == nullptr ? nullptr : std::get_if<double>(value);
    return number == nullptr ? std::nullopt : std::optional{*number};
}

std::string area_line(const geo::Properties& properties) {
    const auto area = number_in(properties, field::km2);
    if (!area) { return {}; }
    std::string words = tr("{} km²", with_thousands(*area));
    const auto least = number_in(properties, field::km2_min), most = number_in(properties, field::km2_max);
    if (least && most) { words += " " + tr("({} to {})", with_thousands(*least), with_thousands(*most)); }
    return words;
}

std::string balloon_of(const geo::Properties& properties) {
    std::vector<std::string> lines;
    const auto add = [&lines](const std::string& heading, const std::string& words) {
        if (words.empty()) { return; }
        lines.push_back(heading.empty() ? escaped(words)
                                        : fmt::format("<b>{}</b>: {}", escaped(heading), escaped(words)));
    };
    add("", text_in(properties, field::meaning));
    add("", area_line(properties));
    add(tr("clause"), text_in(properties, field::clause));
    add(tr("unclear"), text_in(properties, field::unclear));
    const std::string line = text_in(properties, field::line), source = text_in(properties, field::line_source);
    add(tr("line"), source.empty() ? line : fmt::format("{} ({})", line, source));
    add(tr("sources"), text_in(properties, field::sources));
    return fmt::format("{}", fmt::join(lines, "<br>"));
}

}  // namespace

void add_balloons(geo::Dataset& dataset) {
    for (geo::Feature& feature : dataset.features) {
        if (std::string balloon = balloon_of(feature.properties); !balloon.empty()) {
            add_property(field::description, std::move(balloon), feature.properties);
        }
    }
}

}  // namespace layers::report
