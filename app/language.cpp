// SPDX-License-Identifier: MIT
#include "app/language.h"

#include "layers/language/language.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace app {

namespace {

/// "uk" of "uk_UA.UTF-8".
std::string language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') { continue; }
        const std::string_view locale{value};
        return std::string{locale.substr(0, locale.find_first_of("_.@"))};
    }
    return {};
}

bool is_of_files(const std::vector<std::string>& words) {
    constexpr std::array of_files{"--json", "--csv", "--map", "--screenshot"};
    constexpr std::array commands{"export", "verify", "schema", "check"};
    const auto has = [&words](const char* option) {
        return std::any_of(words.begin(), words.end(), [option](const std::string& word) {
            return word == option || word.starts_with(std::string{option} + "=");
        });
    };
    return std::any_of(of_files.begin(), of_files.end(), has) ||
           (!words.empty() && std::find(commands.begin(), commands.end(), words.front()) != commands.end());
}

}  // namespace

std::optional<std::string> named_language(const std::vector<std::string>& words) {
    constexpr std::string_view option = "--lang";
    std::optional<std::string> named;
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        const std::string_view word = words[i];
        if (word == option && i + 1 < words.size()) { named = words[i + 1]; }
        if (word.starts_with("--lang=")) { named = word.substr(option.size() + 1); }
    }
    return named;
}

std::optional<std::string> language_for(const std::vector<std::string>& words) {
    if (auto named = named_language(words)) { return named; }
    const std::string of_locale = language_of_locale();
    const bool is_english = of_locale.empty() || of_locale == "C" || of_locale == "POSIX" || of_locale == "en";
    if (is_english || is_of_files(words)) { return std::nullopt; }
    const std::vector<std::string> known = layers::languages();
    return std::find(known.begin(), known.end(), of_locale) == known.end() ? std::nullopt : std::optional{of_locale};
}

std::vector<std::string> with_language(std::vector<std::string> words, const std::string& language) {
    std::vector<std::string> result;
    auto end = std::find(words.begin(), words.end(), "--");
    for (auto word = words.begin(); word != end; ++word) {
        if (word->starts_with("--lang=")) { continue; }
        if (*word == "--lang" && word + 1 != end) {
            ++word;
        } else {
            result.push_back(*word);
        }
    }
    if (language != "en") { result.insert(result.end(), {"--lang", language}); }
    result.insert(result.end(), end, words.end());
    return result;
}

}  // namespace app
