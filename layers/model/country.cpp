// SPDX-License-Identifier: MIT
#include "layers/model/country.h"

#include "geo/measure.h"
#include "geo/overlay.h"
#include "layers/model/place.h"

#include <algorithm>

namespace layers {

namespace {

geo::Bounds bounds_of(const Units& units) {
    geo::Bounds bounds;
    for (const Unit& unit : units.units) { bounds.add(geo::bounds_of(unit.region)); }
    return bounds;
}

bool has_place_of_ukraine(const Units& units) {
    const geo::Bounds bounds = bounds_of(units);
    const auto lies_there = [&](const Place& place) {
        if (place.unit_code.empty() || !bounds.contains(place.position)) { return false; }
        return std::any_of(units.units.begin(), units.units.end(), [&place](const Unit& unit) {
            return geo::bounds_of(unit.region).contains(place.position) && geo::contains(unit.region, place.position);
        });
    };
    return std::any_of(builtin_places().begin(), builtin_places().end(), lies_there);
}

}  // namespace

bool is_of_ukraine(const Units& units) {
    constexpr double most_of_it = 0.5;
    static const Units ukraine = builtin_units();
    if (!bounds_of(units).overlaps(bounds_of(ukraine))) { return false; }
    if (has_place_of_ukraine(units)) { return true; }
    const geo::Region country = units.country();
    return geo::area_of(geo::intersect(country, ukraine.country())) > geo::area_of(country) * most_of_it;
}

bool speaks_of(const Plan& plan, const Units& units) {
    if (is_of_ukraine(units)) { return units_missing(plan, units.units).empty(); }
    const bool is_general =
        plan.name == "as-held" || plan.name == "freeze" || plan.text_status == "historical template";
    const std::vector<const AreaExpression*> areas = areas_of(plan);
    const auto names_something = [](const AreaExpression* area) {
        bool names = false;
        visit(*area, [&names](const AreaExpression& where) {
            names = names || where.kind == AreaExpression::Kind::units ||
                    where.kind == AreaExpression::Kind::in_outline || !where.line.empty();
        });
        return names;
    };
    return is_general && plan.line.empty() && std::none_of(areas.begin(), areas.end(), names_something);
}

}  // namespace layers
