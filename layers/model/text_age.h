// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/contact_line.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"

#include <string>
#include <vector>

namespace layers {

/// Is the line of within a month of the plan's text, or newer? No if either has no date, nor for historical templates.
bool is_as_new_as_the_text(const Plan& plan, const LineInfo& line);

/// That the line is more than a month newer or older than the texts that are measured on it, by how many days, what
/// that means for the figures, and of one text which built-in line is nearer. Empty where it is not, where either has
/// no date, and of historical templates, whose texts were never about this line. A text that is dated by its month or
/// year alone is of all its days.
std::string text_age_words(const std::vector<const Plan*>& plans, const LineInfo& line);

/// The same of plans on a land, of each of the lines that they stand on.
std::string text_age_words(const std::vector<const Plan*>& plans, const Overlay& land);

}  // namespace layers
