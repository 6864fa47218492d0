// SPDX-License-Identifier: MIT
#include "layers/zone.h"

#include <algorithm>

namespace layers {

bool matches(const Where& where, const Plot& plot, const Units& units) {
    const auto inner = [&](const Where& part) { return matches(part, plot, units); };
    switch (where.kind) {
        case Where::Kind::everywhere:
            return true;
        case Where::Kind::units: {
            const std::string& code = units.units[static_cast<std::size_t>(plot.unit)].code;
            return std::find(where.unit_codes.begin(), where.unit_codes.end(), code) != where.unit_codes.end();
        }
        case Where::Kind::held_by:
            return plot.side == where.side;
        case Where::Kind::all:
            return std::all_of(where.parts.begin(), where.parts.end(), inner);
        case Where::Kind::any:
            return std::any_of(where.parts.begin(), where.parts.end(), inner);
        case Where::Kind::except:
            return std::none_of(where.parts.begin(), where.parts.end(), inner);
    }
    return false;
}

std::vector<std::string> units_named(const Where& where) {
    std::vector<std::string> codes = where.unit_codes;
    for (const Where& part : where.parts) {
        for (const std::string& code : units_named(part)) { codes.push_back(code); }
    }
    return codes;
}

}  // namespace layers
