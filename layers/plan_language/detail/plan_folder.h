// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace layers::detail {

/// The path of a file that a plan names, as seen from the plan's folder. Plans come by mail, so that one names no file
/// of its reader's: throws geo::Error for a path that leads out of that folder, be it absolute, by "..", or by a link.
std::string file_beside(const std::string& plan, const std::string& name);

}  // namespace layers::detail
