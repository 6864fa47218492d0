// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/sheet.h"

#include <map>
#include <memory>
#include <string>
#include <utility>

namespace support {

inline app::viewer::Ask ask_of(const std::string& a, const std::string& b = {}) {
    static const auto units = std::make_shared<const layers::Units>(layers::builtin_units());
    return {a, b, {}, nullptr, units, layers::Theme::light, {}, false};
}

inline std::shared_ptr<const app::viewer::Sheet> lay(const app::viewer::Ask& ask) {
    app::viewer::Progress progress;
    app::viewer::LastGround none;
    return app::viewer::lay(ask, progress, none);
}

/// What the viewer shows of one or two plans, made once.
inline const app::viewer::Sheet& sheet_of(const std::string& a, const std::string& b = {}) {
    static std::map<std::pair<std::string, std::string>, std::shared_ptr<const app::viewer::Sheet>> known;
    auto& sheet = known[{a, b}];
    if (!sheet) { sheet = lay(ask_of(a, b)); }
    return *sheet;
}

}  // namespace support
