// SPDX-License-Identifier: MIT
#include "app/commands/run.h"
#include "app/console.h"
#include "geo/error.h"
#include "geo/installed.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace {

/// Libraries of graphics and of the network take as long to load as the work on a small file takes, and only what draws
/// or fetches needs them: so it is a program of its own, which takes this one's place.
[[noreturn]] void become(const char* name, const char* use, char** argv) {
    const std::string program = geo::installed(name, use);
    execv(program.c_str(), argv);
    throw geo::Error{fmt::format("cannot start {}: {}", program, std::generic_category().message(errno))};
}

}  // namespace

int main(int argc, char** argv) {
    const char* const pages = "this program draws pages";
    return app::run(
        argc, argv,
        {[argv](const app::ViewOptions&, app::Console&) {
             become("demarc-viewer", "this program shows the map", argv);
         },
         [&](const app::RenderOptions&, app::Console&) { become("demarc-render", pages, argv); },
         [&](const app::ReportOptions&, app::Console&) { become("demarc-render", pages, argv); },
         [&](const app::PackOptions&, app::Console&) { become("demarc-render", pages, argv); },
         [&](const std::string&, const std::vector<geo::LayerStyle>&) -> std::string {
             become("demarc-render", pages, argv);
         },
         [&](const app::ChartOptions&, app::Console&) -> app::DrawChart { become("demarc-render", pages, argv); },
         [argv](const app::FetchOptions&, app::Console&) {
             become("demarc-fetch", "this program goes to the network", argv);
         }});
}
