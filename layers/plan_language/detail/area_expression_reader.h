// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/area_expression.h"
#include "layers/model/unit.h"
#include "layers/plan_language/detail/spelling.h"
#include "layers/plan_language/detail/yaml.h"

#include <map>
#include <string>
#include <vector>

namespace layers::detail {

/// No width of a strip, and no bound of one, is more.
inline constexpr geo::Kilometres farthest{500};

/// Values of a plan's parameters by name, as they were written.
using Values = std::map<std::string, std::string>;

/// Reads sets of points out of a plan. Throws geo::Error with line and column.
class AreaExpressionReader {
public:
    AreaExpressionReader(const YamlText& yaml, const std::vector<Unit>& units, const Values& values,
                         const Spelling& spelling, const geo::ReadOptions& files = {})
        : yaml_{yaml}, units_{units}, values_{values}, spelling_{spelling}, files_{files} {}

    AreaExpression where(const YAML::Node& node, int depth = 0) const;

    /// Code of the unit that the node names.
    std::string unit_code(const YAML::Node& node) const;

    /// Its text, or the value of the parameter that it names ("$depth").
    std::string value(const YAML::Node& node) const;

    /// Name of a built-in line; empty for "line", the one that the plan stands on, or if the node is not there;
    /// `resulting_line`.
    std::string line(const YAML::Node& node) const;

    const Spelling& spelling() const { return spelling_; }

private:
    void set_line(const YAML::Node& node, AreaExpression& where) const;
    std::string resolved(const std::string& text, const YAML::Node& node) const;
    Side side(const YAML::Node& node) const;
    geo::Kilometres length(const YAML::Node& node) const;
    geo::Kilometres advance(const YAML::Node& node) const;
    geo::LonLat position(const YAML::Node& node) const;
    geo::LonLat place(const YAML::Node& node) const;
    geo::Path path(const YAML::Node& node, bool of_places) const;
    geo::Ends ends(const YAML::Node& node) const;

    AreaExpression where_for(const std::string& key, const YAML::Node& area, int depth) const;
    AreaExpression list_of(AreaExpression::Kind kind, const YAML::Node& node, int depth) const;
    AreaExpression held_by(const YAML::Node& node) const;
    AreaExpression within(const YAML::Node& node) const;
    AreaExpression within_of_each(const YAML::Node& node, AreaExpression result) const;
    AreaExpression near_border(const YAML::Node& node) const;
    AreaExpression around(const YAML::Node& node) const;
    AreaExpression along(const YAML::Node& node) const;
    AreaExpression between(const YAML::Node& node) const;
    AreaExpression polygon(const YAML::Node& area) const;
    AreaExpression drawn_polygon(const YAML::Node& corners) const;
    AreaExpression polygon_of_file(const YAML::Node& area) const;
    geo::ReadOptions reading(const YAML::Node& area) const;

    const YamlText& yaml_;
    const std::vector<Unit>& units_;
    const Values& values_;
    Spelling spelling_;
    const geo::ReadOptions files_;
};

AreaExpression of_kind(AreaExpression::Kind kind);
AreaExpression outlined(Outline outline, std::string words);

/// "the line", "the line that results" or "the line of 2022-02-23"
std::string line_words(const std::string& line);

/// The built-in units, which every plan may name.
const std::vector<Unit>& known_units();

}  // namespace layers::detail
