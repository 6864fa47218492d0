// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/fetch_options.h"

namespace app {

/// download(), and a signal meanwhile leaves what has come.
void fetch(const FetchOptions& options, Console& console);

}  // namespace app
