// SPDX-License-Identifier: MIT
#include "app/database_words.h"

#include "geo/database.h"

#include <algorithm>

namespace app {

namespace {

/// Where the database's name begins; npos if there is none.
std::size_t place_of_database(std::string_view word) {
    const auto is_named = [word](std::size_t at) {
        return geo::names_database(word.substr(at)) || geo::is_database_address(word.substr(at));
    };
    if (is_named(0)) { return 0; }
    const std::size_t equals = word.starts_with("-") ? word.find('=') : word.npos;
    return equals != word.npos && is_named(equals + 1) ? equals + 1 : word.npos;
}

/// One in the midst of a word is none that could be opened, and may have a password all the same.
void hide_connection(std::string& word) {
    for (std::size_t at = 1; at < word.size(); ++at) {
        const std::string_view rest = std::string_view{word}.substr(at);
        if (!geo::names_database(rest) && !geo::is_database_address(rest)) { continue; }
        const bool may_have_secret = rest.find("assw") != rest.npos || rest.find("ASSW") != rest.npos ||
                                     (geo::is_database_address(rest) && rest.find('@') != rest.npos);
        if (may_have_secret) { word = word.substr(0, at) + "***"; }
        return;
    }
}

}  // namespace

bool has_database(std::string_view word) {
    return place_of_database(word) != word.npos;
}

std::vector<std::string> with_databases_admitted(std::vector<std::string> words) {
    for (std::string& word : words) {
        const std::size_t begin = place_of_database(word);
        if (begin == word.npos) {
            hide_connection(word);
            continue;
        }
        const std::string named = word.substr(begin);
        word.resize(begin);
        word += geo::is_database_address(named) ? geo::shown_database_address(named) : geo::admit_database(named);
    }
    return words;
}

std::vector<std::string> with_databases_as_typed(std::vector<std::string> words) {
    for (std::string& word : words) {
        const std::size_t begin = place_of_database(word);
        if (begin != word.npos) { word = word.substr(0, begin) + geo::typed_database(word.substr(begin)); }
    }
    return words;
}

}  // namespace app
