// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "layers/model/outline.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/detail/area_expression_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::detail {

AreaExpression AreaExpressionReader::held_by(const YAML::Node& node) const {
    AreaExpression result = of_kind(AreaExpression::Kind::held_by);
    if (node.IsMap()) {
        yaml_.check_keys(node, "held_by", {"side", "line"});
        if (!node["side"].IsDefined()) {
            yaml_.fail(node, "held_by needs a \"side\"",
                       fmt::format("{{side: {}, line: 2022-02-23}}", spelling_.name(Side::russia)));
        }
        result.line = line(node["line"]);
        result.side = side(node["side"]);
    } else {
        result.side = side(node);
    }
    const bool contested = result.side == Side::contested;
    result.words = contested ? "contested" : "held by " + spelling_.sides().name(result.side);
    if (!result.line.empty()) { result.words += " on " + line_words(result.line); }
    return result;
}

AreaExpression AreaExpressionReader::near_border(const YAML::Node& node) const {
    const std::string of = yaml_.words(node, "of"), prefix = "border with ";
    const std::string name = of.starts_with(prefix) ? of.substr(prefix.size()) : of;
    const auto& known = neighbours();
    if (!of.starts_with(prefix) || std::find(known.begin(), known.end(), name) == known.end()) {
        yaml_.fail(node["of"], fmt::format("a strip is not measured from \"{}\"", of),
                   "write \"of: border with Russia\", or leave \"of\" out for the line");
    }
    Outline outline;
    outline.kind = Outline::Kind::about_border;
    outline.neighbour = name;
    outline.distance = length(node["distance"]);
    return outlined(outline, fmt::format("within {} of the border with {}", geo::to_text(outline.distance), name));
}

AreaExpression AreaExpressionReader::within(const YAML::Node& node) const {
    AreaExpression result = of_kind(AreaExpression::Kind::near_line);
    const bool is_rate = node.IsMap() && node["rate"].IsDefined();
    if (!node.IsMap() || is_rate) {
        result.depths = {length(node), length(node)};
        result.words = fmt::format("within {} of the line", geo::to_text(result.depths.ukraine));
        return result;
    }
    std::vector<std::string> keys{"distance", "side", "line", "of"};
    const std::vector<std::string> sides = spelling_.side_names();
    keys.insert(keys.end(), sides.begin(), sides.end());
    yaml_.check_keys(node, "within", keys);
    if (node["of"].IsDefined()) {
        if (!node["distance"].IsDefined()) {
            yaml_.fail(node, "a strip needs a \"distance\"", "add \"distance: 15 km\"");
        }
        for (const std::string& key : keys) {
            if (key != "distance" && key != "of" && node[key].IsDefined()) {
                yaml_.fail(node[key], fmt::format("\"{}\" says nothing of a strip along a border", key),
                           "leave it out, or set \"held_by\" beside \"within\"");
            }
        }
        return near_border(node);
    }
    result.line = line(node["line"]);
    const std::string of = line_words(result.line);
    if (node["distance"].IsDefined()) {
        if (std::any_of(sides.begin(), sides.end(), [&node](const auto& name) { return node[name].IsDefined(); })) {
            yaml_.fail(node, "a strip has one distance, or one for each side", "leave out \"distance\"");
        }
        const geo::Kilometres depth = length(node["distance"]);
        result.depths = {depth, depth};
        result.words = fmt::format("within {} of {}", geo::to_text(depth), of);
        if (node["side"].IsDefined()) {
            const Side only = side(node["side"]);
            if (only == Side::contested) {
                yaml_.fail(node["side"], "a strip has no depth on contested land",
                           fmt::format("name {} or {}", spelling_.name(Side::ukraine), spelling_.name(Side::russia)));
            }
            (only == Side::ukraine ? result.depths.russia : result.depths.ukraine) = geo::Kilometres{0};
            result.words += fmt::format(" on the side of {}", spelling_.sides().name(only));
        }
        return result;
    }
    return within_of_each(node, std::move(result));
}

/// A depth for each side, under its name.
AreaExpression AreaExpressionReader::within_of_each(const YAML::Node& node, AreaExpression result) const {
    const std::string &first = spelling_.name(Side::ukraine), &second = spelling_.name(Side::russia);
    bool any = false;
    for (const std::string& name : spelling_.side_names()) {
        if (!node[name].IsDefined()) { continue; }
        geo::Kilometres& depth = *spelling_.side(name) == Side::ukraine ? result.depths.ukraine : result.depths.russia;
        if (depth > geo::Kilometres{0}) {
            yaml_.fail(node[name], fmt::format("\"{}\" names a side that has its depth already", name), "keep one");
        }
        depth = length(node[name]);
        any = true;
    }
    if (!any) {
        yaml_.fail(node, "a strip needs a \"distance\"",
                   fmt::format("write {{distance: 15 km}}, or {{{}: 10 km, {}: 25 km}}", first, second));
    }
    if (node["side"].IsDefined()) {
        yaml_.fail(node["side"], "\"side\" goes with \"distance\"",
                   fmt::format("name the depth by its side alone: {{{}: 10 km}}", first));
    }
    result.words = fmt::format("within {} of {} on the side of {}, {} on that of {}",
                               geo::to_text(result.depths.ukraine), line_words(result.line), spelling_.sides().first,
                               geo::to_text(result.depths.russia), spelling_.sides().second);
    return result;
}

}  // namespace layers::detail
