// SPDX-License-Identifier: MIT
#include "app/viewer/model/sheet.h"

#include "support/sheets.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace {

using app::viewer::Ask;
using app::viewer::Sheet;

/// Square kilometres of every plot, with how far off the line it lies: all that figures come of.
std::vector<std::pair<double, double>> plots_of(const Sheet& sheet) {
    std::vector<std::pair<double, double>> plots;
    for (const layers::Plot& plot : sheet.land.plots) {
        plots.emplace_back(plot.area.value(), plot.from_line.front().value());
    }
    return plots;
}

/// A slider keeps what it can of the last cut: whichever way it came, the land is that of a first cut.
TEST(Sheet, StripsThatAreKeptAreThoseThatWouldBeDrawn) {
    Ask ask = support::ask_of("kellogg-15-15", "buffer-40-km");
    app::viewer::Progress progress;
    app::viewer::LastGround last;
    const auto at = [&](const char* depth, bool draft) {
        ask.settings["kellogg-15-15"]["depth"] = depth;
        ask.draft = draft;
        return plots_of(*app::viewer::lay(ask, progress, last));
    };
    const auto first = at("15 km", false);
    at("9 km", true);
    at("38.0 km", true);
    EXPECT_EQ(at("15 km", false), first);
    EXPECT_EQ(plots_of(*support::lay(ask)), first);  // where nothing is kept
    EXPECT_NE(at("9 km", false), first);
}

}  // namespace
