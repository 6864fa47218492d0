// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/contact_line.h"

#include <string>

namespace layers {

/// "line of contact 2025-12-24 (digitised …), accuracy 2 km", on one line.
std::string line_words(const LineInfo& line);

/// "line of contact 2025-12-24"
std::string named_line(const LineInfo& line);

/// "2025-12-24"; "frontline of 2025-12-24" where its name has no date
std::string dated_name(const LineInfo& line);

/// "accuracy 2 km", "accuracy not stated"
std::string accuracy_words(const LineInfo& line);

}  // namespace layers
