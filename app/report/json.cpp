// SPDX-License-Identifier: MIT
#include "app/report/json.h"

#include "geo/safe_text.h"

namespace app {

std::string printed(const Json& json) {
    return geo::harmless_json(json.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace app
