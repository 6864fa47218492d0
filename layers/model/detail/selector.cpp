// SPDX-License-Identifier: MIT
#include "layers/model/detail/selector.h"

namespace layers::detail {

Selector selector_of(const AreaExpression& where, const std::vector<Unit>& units, const std::vector<FrontLine>& lines,
                     const std::vector<OutlineRegion>& outlines) {
    Selector set;
    set.kind = where.kind;
    set.side = where.side;
    set.depths = where.depths;
    if (where.kind == AreaExpression::Kind::units) {
        for (const Unit& unit : units) {
            set.units.push_back(std::ranges::find(where.unit_codes, unit.code) != where.unit_codes.end());
        }
    }
    if (where.kind == AreaExpression::Kind::held_by || where.kind == AreaExpression::Kind::near_line) {
        set.line = line_index(lines, where.line);
        set.beyond = lines[set.line].beyond_contested.value_or(set.line);
    }
    if (where.kind == AreaExpression::Kind::in_outline) { set.outline = outline_index(outlines, where.outline.key); }
    for (const AreaExpression& part : where.parts) { set.parts.push_back(selector_of(part, units, lines, outlines)); }
    return set;
}

}  // namespace layers::detail
