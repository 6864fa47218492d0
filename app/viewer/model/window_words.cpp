// SPDX-License-Identifier: MIT
#include "app/viewer/model/window_words.h"

#include "app/setting_words.h"
#include "geo/setting.h"

#include <algorithm>
#include <array>

namespace app::viewer {

std::string window_words(std::string_view message) {
    constexpr std::array<std::string_view, 5> fields{"input-layer", "where", "contested", "date", "held-at"};
    return geo::with_settings(message, [&fields](std::string_view name, std::string_view value) {
        if (name == "overwrite") { return std::string{"the box \"replace it\""}; }
        const std::string setting = geo::setting(name, value);
        if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
            const std::string option = option_words(setting);
            return option == setting ? std::string{} : "demarc view " + option;
        }
        std::string words = "the field \"";
        words += name;
        words += '"';
        if (!value.empty()) { (words += ": ") += value; }
        return words;
    });
}

}  // namespace app::viewer
