// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace geo::detail {

/// Throws Error (bad usage) with the layers that the file has if one of those asked for is not among them.
void require_layers(const std::vector<std::string>& asked, const std::vector<std::string>& there);

bool is_chosen(const std::string& layer, const std::vector<std::string>& asked);

}  // namespace geo::detail
