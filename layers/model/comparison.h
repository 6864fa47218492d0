// SPDX-License-Identifier: MIT
#pragma once

#include "geo/units.h"
#include "layers/model/area_table.h"
#include "layers/model/overlay.h"
#include "layers/model/place.h"
#include "layers/model/plan.h"
#include "layers/model/plan_on.h"
#include "layers/model/point.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace layers {

/// Land of one unit that goes from a status class under one plan to a status class under another; they may be the same.
struct Transfer {
    std::string unit, unit_code;
    StatusClass from, to;
    Estimate estimate;
};

/// What kind of change it is. Land that one of the texts leaves open, or of which neither side is said to hold it, goes
/// from nobody's hands into nobody's.
enum class Change { none, hands, open, status };
Change change_of(const StatusClass& from, const StatusClass& to);

/// "hands", "left open", "status", "none"
std::string id_of(Change change);

/// A place under both plans.
struct PlaceUnderBoth {
    const Place* place;
    std::string unit, unit_code;
    PointStatus a, b;
    bool within_accuracy;
    bool may_change_hands;                   ///< not as drawn, but were a line off by its accuracy
    std::optional<geo::Kilometres> to_line;  ///< of the second plan
    Change change() const { return change_of(a.status_class, b.status_class); }
};

/// Every one of all_places() that lies on the land.
std::vector<PlaceUnderBoth> places_under(const PlanOn& a, const PlanOn& b);

/// Two lines of one day by two sources: what they differ by is itself what is not known.
bool are_two_views_of_a_day(const PlanOn& a, const PlanOn& b);

/// Two plans on one land. What a line that is off by its accuracy changes, it changes under both: where both stand on
/// the same line the shared error cancels in every difference.
class Comparison {
public:
    std::vector<Transfer> matrix;  ///< all land, in the order of units and statuses

    /// The land must have been cut by the areas of both plans. What rests on strips has an interval if `redrawn` says
    /// what the two come to on displaced lines.
    Comparison(const PlanOn& a, const PlanOn& b, RedrawnPair redrawn = {});
    Comparison(const Plan& a, const Plan& b, const Overlay& land);

    geo::SquareKilometres total() const;                 ///< the sum of the matrix: the country
    bool has_interval() const { return has_interval_; }  ///< not of two sources' lines of one day

    Estimate changed() const;  ///< land with another status class
    /// What the holder has more under the second plan, in all or in one of the reporting units; may be negative. Land
    /// that one of the texts leaves undecided is no loss and no gain of anybody else.
    Estimate net(Holder holder, std::optional<int> unit = std::nullopt) const;
    Estimate of(const StatusClass& from, const StatusClass& to) const;  ///< in all units
    std::vector<StatusClass> classes_from() const;
    std::vector<StatusClass> classes_to() const;

private:
    void add_sums(const PlanOn& a, const PlanOn& b);
    void add_rows(const Overlay& land);
    using Key = RedrawnPair::Key;
    using Areas = std::map<Key, geo::SquareKilometres>;
    void add_slopes(const PlanOn& a, const PlanOn& b);
    Estimate at(const Key& key) const;
    /// A sum of what the weights say of each key; `is_area` if it cannot be below nothing.
    template <class Weight>
    Estimate estimate(const Weight& weight, bool is_area) const;
    /// The figure with its strips drawn anew.
    template <class Weight>
    void add_redrawn(const Weight& weight, const Range& limits, Estimate& estimate) const;

    IntervalKind interval_;
    std::shared_ptr<const LineError> error_;
    geo::SquareKilometres whole_;
    bool has_interval_;
    std::map<std::pair<Key, Key>, LineError::Slopes> slopes_;  ///< by what land goes from and to
    std::vector<Areas> moved_;                                 ///< the first with no line moved
    std::vector<Areas> contested_;  ///< with contested land Ukraine's, then Russia's, or none
    RedrawnPair redrawn_;
    std::map<int, geo::SquareKilometres> strips_;  ///< by reporting unit: land of which a rule with a strip decides
    Areas unclear_;                                ///< land on which a rule of either plan is not clear
};

/// How far two plans are apart.
struct Difference {
    Estimate classes;             ///< land with another holder or status, as Comparison::changed() has it
    geo::SquareKilometres zones;  ///< land that lies in zones of other kinds
};

/// Every plan against every other, [a][b]. The land must have been cut by the areas of all rules, and by those of all
/// zones as they are drawn.
std::vector<std::vector<Difference>> differences(const std::vector<Plan>& plans, const Overlay& land);

}  // namespace layers
