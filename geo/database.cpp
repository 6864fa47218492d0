// SPDX-License-Identifier: MIT
#include "geo/database.h"

#include "geo/detail/database.h"
#include "geo/detail/endings.h"
#include "geo/error.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <utility>

namespace geo {

namespace {

constexpr std::string_view prefix = "pg:", blanks = " \t\n\r";

using ConnectionWords = std::vector<std::pair<std::string, std::string>>;

bool starts_with_any(std::string_view path, std::initializer_list<std::string_view> starts) {
    const std::string begin = detail::lower(path.substr(0, 16));
    return std::any_of(starts.begin(), starts.end(), [&begin](auto start) { return begin.starts_with(start); });
}

/// Not a word of it is repeated: one of them may be the end of a password.
[[noreturn]] void refuse_words() {
    throw Error{"the database is not written as KEY=VALUE, blanks between",
                "write PG:host=… dbname=… tables=…, and a value with blanks in '…'", Error::Kind::bad_usage};
}

/// Up to a blank, or in single quotes; a backslash takes the next letter as it is.
std::string take_value(std::string_view& text) {
    const bool is_quoted = text.starts_with('\'');
    if (is_quoted) { text.remove_prefix(1); }
    std::string value;
    for (; !text.empty(); text.remove_prefix(1)) {
        if (is_quoted ? text.front() == '\'' : blanks.find(text.front()) != blanks.npos) { break; }
        if (text.front() == '\\' && text.size() > 1) { text.remove_prefix(1); }
        value += text.front();
    }
    if (is_quoted && text.empty()) { refuse_words(); }
    if (is_quoted) { text.remove_prefix(1); }
    return value;
}

void skip_blanks(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
}

/// As libpq reads them.
ConnectionWords words_of(std::string_view text) {
    ConnectionWords words;
    for (skip_blanks(text); !text.empty(); skip_blanks(text)) {
        const std::size_t end = text.find_first_of(" \t\n\r=");
        const std::string key = detail::lower(text.substr(0, end));
        text.remove_prefix(std::min(end, text.size()));
        skip_blanks(text);
        if (key.empty() || !text.starts_with('=')) { refuse_words(); }
        text.remove_prefix(1);
        skip_blanks(text);
        words.emplace_back(key, take_value(text));
    }
    return words;
}

std::string quoted(const std::string& value) {
    std::string text = "'";
    for (const char letter : value) {
        if (letter == '\'' || letter == '\\') { text += '\\'; }
        text += letter;
    }
    return text + "'";
}

bool is_secret(const std::string& key) {
    return key == "password" || key == "sslpassword";
}

std::string shown(const ConnectionWords& words) {
    std::string name;
    for (const auto& [key, value] : words) {
        if (is_secret(key)) { continue; }
        const bool is_plain = !value.empty() && value.find_first_of(" \t\n\r'\\") == value.npos;
        name += (name.empty() ? "PG:" : " ") + key + "=" + (is_plain ? value : quoted(value));
    }
    return name.empty() ? "PG:" : name;
}

std::vector<std::string> list_in(std::string_view text) {
    std::vector<std::string> list;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (end > 0) { list.emplace_back(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return list;
}

detail::Database opening_of(const ConnectionWords& words) {
    constexpr std::array of_gdal{std::pair{"schemas", "SCHEMAS="}, std::pair{"active_schema", "ACTIVE_SCHEMA="}};
    detail::Database database;
    bool has_timeout = std::getenv("PGCONNECT_TIMEOUT") != nullptr;
    for (const auto& [key, value] : words) {
        const std::string& name = key;
        const auto* const option =
            std::find_if(of_gdal.begin(), of_gdal.end(), [&name](const auto& known) { return name == known.first; });
        if (key == "tables") {
            database.tables = list_in(value);
        } else if (option != of_gdal.end()) {
            database.options.push_back(option->second + value);
        } else {
            has_timeout = has_timeout || key == "connect_timeout";
            database.connection += key + "=" + quoted(value) + " ";
        }
    }
    if (!has_timeout) { database.connection += "connect_timeout='10' "; }
    database.connection += "fallback_application_name='demarc'";
    return database;
}

std::map<std::string, detail::Database>& databases() {
    static std::map<std::string, detail::Database> admitted;
    return admitted;
}

}  // namespace

bool names_database(std::string_view path) {
    return starts_with_any(path, {prefix});
}

std::string stem_of_source(const std::string& path) {
    if (!names_database(path) || is_database_address(path)) { return std::filesystem::path{path}.stem().string(); }
    const ConnectionWords words = words_of(std::string_view{path}.substr(prefix.size()));
    for (const char* wanted : {"tables", "dbname", "service"}) {
        for (const auto& [key, value] : words) {
            if (key == wanted && !value.empty()) { return value; }
        }
    }
    return path.substr(0, prefix.size() - 1);
}

bool is_database_address(std::string_view path) {
    return starts_with_any(path, {"postgresql://", "postgres://", "pg:postgresql://", "pg:postgres://"});
}

std::string shown_database_address(std::string_view path) {
    const std::size_t begin = path.find("://") + 3, at = path.rfind('@');
    const std::string_view place = at == path.npos || at < begin ? path.substr(begin) : path.substr(at + 1);
    return std::string{path.substr(0, begin)} + std::string{place.substr(0, place.find('?'))};
}

std::string admit_database(std::string_view path) {
    const ConnectionWords words = words_of(path.substr(std::min(prefix.size(), path.size())));
    std::string name = shown(words);
    detail::Database database = opening_of(words);
    database.typed = path;
    databases()[name] = std::move(database);
    return name;
}

std::string typed_database(const std::string& name) {
    const auto found = databases().find(name);
    return found == databases().end() ? name : found->second.typed;
}

const detail::Database& detail::admitted(const std::string& name) {
    const auto found = databases().find(name);
    if (found != databases().end()) { return found->second; }
    throw Error{"a database is opened only where the command itself names it, never a plan or a file",
                "name it in the command, or copy what you need into a file", Error::Kind::bad_usage};
}

}  // namespace geo
