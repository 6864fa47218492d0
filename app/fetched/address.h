// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace app {

/// Has it a scheme before "://"? Names of sources and of files have none.
bool is_address(std::string_view words);

/// The address as it may be shown and kept: without user, password and fragment, and with *** for values of the query
/// that give access, such as token=…. It is the same for whoever asks for the same.
std::string shown_address(std::string_view address);

/// Words of others, such as a server's, without what the address keeps secret.
std::string without_secrets(std::string words, std::string_view address);

}  // namespace app
