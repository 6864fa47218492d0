// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace layers {

/// A message that geo or a command has put together in English, in the language that is spoken: the text with values
/// ("the file has no layer \"{}\"") that it was made of is found again, and its translation has the same values; what
/// of these is a text itself is translated too. So what measures speaks to nobody, and an error says in English what
/// it says in a library. A message like which there is none stays as it is.
std::string tr_message(std::string_view english);

}  // namespace layers
