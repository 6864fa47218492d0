// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace layers {

/// Words that agree with a number. A translation gives their forms where they stand, in the order of the catalogue's
/// Plural-Forms, "пропущено {} ⟨день|дні|днів⟩", and here the form is chosen that fits the nearest number before
/// them; the last form if there is no number. English writes its two forms itself.
std::string agreeing(std::string text);

}  // namespace layers
