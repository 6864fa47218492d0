// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/land.h"
#include "layers/plan.h"

#include <string>
#include <vector>

namespace layers {

/// Square kilometres under a plan, by unit, holder and status. Rows are sums of plots, and their sum is the country.
struct AreaTable {
    struct Row {
        std::string unit, unit_code;
        Label label;
        geo::SquareKilometres area;
        bool unclear = false;  ///< a rule that the row rests on is not clear in the text
    };
    struct ZoneRow {
        std::string id, kind, unit, unit_code;
        geo::SquareKilometres area;
        bool unclear = false;
    };
    std::vector<Row> rows;  ///< in the order of units, then of statuses
    std::vector<ZoneRow> zones;

    geo::SquareKilometres total() const;  ///< always the sum of the rows, never a second measurement
    geo::SquareKilometres of(const Label& label) const;
    geo::SquareKilometres of(const Label& label, const std::string& unit) const;
    std::vector<Label> labels() const;  ///< that occur, in the order of statuses
};

AreaTable areas_under(const Plan& plan, const Land& land);

/// The label of land that a plan leaves alone.
inline const Label untouched{"Ukraine", "UA"};

/// The units of which some land does not simply stay with Ukraine, those with the most of it first.
std::vector<std::string> units_touched(const AreaTable& table);

}  // namespace layers
