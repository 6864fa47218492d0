// SPDX-License-Identifier: MIT
#include "app/report/compare_report.h"
#include "app/report/estimates.h"
#include "app/report/json.h"
#include "app/report/plan_json.h"
#include "app/report/table.h"
#include "layers/model/assignment.h"

namespace app {

namespace {

Json class_json(const layers::StatusClass& status_class, const layers::Sides& sides) {
    const layers::StatusWords words = sides.words(status_class);
    return {{"holder", words.holder}, {"status", words.status}};
}

Json transfer_json(const layers::Transfer& transfer, const layers::Sides& sides) {
    Json made{{"unit", transfer.unit},
              {"unit_code", transfer.unit_code},
              {"from", class_json(transfer.from, sides)},
              {"to", class_json(transfer.to, sides)}};
    add_interval(made, transfer.estimate);
    add_contested(made, transfer.estimate);
    made["unclear"] = transfer.estimate.unclear;
    return made;
}

Json estimate_json(const layers::Estimate& estimate) {
    Json made = Json::object();
    add_interval(made, estimate);
    add_contested(made, estimate);
    return made;
}

Json place_json(const layers::PlaceUnderBoth& place, const layers::Sides& sides) {
    return {{"name", place.place->name},
            {"name_uk", place.place->name_uk},
            {"kind", place.place->kind},
            {"unit", place.unit},
            {"unit_code", place.unit_code},
            {"lon", place.place->position.lon},
            {"lat", place.place->position.lat},
            {"from", class_json(place.a.status_class, sides)},
            {"to", class_json(place.b.status_class, sides)},
            {"population", place.place->population ? Json(*place.place->population) : Json(nullptr)},
            {"population_approximate", place.place->population_approximate},
            {"within_accuracy", place.within_accuracy},
            {"distance_to_line_km", or_null(place.to_line)}};
}

Json zones_json(const Compared& pair, const layers::Overlay& land) {
    Json list = Json::array();
    for (const layers::Plan* plan : {pair.a, pair.b}) {
        const layers::AreaTable table{*plan, land};
        for (const layers::Zone& zone : plan->zones) {
            Json made{{"plan", plan->name}, {"id", zone.id}, {"kind", id_of(zone.kind)}};
            add_estimate(made, table.of_zone(zone.id));
            list.push_back(std::move(made));
        }
    }
    return list;
}

Json pair_json(const Compared& pair, const layers::Overlay& land) {
    Json matrix = Json::array(), places = Json::array(), net = Json::array(), facilities = Json::array();
    const layers::Sides& sides = pair.a->sides;
    for (const layers::Transfer& transfer : pair.comparison.matrix) {
        matrix.push_back(transfer_json(transfer, sides));
    }
    for (const layers::PlaceUnderBoth& place : pair.comparison.places) {
        if (place.changes()) { places.push_back(place_json(place, sides)); }
        if (layers::is_facility(*place.place)) { facilities.push_back(place_json(place, sides)); }
    }
    for (const auto& [holder, id, uk] : layers::holders()) {
        if (holder == layers::Holder::contested && !land.has_contested()) { continue; }
        Json made = estimate_json(pair.comparison.net(holder));
        made["holder"] = sides.holder(holder);
        net.push_back(std::move(made));
    }
    return {{"a", pair.a->name},
            {"b", pair.b->name},
            {"line_a", line_json(line_under(*pair.a, land))},
            {"line_b", line_json(line_under(*pair.b, land))},
            {"by", land.by ? Json(land.by->source.source) : Json(nullptr)},
            {"edges", "lonlat"},
            {"ellipsoid", "WGS84"},
            {"matrix", std::move(matrix)},
            {"total_km2", pair.comparison.total().value()},
            {"changed", estimate_json(pair.comparison.changed())},
            {"net", std::move(net)},
            {"zones", zones_json(pair, land)},
            {"places", std::move(places)},
            {"facilities", std::move(facilities)}};
}

}  // namespace

std::string compare_json(const std::vector<Compared>& pairs, const layers::Overlay& land) {
    if (pairs.size() == 1) { return printed(pair_json(pairs.front(), land)); }
    Json list = Json::array();
    for (const Compared& pair : pairs) { list.push_back(pair_json(pair, land)); }
    return printed(list);
}

std::string compare_csv(const std::vector<Compared>& pairs, const layers::Overlay& land) {
    std::vector<std::string> headings{"a",         "b",           "unit",   "unit_code",   "from_holder", "from_status",
                                      "to_holder", "to_status",   "km2",    "km2_min",     "km2_max",     "unclear",
                                      "line_a",    "line_a_date", "line_b", "line_b_date", "edges",       "ellipsoid"};
    const bool contested = land.has_contested();
    if (contested) { headings.insert(headings.end(), {"km2_contested_not_held", "km2_contested_held"}); }
    std::string text = csv_line(headings);
    for (const Compared& pair : pairs) {
        const layers::LineInfo &a = line_under(*pair.a, land), &b = line_under(*pair.b, land);
        for (const layers::Transfer& transfer : pair.comparison.matrix) {
            const std::vector<std::string> numbers = estimate_fields(transfer.estimate, contested);
            const layers::StatusWords from = pair.a->sides.words(transfer.from), to = pair.b->sides.words(transfer.to);
            std::vector<std::string> fields{pair.a->name,  pair.b->name,
                                            transfer.unit, transfer.unit_code,
                                            from.holder,   from.status,
                                            to.holder,     to.status,
                                            numbers[0],    numbers[1],
                                            numbers[2],    transfer.estimate.unclear ? "true" : "false",
                                            a.name,        geo::to_text(a.date),
                                            b.name,        geo::to_text(b.date),
                                            "lonlat",      "WGS84"};
            fields.insert(fields.end(), numbers.begin() + 5, numbers.end());
            text += csv_line(fields);
        }
    }
    return text;
}

std::string differences_json(const std::vector<layers::Plan>& plans, const layers::Overlay& land) {
    const auto table = layers::differences(plans, land);
    Json list = Json::array();
    for (std::size_t a = 0; a < plans.size(); ++a) {
        for (std::size_t b = a + 1; b < plans.size(); ++b) {
            Json made{{"a", plans[a].name}, {"b", plans[b].name}};
            made.update(estimate_json(table[a][b].classes));
            made["zones_km2"] = table[a][b].zones.value();
            made["line_a"] = line_json(line_under(plans[a], land));
            made["line_b"] = line_json(line_under(plans[b], land));
            list.push_back(std::move(made));
        }
    }
    return printed(list);
}

std::string differences_csv(const std::vector<layers::Plan>& plans, const layers::Overlay& land) {
    const auto table = layers::differences(plans, land);
    std::string text = csv_line({"a", "b", "km2", "km2_min", "km2_max", "zones_km2", "line_a", "line_a_date", "line_b",
                                 "line_b_date", "edges", "ellipsoid"});
    for (std::size_t a = 0; a < plans.size(); ++a) {
        for (std::size_t b = a + 1; b < plans.size(); ++b) {
            const std::vector<std::string> numbers = estimate_fields(table[a][b].classes, false);
            const layers::LineInfo &first = line_under(plans[a], land), &second = line_under(plans[b], land);
            text += csv_line({plans[a].name, plans[b].name, numbers[0], numbers[1], numbers[2],
                              exact(table[a][b].zones.value()), first.name, geo::to_text(first.date), second.name,
                              geo::to_text(second.date), "lonlat", "WGS84"});
        }
    }
    return text;
}

}  // namespace app
