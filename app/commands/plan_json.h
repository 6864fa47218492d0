// SPDX-License-Identifier: MIT
#pragma once

#include "app/json.h"
#include "layers/plan.h"

namespace app {

/// The plan's sources, by key, with title and date.
inline Json sources_json(const layers::Plan& plan) {
    Json list = Json::array();
    for (const auto& [key, source] : plan.sources) {
        list.push_back({{"key", key}, {"title", source.title}, {"date", or_null(source.date)}});
    }
    return list;
}

/// What the text sets without an area, and why it is not drawn.
inline Json not_drawn_json(const layers::Plan& plan) {
    Json list = Json::array();
    for (const layers::NotDrawn& entry : plan.not_drawn) {
        list.push_back({{"clause", or_null(entry.basis.clause)}, {"what", entry.what}, {"why", entry.why}});
    }
    return list;
}

}  // namespace app
