// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/input.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace geo::detail {

/// Takes the one data set in a zip archive, with what belongs to it; in a KMZ all of its KML. `inner` names one of
/// several, or is empty. Throws Error that lists them if there are several and none is named, or if there is none.
void open_zip(std::string_view archive, const std::string& inner, std::uintmax_t max_bytes, Input& input);

/// Throws Error if the content is another thing than the format that the name promises.
void check_content(const InputFile& file, std::string_view format);

}  // namespace geo::detail
