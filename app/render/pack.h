// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/pack_options.h"
#include "app/console.h"

namespace app {

/// The newsroom pack: each part is made by the command that makes such files, and carries its receipt. Nothing is left
/// of it if a part fails. Throws geo::Error.
void pack(const PackOptions& options, Console& console);

}  // namespace app
