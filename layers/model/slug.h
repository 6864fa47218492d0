// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// Lower-case ASCII words with hyphens between: "Буфер Знам'янки" → "bufer-znamianky". Ukrainian letters as in the
/// national system (resolution 55 of the Cabinet of Ministers, 2010); other letters end a word. May be empty.
std::string slug(std::string_view name);

}  // namespace layers
