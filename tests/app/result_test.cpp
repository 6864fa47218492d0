// SPDX-License-Identifier: MIT
#include "app/viewer/model/result.h"

#include "support/results.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace {

using app::viewer::Request;
using app::viewer::Result;

/// Square kilometres of every cell, with how far off the line it lies: all that figures come of.
std::vector<std::pair<double, double>> cells_of(const Result& result) {
    std::vector<std::pair<double, double>> cells;
    for (const layers::Cell& cell : result.land.cells) {
        cells.emplace_back(cell.area.value(), cell.from_line.front().value());
    }
    return cells;
}

/// A slider keeps what it can of the last cut: whichever way it came, the land is that of a first cut.
TEST(Result, StripsThatAreKeptAreThoseThatWouldBeDrawn) {
    Request request = support::request_of("kellogg-15-15", "buffer-40-km");
    app::viewer::Progress progress;
    app::viewer::LastBaseOverlay last;
    const auto at = [&](const char* depth, bool draft) {
        request.settings["kellogg-15-15"]["depth"] = depth;
        request.draft = draft;
        return cells_of(*app::viewer::lay(request, progress, last));
    };
    const auto first = at("15 km", false);
    at("9 km", true);
    at("38.0 km", true);
    EXPECT_EQ(at("15 km", false), first);
    EXPECT_EQ(cells_of(*support::lay(request)), first);  // where nothing is kept
    EXPECT_NE(at("9 km", false), first);
}

}  // namespace
