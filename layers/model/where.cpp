// SPDX-License-Identifier: MIT
#include "layers/model/where.h"

namespace layers {

std::vector<std::string> units_named(const Where& where) {
    std::vector<std::string> codes;
    visit(where,
          [&codes](const Where& part) { codes.insert(codes.end(), part.unit_codes.begin(), part.unit_codes.end()); });
    return codes;
}

}  // namespace layers
