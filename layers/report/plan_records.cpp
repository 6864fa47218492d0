// SPDX-License-Identifier: MIT
#include "layers/report/plan_records.h"

namespace layers::report {

namespace {

Record& add_provenance(const Plan& plan, const Provenance& provenance, Record& record) {
    return record.add(field::clause, entry_of(provenance.clause))
        .add(field::sources, source_records(plan, provenance.sources))
        .add(field::confidence, entry_of(provenance.confidence))
        .add(field::unclear, entry_of(provenance.unclear));
}

Record rule_record(const Rule& rule, const Plan& plan) {
    Record record;
    record.add(field::where, rule.where.words).add_all(class_record(rule.status_class, plan.sides));
    return add_provenance(plan, rule.provenance, record);
}

Record zone_in_full(const Zone& zone, const Plan& plan) {
    Record record = zone_record(zone);
    record.add(field::where, zone.where.words);
    return add_provenance(plan, zone.provenance, record);
}

}  // namespace

Record source_record(const std::string& key, const PlanSource& source) {
    return Record{}
        .add(field::key, key)
        .add(field::title, source.title)
        .add(field::publisher, entry_of(source.publisher))
        .add(field::date, entry_of(source.date))
        .add(field::address, entry_of(source.address));
}

Entry interval_of(const LineInfo& line, const Overlay& land) {
    return line.accuracy ? Entry{std::string{id_of(land.interval)}} : Entry{};
}

Record interval_record(const LineInfo& line, const Overlay& land) {
    Record record;
    record.add(field::kind, interval_of(line, land));
    if (!line.accuracy) { return record; }
    record.add(field::accuracy_km, *line.accuracy);
    if (land.interval == IntervalKind::worst) {
        return record.add(field::model, "the line everywhere off by its accuracy, to the one or the other side");
    }
    return record.add(field::probability, interval_probability)
        .add(field::model, "off along its normal by a Gaussian random field, correlation exp(-d²/2l²)")
        .add(field::correlation_km, correlation_of(line))
        .add(field::correlation_assumed, !line.correlation);
}

Record line_record(const LineInfo& line) {
    Record record;
    record.add(field::name, line.kind == LineKind::resulting ? line.source : line.name)
        .add(field::kind, words_of(line.kind))
        .add(field::date, entry_of(line.date))
        .add(field::source, entry_of(line.source))
        .add(field::accuracy_km, entry_of(line.accuracy));
    if (line.kind == LineKind::control_polygon) {
        record.add(field::fit_km, entry_of(line.fit)).add(field::fitted_km2, line.fitted);
    }
    return record;
}

Records source_records(const Plan& plan, const std::vector<std::string>& keys) {
    Records records;
    for (const std::string& key : keys) {
        const auto source = plan.sources.find(key);
        if (source != plan.sources.end()) { records.push_back(source_record(key, source->second)); }
    }
    return records;
}

Records source_records(const Plan& plan) {
    Records records;
    for (const auto& [key, source] : plan.sources) { records.push_back(source_record(key, source)); }
    return records;
}

Record zone_record(const Zone& zone) {
    return Record{}.add(field::id, zone.id).add(field::kind, id_of(zone.kind)).add(field::title, zone.title);
}

Records zone_records(const std::vector<const Zone*>& zones) {
    Records records;
    for (const Zone* zone : zones) { records.push_back(zone_record(*zone)); }
    return records;
}

Records parameter_records(const Plan& plan) {
    Records records;
    for (const Parameter& parameter : plan.parameters) {
        records.push_back(Record{}
                              .add(field::name, parameter.name)
                              .add(field::title, parameter.title)
                              .add(field::value, parameter.value));
    }
    return records;
}

Records reading_records(const Plan& plan) {
    Records records;
    const auto add = [&records](const Plan& reading) {
        records.push_back(Record{}.add(field::id, id_of(reading.reading)).add(field::title, reading.reading_title));
    };
    if (plan.reading != Reading::base) { add(plan); }
    for (const Plan& reading : plan.readings) { add(reading); }
    return records;
}

Records not_drawn_records(const Plan& plan) {
    Records records;
    for (const NotDrawn& entry : plan.not_drawn) {
        records.push_back(Record{}
                              .add(field::clause, entry_of(entry.provenance.clause))
                              .add(field::what, entry.what)
                              .add(field::why, entry.why));
    }
    return records;
}

Records unclear_records(const Plan& plan) {
    Records records;
    const auto add = [&records](const Provenance& provenance) {
        if (provenance.unclear.empty()) { return; }
        records.push_back(Record{}.add(field::clause, provenance.clause).add(field::text, provenance.unclear));
    };
    const auto add_all = [&add](const Plan& reading) {
        for (const Rule& rule : reading.rules) { add(rule.provenance); }
        for (const Zone& zone : reading.zones) { add(zone.provenance); }
    };
    add_all(plan);
    for (const Plan& reading : plan.readings) { add_all(reading); }
    return records;
}

Record class_record(const StatusClass& status_class, const Sides& sides) {
    const StatusWords words = sides.words(status_class);
    return Record{}.add(field::holder, words.holder).add(field::status, words.status);
}

Record plan_record(const Plan& plan) {
    Records rules, zones;
    for (const Rule& rule : plan.rules) { rules.push_back(rule_record(rule, plan)); }
    for (const Zone& zone : plan.zones) { zones.push_back(zone_in_full(zone, plan)); }
    return Record{}
        .add(field::name, plan.name)
        .add(field::title, plan.title)
        .add(field::title_uk, plan.title_uk)
        .add(field::date, entry_of(plan.date))
        .add(field::text_status, plan.text_status)
        .add(field::summary, plan.summary)
        .add(field::line, entry_of(plan.line))
        .add(field::parameters, parameter_records(plan))
        .add(field::readings, reading_records(plan))
        .add(field::sources, source_records(plan))
        .add(field::rules, std::move(rules))
        .add(field::zones, std::move(zones))
        .add(field::not_drawn, not_drawn_records(plan));
}

}  // namespace layers::report
