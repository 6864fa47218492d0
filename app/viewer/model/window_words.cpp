// SPDX-License-Identifier: MIT
#include "app/viewer/model/window_words.h"

#include "app/setting_words.h"
#include "geo/setting.h"
#include "layers/language/language.h"
#include "layers/language/messages.h"

#include <algorithm>
#include <array>

namespace app::viewer {

std::string window_words(std::string_view message) {
    constexpr std::array<std::string_view, 5> fields{"input-layer", "where", "contested", "date", "held-at"};
    return geo::with_settings(message, [&fields](std::string_view name, std::string_view value) {
        if (name == "overwrite") { return layers::tr("the box \"replace it\""); }
        const std::string setting = geo::setting(name, value);
        if (std::find(fields.begin(), fields.end(), name) == fields.end()) {
            const std::string option = option_words(setting);
            return option == setting ? std::string{} : "demarc view " + option;
        }
        return value.empty() ? layers::tr("the field \"{}\"", name) : layers::tr("the field \"{}\": {}", name, value);
    });
}

std::string problem_words(const geo::Error& error) {
    return window_words(layers::tr_message(error.problem()) + "\n" + layers::tr_message(error.remedy()));
}

}  // namespace app::viewer
