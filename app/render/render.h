// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/render_options.h"
#include "app/console.h"

namespace app {

/// `demarc render`: lays the plans on their lines, draws a sheet of them and writes it.
void render(const RenderOptions& options, Console& console);

}  // namespace app
