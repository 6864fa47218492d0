// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/view_options.h"

namespace app {

/// The viewer in this process. Everything that the options name is read before the window opens: an error in it is
/// thrown as geo::Error.
void open_viewer(const ViewOptions& options, Console& console);

}  // namespace app
