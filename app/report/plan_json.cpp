// SPDX-License-Identifier: MIT
#include "app/report/plan_json.h"

#include "app/report/json.h"

namespace app {

Json sources_json(const layers::Plan& plan) {
    Json list = Json::array();
    for (const auto& [key, source] : plan.sources) {
        list.push_back({{"key", key},
                        {"title", source.title},
                        {"publisher", or_null(source.publisher)},
                        {"date", or_null(source.date)},
                        {"address", or_null(source.address)}});
    }
    return list;
}

Json line_json(const layers::LineInfo& line) {
    return {{"name", line.name},
            {"kind", words_of(line.kind)},
            {"date", or_null(geo::to_text(line.date))},
            {"source", or_null(line.source)},
            {"accuracy_km", or_null(line.accuracy)}};
}

Json parameters_json(const layers::Plan& plan) {
    Json list = Json::array();
    for (const layers::Parameter& parameter : plan.parameters) {
        list.push_back({{"name", parameter.name}, {"title", parameter.title}, {"value", parameter.value}});
    }
    return list;
}

Json readings_json(const layers::Plan& plan) {
    Json list = Json::array();
    if (plan.reading != layers::Reading::base) {
        list.push_back({{"id", id_of(plan.reading)}, {"title", plan.reading_title}});
    }
    for (const layers::Plan& reading : plan.readings) {
        list.push_back({{"id", id_of(reading.reading)}, {"title", reading.reading_title}});
    }
    return list;
}

Json not_drawn_json(const layers::Plan& plan) {
    Json list = Json::array();
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        list.push_back({{"clause", or_null(entry.provenance.clause)}, {"what", entry.what}, {"why", entry.why}});
    }
    return list;
}

}  // namespace app
