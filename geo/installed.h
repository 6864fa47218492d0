// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo {

/// The path of a part of demarc that is a file of its own: beside the running program, or in its folder for libraries.
/// `use` says what only this part can do. Throws Error if it is missing.
std::string installed(const std::string& name, const std::string& use);

/// The folder of texts in other languages (GNU gettext's), of the program as it is built or installed; empty if there
/// is none.
std::string installed_texts();

}  // namespace geo
