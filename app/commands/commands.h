// SPDX-License-Identifier: MIT
#pragma once

namespace CLI {
class App;
}

namespace app {

class Console;

/// Each adds one command, with its options, help and work; each has a file of its own.
void add_areas(CLI::App& cli, Console& console);
void add_compare(CLI::App& cli, Console& console);
void add_at(CLI::App& cli, Console& console);
void add_check(CLI::App& cli, Console& console);
void add_schema(CLI::App& cli, Console& console);
void add_export(CLI::App& cli, Console& console);
void add_plans(CLI::App& cli, Console& console);
void add_units(CLI::App& cli, Console& console);
void add_view(CLI::App& cli, Console& console);
void add_measure(CLI::App& cli, Console& console);

}  // namespace app
