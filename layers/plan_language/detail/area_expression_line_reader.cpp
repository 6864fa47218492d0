// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "layers/language/language.h"
#include "layers/model/contact_line.h"
#include "layers/model/outline.h"
#include "layers/model/plan.h"
#include "layers/model/suggest.h"
#include "layers/model/words.h"
#include "layers/plan_language/detail/area_expression_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::detail {

std::string line_words(const std::string& line) {
    if (line == resulting_line) { return tr("the line that results"); }
    return line.empty() ? tr("the line") : tr("the line of {}", line);
}

std::string AreaExpressionReader::line(const YAML::Node& node) const {
    if (!node.IsDefined()) { return {}; }
    std::string name = value(node);
    if (name == "line") { name.clear(); }
    if (name == resulting_line) { return name; }
    const std::vector<std::string> known = builtin_line_names();
    if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
        yaml_.fail(node, fmt::format("there is no built-in line \"{}\"", name), did_you_mean(name, known));
    }
    return name;
}

void AreaExpressionReader::set_line(const YAML::Node& node, AreaExpression& where) const {
    where.line = line(node);
    where.on_resulting_line = where.line == resulting_line;
}

namespace {

std::string side_words(Side side, const Spelling& spelling) {
    return spelling.sides().in_words(side == Side::russia ? Holder::russia : Holder::ukraine);
}

}  // namespace

AreaExpression AreaExpressionReader::held_by(const YAML::Node& node) const {
    AreaExpression result = of_kind(AreaExpression::Kind::held_by);
    if (node.IsMap()) {
        yaml_.check_keys(node, "held_by", {"side", "line"});
        if (!node["side"].IsDefined()) {
            yaml_.fail(node, "held_by needs a \"side\"",
                       fmt::format("{{side: {}, line: 2022-02-23}}", spelling_.name(Side::russia)));
        }
        set_line(node["line"], result);
        result.side = side(node["side"]);
    } else {
        result.side = side(node);
    }
    const bool contested = result.side == Side::contested;
    result.words = contested ? tr("contested") : tr("held by {}", side_words(result.side, spelling_));
    if (!result.line.empty()) { result.words += " " + tr("on {}", line_words(result.line)); }
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
    return outlined(outline, tr("within {} of the border with {}", length_words(outline.distance), tr(name)));
}

AreaExpression AreaExpressionReader::within(const YAML::Node& node) const {
    AreaExpression result = of_kind(AreaExpression::Kind::near_line);
    const bool is_rate = node.IsMap() && node["rate"].IsDefined();
    if (!node.IsMap() || is_rate) {
        result.depths = {length(node), length(node)};
        result.words = tr("within {} of {}", length_words(result.depths.ukraine), line_words(""));
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
    set_line(node["line"], result);
    const std::string of = line_words(result.line);
    if (node["distance"].IsDefined()) {
        if (std::any_of(sides.begin(), sides.end(), [&node](const auto& name) { return node[name].IsDefined(); })) {
            yaml_.fail(node, "a strip has one distance, or one for each side", "leave out \"distance\"");
        }
        const geo::Kilometres depth = length(node["distance"]);
        result.depths = {depth, depth};
        result.words = tr("within {} of {}", length_words(depth), of);
        if (node["side"].IsDefined()) {
            const Side only = side(node["side"]);
            if (only == Side::contested) {
                yaml_.fail(node["side"], "a strip has no depth on contested land",
                           fmt::format("name {} or {}", spelling_.name(Side::ukraine), spelling_.name(Side::russia)));
            }
            (only == Side::ukraine ? result.depths.russia : result.depths.ukraine) = geo::Kilometres{0};
            result.words += " " + tr("on the side of {}", side_words(only, spelling_));
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
    result.words = tr("within {} of {} on the side of {}, {} on that of {}", length_words(result.depths.ukraine),
                      line_words(result.line), side_words(Side::ukraine, spelling_), length_words(result.depths.russia),
                      side_words(Side::russia, spelling_));
    return result;
}

}  // namespace layers::detail
