// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/words.h"
#include "layers/report/compared.h"

#include <string>

namespace layers::report {

/// "RU-de-facto (Russia) → UA (Ukraine)"
std::string transfer_words(const StatusClass& from, const StatusClass& to, const Compared& pair);

/// Built-in places that change hands, side by side what each side loses, with the people who lived there; those that
/// may change hands within the accuracy of the line; and how many the texts leave open.
std::string places_text(const Compared& pair, bool has_contested, const TextOutput& output);

/// Facilities under both plans: those near the line, and those of which the plans do not say the same.
std::string facilities_text(const Compared& pair, const TextOutput& output);

}  // namespace layers::report
