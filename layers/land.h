// SPDX-License-Identifier: MIT
#pragma once

#include "geo/partition.h"
#include "geo/units.h"
#include "layers/contact_line.h"
#include "layers/unit.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace layers {

/// Who holds a piece of land on the day of the line.
enum class Side { ukraine, russia };

/// A piece of land that no border and no line crosses. A plan is a label on each.
struct Plot {
    int unit = 0;  ///< index in Land::units
    Side side = Side::ukraine;
    geo::SquareKilometres area;
    const geo::Face* face = nullptr;
};

/// What two sources that draw the same coast and border differently leave between them.
struct Mismatch {
    geo::SquareKilometres past_units;  ///< held land that lies in no unit; it does not count
    geo::SquareKilometres slivers;     ///< land along the outline that the polygon misses, beside land that it holds
    std::vector<std::pair<std::string, geo::SquareKilometres>> slivers_by_unit;  ///< largest first
};

/// The country cut once by its borders and the line. Tables, matrices and maps are sums and drawings of these plots,
/// and so never disagree.
struct Land {
    Units units;
    Control control;
    geo::Partition partition;
    std::vector<Plot> plots;
    Mismatch mismatch;
    std::vector<geo::Note> notes;  ///< on units, line and their fit, for the user

    Land() = default;
    Land(Land&&) = default;
    Land& operator=(Land&&) = default;
    Land(const Land&) = delete;  // plots point into the partition
    Land& operator=(const Land&) = delete;
    ~Land() = default;

    geo::SquareKilometres total() const;  ///< the sum of the plots
};

/// Slivers no farther than this from the outline count as mismatch of coasts, not as held by the other side.
inline constexpr geo::Kilometres sliver_reach{5};

/// Cuts the country along units and line. With `fit`, slivers within that distance go to Russia's side. A sliver is
/// land that the held land cuts off from the rest, that touches it, and that lies within `fit` (or sliver_reach) of the
/// country's outline everywhere. Throws geo::Error if line and units do not overlap.
Land cut(Units units, Control control, std::optional<geo::Kilometres> fit = std::nullopt);

}  // namespace layers
