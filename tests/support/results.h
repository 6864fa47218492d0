// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/result.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace support {

inline app::viewer::Request request_of(const std::string& a, const std::string& b = {}) {
    static const auto units = std::make_shared<const layers::Units>(layers::builtin_units());
    return {a, b, {}, nullptr, units, layers::Theme::light, {}, false};
}

inline std::shared_ptr<const app::viewer::Result> lay(const app::viewer::Request& request) {
    app::viewer::Progress progress;
    app::viewer::LastBaseOverlay none;
    return app::viewer::lay(request, progress, none);
}

/// What the viewer shows of one or two plans, made once.
inline const app::viewer::Result& result_of(const std::string& a, const std::string& b = {}) {
    static std::map<std::pair<std::string, std::string>, std::shared_ptr<const app::viewer::Result>> known;
    auto& result = known[{a, b}];
    if (!result) { result = lay(request_of(a, b)); }
    return *result;
}

/// The same for layers/map, without a backdrop.
inline layers::MapContent content_of(const app::viewer::Result& result) {
    static const layers::Scene nothing;
    static const layers::MapFrame frame = layers::frame_of(layers::builtin_units());
    return app::viewer::content_of(result, nothing, frame);
}

}  // namespace support
