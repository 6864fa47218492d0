// SPDX-License-Identifier: MIT
#include "layers/time/held.h"

#include "geo/dataset.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/time/series.h"
#include "support/files.h"

#include <gtest/gtest.h>

namespace {

const std::string early = DEMARC_SOURCE_FOLDER "/tests/data/held-2025-08-17.geojson",
                  late = DEMARC_SOURCE_FOLDER "/tests/data/held-2025-12-24.geojson";

/// Reference: track(), whose days are measured in another order and from files.
TEST(Held, IsWhatTrackSaysOfTheSameFilesToTheLastBit) {
    const layers::Units units = layers::builtin_units();
    const layers::Series series = layers::track({{early, late}}, units);
    layers::HeldMeter meter{units};
    const layers::HeldByUnit second = meter.measure(layers::control_from_polygons(geo::read(late))),
                             first = meter.measure(layers::control_from_polygons(geo::read(early)));
    EXPECT_EQ(first.held, series.days[0].held);
    EXPECT_EQ(second.held, series.days[1].held);
    EXPECT_EQ(first.contested, series.days[0].contested);
    EXPECT_NE(first.held, second.held);
}

/// Reference: the overlay, by GEOS. A built-in line's land has whole units beside what the line cuts off.
TEST(Held, OfALineIsWhatAnOverlayHasOfIt) {
    const layers::Units units = layers::builtin_units();
    const layers::Control line = layers::builtin_line("2025-12-24", units);
    std::vector<const geo::Region*> pieces;
    for (const geo::Region& piece : line.held) { pieces.push_back(&piece); }
    const geo::Region all = geo::unite_all(pieces);
    layers::HeldMeter meter{units};
    const layers::HeldByUnit measured = meter.measure(line);
    double sum = 0;
    for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
        EXPECT_NEAR(measured.held[unit].value(), geo::area_of(geo::intersect(units.units[unit].region, all)).value(),
                    1e-5)
            << units.units[unit].name;
        EXPECT_EQ(measured.contested[unit].value(), 0);
        sum += measured.held[unit].value();
    }
    EXPECT_GT(sum, 100000);
}

}  // namespace
