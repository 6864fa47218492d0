// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace layers::detail {

/// A value as an attribute filter has it: 'Ne''er'.
std::string quoted_for_filter(const std::string& text);

/// A field as an attribute filter has it; a name that SQL does not take as it stands goes into quotation marks.
std::string field_in_filter(const std::string& field);

}  // namespace layers::detail
