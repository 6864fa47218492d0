// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/words.h"
#include "layers/report/compared.h"
#include "layers/report/record.h"

#include <string>
#include <vector>

namespace layers::report {

/// What changes from the one plan to the other. JSON, a list of one or more, and CSV carry unrounded
/// km².
std::string compare_json(const std::vector<Compared>& pairs, const Overlay& land, const Record& receipt = {});
std::string compare_csv(const std::vector<Compared>& pairs, const Overlay& land);
std::string compare_text(const Compared& pair, const Overlay& land, const TextOutput& output);

/// By how many km² each plan differs from each other.
std::string differences_json(const std::vector<Plan>& plans, const Overlay& land);
std::string differences_csv(const std::vector<Plan>& plans, const Overlay& land);
std::string differences_text(const std::vector<Plan>& plans, const Overlay& land, const TextOutput& output);

}  // namespace layers::report
