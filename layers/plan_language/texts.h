// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "layers/model/plan.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace layers {

/// A text or position that sets no land, so that no plan can be drawn of it: a truce, an offer, a meeting.
struct TextWithoutLand {
    std::string name, title, title_uk;
    std::optional<geo::PartialDate> date;
    std::string what, why;  ///< what it says, and why there is no plan of it
    std::map<std::string, PlanSource> sources;
};

/// Those of builtin/texts.yaml, in the order of their dates.
const std::vector<TextWithoutLand>& texts_without_land();

/// By its name; null if there is none.
const TextWithoutLand* find_text(const std::string& name);

/// What became of a text that has a plan.
struct LaterNote {
    std::string plan;
    std::optional<geo::PartialDate> date;
    std::string what;
};

/// Of that plan, in the order of their dates.
std::vector<LaterNote> later_notes(const std::string& plan);

}  // namespace layers
