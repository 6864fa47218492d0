// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace geo::detail {

/// The address of a symbol in a part of demarc that lies beside it or is installed, and that links libraries which take
/// long to load. It stays loaded. Throws Error, with what the module is for, if it is missing from the installation.
void* symbol_in_module(const std::string& file, const char* symbol, const std::string& purpose);

}  // namespace geo::detail
