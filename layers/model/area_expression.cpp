// SPDX-License-Identifier: MIT
#include "layers/model/area_expression.h"

namespace layers {

bool has_strip(const AreaExpression& where) {
    bool has = false;
    visit(where, [&has](const AreaExpression& part) { has = has || part.kind == AreaExpression::Kind::near_line; });
    return has;
}

bool rests_on_resulting_line(const AreaExpression& where) {
    bool rests = false;
    visit(where, [&rests](const AreaExpression& part) { rests = rests || part.on_resulting_line; });
    return rests;
}

std::vector<std::string> units_named(const AreaExpression& where) {
    std::vector<std::string> codes;
    visit(where, [&codes](const AreaExpression& part) {
        codes.insert(codes.end(), part.unit_codes.begin(), part.unit_codes.end());
    });
    return codes;
}

}  // namespace layers
