// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"
#include "geo/shapes.h"
#include "geo/units.h"
#include "layers/model/place.h"
#include "layers/model/unit.h"
#include "layers/model/vocabulary.h"
#include "layers/time/day_files.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <vector>

namespace layers {

/// A piece of land of one unit that another holds on the later of two days. Pieces touch at corners at most, or go
/// from and to different holders.
struct Move {
    geo::Date since, date;
    std::size_t unit;  ///< index in Units
    Holder from, to;   ///< either side, or contested
    geo::Region region;
    geo::SquareKilometres area;
    geo::LonLat inside;
    geo::Kilometres width;             ///< on average: twice the area by the perimeter
    std::vector<const Place*> places;  ///< of all_places() that lie in it; the largest first
    const Place* nearest;              ///< the first of these, or the one nearest to its edge
    geo::Kilometres to_nearest;        ///< 0 within; good to about 2 km, as places are

    std::optional<geo::Date> undone{}, undoes{};  ///< by find_undone(): when it went back; which day's change it undoes

    /// Is it rather the line drawn anew than land that was taken? A heuristic: so thin a sliver is what remains where
    /// a stretch of line is drawn with other corners, or traced once more.
    bool is_thin() const { return width < geo::Kilometres{0.05}; }
};

/// Nine tenths of a piece that go back within so many days were rather a slip, or a report that was taken back, than
/// land that was taken twice. A heuristic too.
inline constexpr std::chrono::days soon_undone{7};

/// Of pieces of several days: says of those of which nine tenths go back to whoever had them within soon_undone on
/// which day they are back; and of those nine tenths of which are such a return, which day's change they undo.
void find_undone(std::vector<Move>& moves);

/// All of them, the largest first: their areas by unit, gains less losses, come to what the two days differ by, within
/// 1e-6 km².
std::vector<Move> moves_between(const DayLand& before, const DayLand& after, const Units& units);

}  // namespace layers
