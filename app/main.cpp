// SPDX-License-Identifier: MIT
#include "app/commands/run.h"
#include "app/console.h"
#include "geo/error.h"
#include "geo/installed.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

/// Graphics libraries take as long to load as the work on a small file takes, and only the viewer needs them: so it is
/// a program of its own, which takes this one's place.
int main(int argc, char** argv) {
    return app::run(argc, argv, [argv](const app::ViewOptions&, app::Console&) {
        const std::string viewer = geo::installed("demarc-viewer", "this program shows the map");
        execv(viewer.c_str(), argv);
        throw geo::Error{fmt::format("cannot start {}: {}", viewer, std::generic_category().message(errno))};
    });
}
