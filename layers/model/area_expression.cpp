// SPDX-License-Identifier: MIT
#include "layers/model/area_expression.h"

namespace layers {

std::vector<std::string> units_named(const AreaExpression& where) {
    std::vector<std::string> codes;
    visit(where, [&codes](const AreaExpression& part) {
        codes.insert(codes.end(), part.unit_codes.begin(), part.unit_codes.end());
    });
    return codes;
}

}  // namespace layers
