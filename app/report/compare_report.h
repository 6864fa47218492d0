// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/model/comparison.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <string>
#include <vector>

namespace app {

struct Compared {
    const layers::Plan* a;
    const layers::Plan* b;
    layers::Comparison comparison;
};

/// The forms in which `demarc compare` gives two plans. JSON and CSV carry unrounded km².
std::string compare_json(const std::vector<Compared>& pairs, const layers::Overlay& land);
std::string compare_csv(const std::vector<Compared>& pairs, const layers::Overlay& land);
std::string compare_text(const Compared& pair, const layers::Overlay& land, const Console& console);

/// By how many km² each plan differs from each other.
std::string differences_json(const std::vector<layers::Plan>& plans, const layers::Overlay& land);
std::string differences_csv(const std::vector<layers::Plan>& plans, const layers::Overlay& land);
std::string differences_text(const std::vector<layers::Plan>& plans, const layers::Overlay& land,
                             const Console& console);

}  // namespace app
