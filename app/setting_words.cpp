// SPDX-License-Identifier: MIT
#include "app/setting_words.h"

#include "geo/safe_text.h"
#include "geo/setting.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// What a shell takes as it stands: "5km", "LON,LAT", "EPSG:32637".
bool is_plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',' || c == '.' ||
               c == ':' || c == '-' || c == '_' || c == '=' || c >= 0x80;
    });
}

/// The options that messages of geo and layers name; other words between such marks are somebody's text.
constexpr std::array options{"accuracy",    "close",   "contested", "control",     "correlation", "crs",
                             "csv",         "date",    "draws",     "fit-outline", "format",      "held-at",
                             "input-layer", "json",    "layer",     "line",        "max-size",    "min-piece",
                             "overwrite",   "partial", "set",       "sides",       "unit-code",   "unit-name",
                             "units-layer", "where"};

}  // namespace

std::string option_words(std::string_view message) {
    return geo::with_settings(message, [](std::string_view name, std::string_view value) {
        if (std::find(options.begin(), options.end(), name) == options.end()) { return std::string{}; }
        std::string words = "--" + std::string{name};
        if (!value.empty()) { words += " " + (is_plain(value) ? std::string{value} : geo::shell_quoted(value)); }
        return words;
    });
}

}  // namespace app
