// SPDX-License-Identifier: MIT
#include "app/json.h"

namespace app {

std::string document(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace app
