// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/assignment.h"
#include "layers/model/overlay.h"
#include "layers/model/plan.h"
#include "layers/model/plan_on.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace layers {

struct Range {
    geo::SquareKilometres least, most;
};

/// An area as it may be printed: with what is not certain about it.
struct Estimate {
    geo::SquareKilometres area;
    std::optional<Range> line;      ///< the interval that the land has, see IntervalKind; none if no line moves it
    std::optional<Range> readings;  ///< under the text's smallest and largest reading, where one of them differs
    bool unclear = false;           ///< a rule that it rests on is not clear in the text
    /// Of strips drawn anew along displaced lines, the middle, about which `line` lies: see Redrawn.
    std::optional<geo::SquareKilometres> redrawn{};
    std::optional<geo::SquareKilometres> redrawn_deviation{};  ///< of the draws alone, about `redrawn`
    bool rests_on_strips = false;                              ///< that move with the line
    std::optional<Range> contested{};  ///< with all contested land Ukraine's, then Russia's, where one of them differs
    /// How much of it rests on a rule that is not clear in the text; unknown if none although `unclear`.
    std::optional<geo::SquareKilometres> open{};
};

/// Of the same land as drawn (first) and with the lines moved; in the smallest and the largest reading, or none; and
/// with contested land counted with the one and the other side, or none.
Estimate estimate_of(const std::vector<geo::SquareKilometres>& moved,
                     const std::vector<geo::SquareKilometres>& readings,
                     const std::vector<geo::SquareKilometres>& contested = {});

/// So much more of the figure rests on a text that is not clear.
void add_open(geo::SquareKilometres area, Estimate& estimate);

/// The probable interval of a figure with these slopes, cut off at `limits`: an area is not below nothing, nor above
/// what there is. None if it does not move, or rests on strips: how those change no slope tells.
std::optional<Range> probable_range(geo::SquareKilometres area, const LineError::Slopes& slopes, const LineError& error,
                                    const Range& limits);

/// Of a figure that rests on strips, with what they come to when they are drawn anew: an interval about their middle,
/// by what the draws vary and by what the method errs of `strips`, cut off at `limits`.
void add_spread(const Redrawn::Spread& spread, geo::SquareKilometres strips, const Range& limits, Estimate& estimate);

/// Square kilometres under a plan, by unit, holder and status. Rows are sums of cells, and their sum is the country.
/// Units are the land's reporting units.
class AreaTable {
public:
    struct Row {
        std::string unit, unit_code;
        StatusClass status_class;
        Estimate estimate;
    };
    struct ZoneRow {
        std::string id;
        ZoneKind kind;
        std::string unit, unit_code;
        Estimate estimate;
    };
    std::vector<Row> rows;       ///< in the order of units, then of statuses; also what only a reading has
    std::vector<ZoneRow> zones;  ///< in the order of the plan, then of units

    /// `zones_as_drawn` of a land that was cut so, see cuts_for(): zones have no interval.
    explicit AreaTable(const PlanOn& on, bool zones_as_drawn = false);
    AreaTable(const Plan& plan, const Overlay& land, bool zones_as_drawn = false);

    geo::SquareKilometres total() const;  ///< always the sum of the rows, never a second measurement
    Estimate of(const StatusClass& status_class) const;
    Estimate of(const StatusClass& status_class, const std::string& unit) const;
    Estimate of_zone(const std::string& id) const;  ///< in all units
    std::vector<StatusClass> classes() const;       ///< that occur, in the order of statuses

private:
    using Areas = std::map<std::pair<int, StatusClass>, geo::SquareKilometres>;
    using ZoneAreas = std::map<std::pair<std::string, int>, geo::SquareKilometres>;
    /// The sums under one reading with the lines moved in one way.
    struct Sums {
        Areas areas;
        ZoneAreas zones;
    };
    static Sums sums_of(const Assignment& assignment, const Overlay& land);
    void add_rows(const Overlay& land);
    void add_zone_rows(const Plan& plan, const Overlay& land);

    Estimate of(const std::pair<int, StatusClass>& key) const;

    template <class Key>
    using SlopesBy = std::map<Key, LineError::Slopes>;
    void add_slopes(const PlanOn& on);

    /// Of the keys that are `wanted`, of areas or of zones; `what` and `unit` are what Redrawn calls them.
    template <class Key, class Wanted>
    Estimate estimate(std::map<Key, geo::SquareKilometres> Sums::*part, const SlopesBy<Key>& slopes,
                      const Wanted& wanted, const std::string& what, const std::string& unit) const;
    Estimate of_zone(const std::pair<std::string, int>& key) const;

    /// What figures that rest on strips come to when those are drawn anew; the method errs by a part of `strips`, what
    /// lies in them.
    void add_redrawn(const std::string& what, const std::string& unit, geo::SquareKilometres whole,
                     std::optional<geo::SquareKilometres> strips, Estimate& estimate) const;
    const std::string& unit_key(int reporting) const;

    IntervalKind interval_;
    std::optional<Redrawn> redrawn_;
    std::vector<std::string> unit_keys_;
    std::shared_ptr<const LineError> error_;
    bool zones_as_drawn_;
    std::vector<geo::SquareKilometres> strips_;  ///< by reporting unit: land of which a rule with a strip decides
    std::set<std::string> on_resulting_line_;    ///< what rests on strips along a line that has no error of its own
    SlopesBy<std::pair<int, StatusClass>> slopes_;
    SlopesBy<std::pair<std::string, int>> zone_slopes_;
    std::vector<Sums> moved_;           ///< the first with no line moved
    std::vector<Sums> readings_;        ///< the smallest and the largest, or none
    std::vector<Sums> contested_;       ///< with contested land Ukraine's, then Russia's, or none
    Areas unclear_;                     ///< land of rules that are not clear in the text
    std::map<std::string, int> units_;  ///< by name: index in Overlay::reporting_units()
};

/// The units of which some land does not simply stay with Ukraine, those with the most of it first.
std::vector<std::string> units_touched(const std::vector<AreaTable::Row>& rows);

}  // namespace layers
