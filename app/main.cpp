// SPDX-License-Identifier: MIT
#include "app/command_line.h"
#include "app/console.h"
#include "geo/file.h"

#include <exception>

int main(int argc, char** argv) {
    geo::end_cleanly_on_signals();
    app::Console console;
    try {
        return app::run(argc, argv, console);
    } catch (const std::exception& error) {
        const geo::Error found = geo::error_of(error);
        console.report(found);
        return static_cast<int>(found.kind());
    }
    return 1;
}
