// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/report_options.h"
#include "app/console.h"

namespace app {

/// `demarc report`: lays the plans on their line and writes a page of them that needs nothing beside it.
void report_page(const ReportOptions& options, Console& console);

}  // namespace app
