// SPDX-License-Identifier: MIT
#include "layers/model/area_expression.h"

namespace layers {

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
