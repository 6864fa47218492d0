// SPDX-License-Identifier: MIT
#include "layers/model/plan_on.h"

#include <utility>

namespace layers {

PlanOn::PlanOn(const Plan& on, const Overlay& of) : PlanOn{on, of, lines_of(on, of)} {}

PlanOn::PlanOn(const Plan& on, const Overlay& of, std::vector<std::size_t> moving)
    : plan{&on}, land{&of}, lines{std::move(moving)} {
    for (const Shift& shift : shifts(of, lines)) { moved.push_back(assign(on, of, shift)); }
    for (const Plan& reading : on.readings) { readings.push_back(assign(reading, of)); }
    for (const Shift& reading : contested_readings(of.lines)) { contested.push_back(assign(on, of, reading)); }
}

}  // namespace layers
