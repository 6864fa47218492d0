// SPDX-License-Identifier: MIT
#include "layers/model/assignment.h"
#include "layers/report/compare_report.h"
#include "layers/report/plan_records.h"

namespace layers::report {

namespace {

Record transfer_record(const Transfer& transfer, const Sides& sides) {
    return Record{}
        .add(field::unit, transfer.unit)
        .add(field::unit_code, transfer.unit_code)
        .add(field::from, class_record(transfer.from, sides))
        .add(field::to, class_record(transfer.to, sides))
        .add(field::changes, id_of(change_of(transfer.from, transfer.to)))
        .add_interval(transfer.estimate)
        .add_contested(transfer.estimate)
        .add(field::unclear, transfer.estimate.unclear);
}

Record difference_record(const Estimate& estimate) {
    return Record{}.add_interval(estimate).add_contested(estimate);
}

Record place_record(const PlaceUnderBoth& place, const Sides& sides) {
    return Record{}
        .add(field::name, place.place->name)
        .add(field::name_uk, place.place->name_uk)
        .add(field::kind, place.place->kind)
        .add(field::unit, place.unit)
        .add(field::unit_code, place.unit_code)
        .add(field::lon, place.place->position.lon)
        .add(field::lat, place.place->position.lat)
        .add(field::from, class_record(place.a.status_class, sides))
        .add(field::to, class_record(place.b.status_class, sides))
        .add(field::population, entry_of(place.place->population))
        .add(field::population_approximate, place.place->population_approximate)
        .add(field::changes, id_of(place.change()))
        .add(field::within_accuracy, place.within_accuracy)
        .add(field::may_change_hands, place.may_change_hands)
        .add(field::distance_to_line_km, entry_of(place.to_line));
}

Records zones_of(const std::vector<ZoneChange>& changes, const Compared& pair) {
    Records records;
    const auto add = [&records](const Plan& plan, const Zone* zone, const Estimate& estimate) {
        if (zone == nullptr) { return; }
        records.push_back(Record{}.add(field::plan, plan.name).add_all(zone_record(*zone)).add_estimate(estimate));
    };
    for (const ZoneChange& change : changes) { add(*pair.a, change.a, change.of_a); }
    for (const ZoneChange& change : changes) { add(*pair.b, change.b, change.of_b); }
    return records;
}

Records rows_of(const ZoneChange& change, const Sides& sides) {
    Records records;
    for (const ZoneChange::Row& row : change.rows) {
        records.push_back(Record{}
                              .add(field::unit, row.unit)
                              .add(field::unit_code, row.unit_code)
                              .add(field::holder, sides.holder(row.holder))
                              .add(field::km2_gained, row.gained)
                              .add(field::km2_lost, row.lost));
    }
    return records;
}

List place_names(const std::vector<const Place*>& places) {
    List list;
    for (const Place* place : places) { list.words.push_back(place->name); }
    return list;
}

Records zone_change_records(const std::vector<ZoneChange>& changes, const Sides& sides) {
    Records records;
    for (const ZoneChange& change : changes) {
        const char* what = change.a == nullptr   ? "appears"
                           : change.b == nullptr ? "vanishes"
                           : change.rows.empty() ? "stays"
                                                 : "changes";
        records.push_back(zone_record(change.zone())
                              .add(field::change, what)
                              .add(field::km2_gained, change.gained.area)
                              .add(field::km2_lost, change.lost.area)
                              .add(field::gained, difference_record(change.gained))
                              .add(field::lost, difference_record(change.lost))
                              .add(field::rows, rows_of(change, sides))
                              .add(field::entering, place_names(change.entering))
                              .add(field::leaving, place_names(change.leaving)));
    }
    return records;
}

Record pair_record(const Compared& pair, const Overlay& land) {
    Records matrix, places, net, facilities;
    const Sides& sides = pair.a->sides;
    for (const Transfer& transfer : pair.comparison.matrix) { matrix.push_back(transfer_record(transfer, sides)); }
    for (const PlaceUnderBoth& place : pair.places) {
        if (place.change() != Change::none) { places.push_back(place_record(place, sides)); }
        if (is_facility(*place.place)) { facilities.push_back(place_record(place, sides)); }
    }
    for (const HolderTerm& term : holders()) {
        if (term.holder == Holder::undecided) { continue; }  // what is left open is nobody's gain
        if (term.holder == Holder::contested && !land.has_contested()) { continue; }
        const Estimate estimate = pair.net(term.holder);
        net.push_back(Record{}
                          .add_estimate(estimate)
                          .add(field::holder, sides.holder(term.holder))
                          .add(field::unclear, estimate.unclear));
    }
    const std::vector<ZoneChange> zones = zone_changes(pair.on_a, pair.on_b, pair.places, pair.redrawn);
    return Record{}
        .add(field::a, pair.a->name)
        .add(field::b, pair.b->name)
        .add(field::line_a, line_record(line_under(*pair.a, land)))
        .add(field::line_b, line_record(line_under(*pair.b, land)))
        .add(field::parameters_a, parameter_records(*pair.a))
        .add(field::parameters_b, parameter_records(*pair.b))
        .add(field::interval_a, interval_record(line_under(*pair.a, land), land))
        .add(field::interval_b, interval_record(line_under(*pair.b, land), land))
        .add(field::by, land.by ? Entry{land.by->source.source} : Entry{})
        .add(field::edges, "lonlat")
        .add(field::ellipsoid, "WGS84")
        .add(field::matrix, std::move(matrix))
        .add(field::total_km2, pair.comparison.total())
        .add(field::changed, difference_record(pair.comparison.changed()))
        .add(field::net, std::move(net))
        .add(field::zones, zones_of(zones, pair))
        .add(field::zone_changes, zone_change_records(zones, sides))
        .add(field::places, std::move(places))
        .add(field::facilities, std::move(facilities));
}

/// On which lines the two plans stand.
const std::vector<Column>& basis_columns() {
    static const std::vector<Column> columns{{&field::line_a},      {&field::line_a_date}, {&field::line_b},
                                             {&field::line_b_date}, {&field::interval},    {&field::edges},
                                             {&field::ellipsoid}};
    return columns;
}

void add_basis(const Plan& a, const Plan& b, const Overlay& land, std::vector<Entry>& entries) {
    for (const Plan* plan : {&a, &b}) {
        const LineInfo& line = line_under(*plan, land);
        entries.emplace_back(line.name);
        entries.push_back(entry_of(line.date));
    }
    entries.push_back(interval_of(line_under(b, land), land));
    entries.emplace_back("lonlat");
    entries.emplace_back("WGS84");
}

}  // namespace

std::string compare_json(const std::vector<Compared>& pairs, const Overlay& land, const Record& receipt) {
    Records list;
    for (const Compared& pair : pairs) { list.push_back(pair_record(pair, land).add(field::receipt, receipt)); }
    return to_json(list);
}

std::string compare_csv(const std::vector<Compared>& pairs, const Overlay& land) {
    std::vector<Column> columns{{&field::a},         {&field::b},           {&field::unit},
                                {&field::unit_code}, {&field::from_holder}, {&field::from_status},
                                {&field::to_holder}, {&field::to_status},   {&field::km2, Shows::interval},
                                {&field::unclear}};
    columns.insert(columns.end(), basis_columns().begin(), basis_columns().end());
    if (land.has_contested()) { columns.push_back({&field::km2, Shows::contested}); }
    Table table{columns};
    for (const Compared& pair : pairs) {
        for (const Transfer& transfer : pair.comparison.matrix) {
            const StatusWords from = pair.a->sides.words(transfer.from), to = pair.b->sides.words(transfer.to);
            std::vector<Entry> entries{
                pair.a->name, pair.b->name, transfer.unit, transfer.unit_code, from.holder,
                from.status,  to.holder,    to.status,     transfer.estimate,  transfer.estimate.unclear};
            add_basis(*pair.a, *pair.b, land, entries);
            if (land.has_contested()) { entries.emplace_back(transfer.estimate); }
            table.add(std::move(entries));
        }
    }
    return to_csv(table);
}

std::string differences_json(const std::vector<Plan>& plans, const Overlay& land) {
    const auto table = differences(plans, land);
    Records list;
    for (std::size_t a = 0; a < plans.size(); ++a) {
        for (std::size_t b = a + 1; b < plans.size(); ++b) {
            list.push_back(Record{}
                               .add(field::a, plans[a].name)
                               .add(field::b, plans[b].name)
                               .add_all(difference_record(table[a][b].classes))
                               .add(field::zones_km2, table[a][b].zones)
                               .add(field::line_a, line_record(line_under(plans[a], land)))
                               .add(field::line_b, line_record(line_under(plans[b], land))));
        }
    }
    return to_json(list);
}

std::string differences_csv(const std::vector<Plan>& plans, const Overlay& land) {
    const auto differing = differences(plans, land);
    std::vector<Column> columns{{&field::a}, {&field::b}, {&field::km2, Shows::interval}, {&field::zones_km2}};
    columns.insert(columns.end(), basis_columns().begin(), basis_columns().end());
    Table table{columns};
    for (std::size_t a = 0; a < plans.size(); ++a) {
        for (std::size_t b = a + 1; b < plans.size(); ++b) {
            std::vector<Entry> entries{plans[a].name, plans[b].name, differing[a][b].classes, differing[a][b].zones};
            add_basis(plans[a], plans[b], land, entries);
            table.add(std::move(entries));
        }
    }
    return to_csv(table);
}

}  // namespace layers::report
