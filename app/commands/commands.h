// SPDX-License-Identifier: MIT
#pragma once

#include "app/command_line.h"
#include "app/commands/chart_options.h"
#include "app/commands/fetch_options.h"
#include "app/commands/legend_picture.h"
#include "app/commands/pack_options.h"
#include "app/commands/render_options.h"
#include "app/commands/report_options.h"
#include "app/commands/view_options.h"

namespace app {

class Console;

/// Each adds one command, with its options, help and work; each has a file of its own.
void add_areas(Command cli, Console& console);
void add_compare(Command cli, Console& console);
void add_at(Command cli, Console& console);
void add_sums(Command cli, Console& console);
void add_verify(Command cli, Console& console);
void add_places(Command cli, Console& console);
void add_check(Command cli, Console& console);
void add_schema(Command cli, Console& console);
void add_export(Command cli, Console& console, LegendPicture legend);
void add_plans(Command cli, Console& console);
void add_units(Command cli, Console& console);
void add_view(Command cli, Console& console, View view);
void add_report(Command cli, Console& console, Report report);
void add_render(Command cli, Console& console, Render render);
void add_pack(Command cli, Console& console, Pack pack);
void add_measure(Command cli, Console& console);
void add_track(Command cli, Console& console, Charts charts);
void add_fetch(Command cli, Console& console, Fetch fetch);
void add_sources(Command cli, Console& console);
void add_documents(Command cli, Console& console);  ///< hidden

}  // namespace app
