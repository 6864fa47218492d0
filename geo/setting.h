// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>

namespace geo {

/// How a message names something that its reader can set: setting("accuracy", "2 km") is "‹accuracy 2 km›". What that
/// is called and where it is set only they know who ask the reader: the command line has an option of that name, a
/// window has a field. Header-only, as geo::Error.
inline std::string setting(std::string_view name, std::string_view value = {}) {
    std::string text = "‹" + std::string{name} + (value.empty() ? "" : " ");
    constexpr std::string_view close = "›";
    for (std::size_t at = 0; at < value.size();) {
        const bool closes = value.substr(at).starts_with(close);
        const std::size_t size = closes ? close.size() : 1;
        for (int times = 0; times < (closes ? 2 : 1); ++times) { text += value.substr(at, size); }
        at += size;
    }
    return text + std::string{close};
}

using SettingWords = std::function<std::string(std::string_view name, std::string_view value)>;

/// The message with each setting() in it in those words; text between ‹ and › whose first word is no name of a setting
/// stays (`words` returns nothing for it).
inline std::string with_settings(std::string_view message, const SettingWords& words) {
    constexpr std::string_view open = "‹", close = "›";
    std::string text;
    for (std::size_t begin = 0; (begin = message.find(open)) != std::string_view::npos;) {
        std::string inner;
        std::size_t at = begin + open.size();
        const auto closes = [&](std::size_t where) {
            return message.substr(std::min(where, message.size())).starts_with(close);
        };
        while (at < message.size()) {
            const bool ends = closes(at), is_doubled = ends && closes(at + close.size());
            if (ends && !is_doubled) { break; }
            inner += message.substr(at, is_doubled ? close.size() : 1);
            at += is_doubled ? 2 * close.size() : 1;
        }
        if (at >= message.size()) { break; }  // none behind it ends either
        const std::size_t blank = std::min(inner.find(' '), inner.size());
        const std::string named = words(std::string_view{inner}.substr(0, blank),
                                        std::string_view{inner}.substr(std::min(blank + 1, inner.size())));
        text += message.substr(0, begin);
        text += named.empty() ? std::string{open} : named;
        message.remove_prefix(named.empty() ? begin + open.size() : at + close.size());
    }
    return text + std::string{message};
}

}  // namespace geo
