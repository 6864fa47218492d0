// SPDX-License-Identifier: MIT
#include "app/fetched/address.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace app {

namespace {

constexpr std::string_view separator = "://";

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return result;
}

/// What servers call a value that gives access: ArcGIS, cloud stores, public interfaces with keys.
bool gives_access(std::string_view name) {
    constexpr std::array exact{"key", "auth", "pass", "pwd", "sig", "user", "username", "login", "sessionid", "sid"};
    constexpr std::array within{"token",      "secret",        "password",  "passwd",          "apikey",
                                "api_key",    "api-key",       "signature", "access_key",      "accesskey",
                                "credential", "authorization", "session",   "subscription-key"};
    const std::string word = lower(name);
    return std::any_of(exact.begin(), exact.end(), [&](std::string_view known) { return word == known; }) ||
           std::any_of(within.begin(), within.end(),
                       [&](std::string_view known) { return word.find(known) != std::string::npos; });
}

std::string shown_query(std::string_view query) {
    std::string shown;
    while (true) {
        const std::size_t end = std::min(query.find_first_of("&;"), query.size());
        const std::string_view part = query.substr(0, end);
        const std::size_t equals = part.find('=');
        const bool is_hidden = equals != part.npos && gives_access(part.substr(0, equals));
        shown += is_hidden ? std::string{part.substr(0, equals)} + "=***" : std::string{part};
        if (end == query.size()) { return shown; }
        shown += query[end];
        query.remove_prefix(end + 1);
    }
}

}  // namespace

std::string without_secrets(std::string words, std::string_view address) {
    const auto hide = [&words](std::string_view secret) {
        constexpr std::size_t fewest = 4;  // a shorter one would tear ordinary words apart
        for (std::size_t at = 0; secret.size() >= fewest && (at = words.find(secret, at)) != std::string::npos;) {
            words.replace(at, secret.size(), "***");
        }
    };
    const std::size_t scheme = address.find(separator), query = address.find('?');
    const std::size_t begin = scheme == address.npos ? 0 : scheme + separator.size();
    const std::size_t end = std::min(address.find_first_of("/?", begin), address.size());
    if (const std::size_t user = address.substr(begin, end - begin).rfind('@'); user != address.npos) {
        const std::string_view both = address.substr(begin, user);
        const std::size_t colon = std::min(both.find(':'), both.size());
        hide(both);
        hide(both.substr(std::min(colon + 1, both.size())));
    }
    for (std::string_view rest = query == address.npos ? std::string_view{} : address.substr(query + 1);
         !rest.empty();) {
        const std::size_t stop = std::min(rest.find_first_of("&;#"), rest.size());
        const std::string_view part = rest.substr(0, stop);
        const std::size_t equals = part.find('=');
        if (equals != part.npos && gives_access(part.substr(0, equals))) { hide(part.substr(equals + 1)); }
        rest.remove_prefix(std::min(stop + 1, rest.size()));
    }
    return words;
}

bool is_address(std::string_view words) {
    const std::size_t at = words.find(separator);
    return at != words.npos && at > 0 &&
           std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at), [](unsigned char letter) {
               return std::isalnum(letter) != 0 || letter == '+' || letter == '-' || letter == '.';
           });
}

std::string shown_address(std::string_view address) {
    address = address.substr(0, address.find('#'));
    const std::size_t scheme = address.find(separator);
    const std::size_t begin = scheme == address.npos ? 0 : scheme + separator.size();
    const std::size_t end = std::min(address.find_first_of("/?\\", begin), address.size());
    const std::size_t user = address.substr(begin, end - begin).rfind('@');
    std::string shown{address.substr(0, begin)};
    address.remove_prefix(user == address.npos ? begin : begin + user + 1);
    const std::size_t query = address.find('?');
    shown += address.substr(0, query);
    if (query != address.npos) { shown += "?" + shown_query(address.substr(query + 1)); }
    return shown;
}

}  // namespace app
