// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo {

/// The path of a part of demarc that is a file of its own: beside the running program, or in its folder for libraries.
/// `use` says what only this part can do. Throws Error if it is missing.
std::string installed(const std::string& name, const std::string& use);

}  // namespace geo
