// SPDX-License-Identifier: MIT
#include "geo/detail/gpkg_check.h"

#include "geo/detail/handles.h"
#include "geo/detail/layer_choice.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

namespace geo::detail {

namespace {

using Database = Owned<sqlite3, sqlite3_close>;
using Statement = Owned<sqlite3_stmt, sqlite3_finalize>;

[[noreturn]] void refuse_damaged(sqlite3* database) {
    throw Error{fmt::format("the GeoPackage is damaged: {}", sqlite3_errmsg(database)), "fetch or copy it again"};
}

Database open(const std::string& bytes) {
    sqlite3* opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    Database database{opened};
    if (status != SQLITE_OK) { throw Error{"cannot start SQLite"}; }
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    auto* data = reinterpret_cast<unsigned char*>(const_cast<char*>(bytes.data()));
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(opened, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
        refuse_damaged(opened);
    }
    constexpr int most_steps = 50'000'000;  // a second: a schema of thousands of tables takes a thousandth of it
    sqlite3_progress_handler(
        opened, most_steps, [](void*) { return 1; }, nullptr);
    return database;
}

Statement prepare(sqlite3* database, const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
    return Statement{statement};
}

std::string text(sqlite3_stmt* row, int column) {
    const unsigned char* bytes = sqlite3_column_text(row, column);
    return bytes == nullptr ? "" : reinterpret_cast<const char*>(bytes);
}

template <class Take>
void for_each_row(sqlite3* database, const std::string& sql, const Take& take) {
    const Statement statement = prepare(database, sql);
    if (!statement) { refuse_damaged(database); }
    int status = 0;
    while ((status = sqlite3_step(statement.get())) == SQLITE_ROW) { take(statement.get()); }
    if (status != SQLITE_DONE) { refuse_damaged(database); }
}

std::string quoted(const std::string& name) {
    std::string result = "\"";
    for (const char letter : name) { result += letter == '"' ? std::string{"\"\""} : std::string{letter}; }
    return result + '"';
}

std::string folded(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return name;
}

/// By name in lower case: "table", "view", "virtual" or "shadow", as SQLite itself understands the schema.
std::map<std::string, std::string> kinds_of_tables(sqlite3* database) {
    std::map<std::string, std::string> kinds;
    for_each_row(database, "PRAGMA main.table_list",
                 [&kinds](sqlite3_stmt* row) { kinds[folded(text(row, 1))] = text(row, 2); });
    return kinds;
}

void refuse_programs(sqlite3* database, const std::map<std::string, std::string>& kinds) {
    for (const auto& [name, kind] : kinds) {
        const bool is_index = kind == "virtual" && prepare(database, "SELECT 1 FROM " + quoted(name) + " LIMIT 0");
        if (kind == "virtual" && !is_index) {
            throw Error{fmt::format("its table \"{}\" is a virtual one, which may read other files", name),
                        "take it out, or copy the layers that you need into a new GeoPackage"};
        }
        if (kind == "view" && (name.starts_with("gpkg") || name.starts_with("rtree_"))) {
            throw Error{fmt::format("its table of contents \"{}\" is a view, a query that need not end", name),
                        "copy the layers that you need into a new GeoPackage"};
        }
    }
}

bool is_computed(sqlite3* database, const std::string& table) {
    bool found = false;
    for_each_row(database, "PRAGMA main.table_xinfo(" + quoted(table) + ")",
                 [&found](sqlite3_stmt* row) { found = found || sqlite3_column_int(row, 6) > 1; });
    return found;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
        text.replace(at, what.size(), by);
    }
    return text;
}

/// What stands in GDAL's XML under the key.
std::optional<std::string> item_in(const std::string& xml, const std::string& key) {
    const std::string opening = "<MDI key=\"" + key + "\">", closing = "</MDI>";
    const std::size_t from = xml.find(opening);
    if (from == std::string::npos) { return std::nullopt; }
    const std::size_t begin = from + opening.size();
    std::string text = xml.substr(begin, xml.find(closing, begin) - begin);
    for (const auto& [entity, letter] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
        text = replaced(std::move(text), entity, letter);
    }
    return text;
}

}  // namespace

std::optional<std::string> gpkg_receipt(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) { return std::nullopt; }
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};  // SQLite reads them where they are
    const Database database = open(bytes);
    std::optional<std::string> found;
    if (!kinds_of_tables(database.get()).contains("gpkg_metadata")) { return found; }
    for_each_row(database.get(), "SELECT metadata FROM gpkg_metadata", [&found](sqlite3_stmt* row) {
        if (!found) { found = item_in(text(row, 0), gpkg_receipt_key); }
    });
    return found;
}

void check_gpkg(const std::string& bytes, const std::vector<std::string>& layers) {
    const Database database = open(bytes);
    const auto kinds = kinds_of_tables(database.get());
    if (!kinds.contains("gpkg_contents")) {
        throw Error{"this SQLite database is no GeoPackage", "copy it into one with ogr2ogr copy.gpkg"};
    }
    refuse_programs(database.get(), kinds);
    std::vector<std::string> contents;
    for_each_row(database.get(), "SELECT table_name FROM gpkg_contents WHERE data_type IN ('features', 'attributes')",
                 [&contents](sqlite3_stmt* row) { contents.push_back(text(row, 0)); });
    for (const std::string& layer : contents) {
        const auto kind = kinds.find(folded(layer));
        if (kind == kinds.end() || !is_chosen(layer, layers)) { continue; }
        if (kind->second != "table" || is_computed(database.get(), layer)) {
            throw Error{fmt::format("its layer \"{}\" is {}, a query that need not end", layer,
                                    kind->second == "table" ? "computed" : "a view"),
                        fmt::format("save it as a table of its own, such as: ogr2ogr copy.gpkg FILE \"{}\"", layer)};
        }
    }
}

}  // namespace geo::detail
