// SPDX-License-Identifier: MIT
#include "app/setting_words.h"

#include "geo/safe_text.h"
#include "geo/setting.h"

#include <algorithm>

namespace app {

namespace {

/// What a shell takes as it stands: "5km", "LON,LAT", "EPSG:32637".
bool is_plain(std::string_view value) {
    return std::all_of(value.begin(), value.end(), [](unsigned char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',' || c == '.' ||
               c == ':' || c == '-' || c == '_' || c == '=' || c >= 0x80;
    });
}

bool is_option(std::string_view name) {
    return !name.empty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

}  // namespace

std::string option_words(std::string_view message) {
    return geo::with_settings(message, [](std::string_view name, std::string_view value) {
        if (!is_option(name)) { return std::string{}; }
        std::string words = "--" + std::string{name};
        if (!value.empty()) { words += " " + (is_plain(value) ? std::string{value} : geo::shell_quoted(value)); }
        return words;
    });
}

}  // namespace app
