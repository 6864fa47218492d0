// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/fetch_options.h"

namespace app {

/// Fetches what was asked for into its file, with a record beside it; what came of an earlier attempt is gone on with,
/// and what is there already is asked for only if it has changed. Throws geo::Error, or Interrupted.
void download(const FetchOptions& options, Console& console);

}  // namespace app
