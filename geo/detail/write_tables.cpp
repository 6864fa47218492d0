// SPDX-License-Identifier: MIT
#include "geo/database.h"
#include "geo/detail/database.h"
#include "geo/detail/formats.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace geo::detail {

namespace {

std::vector<std::string> layers_of(const Dataset& dataset) {
    std::vector<std::string> layers;
    for (const Feature& feature : dataset.features) {
        if (std::find(layers.begin(), layers.end(), feature.layer) == layers.end()) { layers.push_back(feature.layer); }
    }
    return layers;
}

/// Lower case, so that nobody needs quotes in SQL.
std::string table_name(const std::string& words) {
    std::string name;
    for (const char letter : words) {
        const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        const bool is_capital = letter >= 'A' && letter <= 'Z';
        name += is_plain ? letter : is_capital ? static_cast<char>(letter - 'A' + 'a') : '_';
    }
    return name;
}

}  // namespace

}  // namespace geo::detail

namespace geo {

std::vector<std::string> tables_for(const Dataset& dataset, const std::string& path, const std::string& stem) {
    const std::vector<std::string> layers = detail::layers_of(dataset);
    const detail::Database& database = detail::admitted(path);
    if (!database.tables.empty()) {
        if (database.tables.size() != layers.size()) {
            throw Error{fmt::format("the layers are {} ({}), and the tables named {}", layers.size(),
                                    fmt::join(layers, ", "), database.tables.size()),
                        "name a table for each in tables=, or none: then each is called as its layer",
                        Error::Kind::bad_usage};
        }
        if (std::set<std::string>{database.tables.begin(), database.tables.end()}.size() != layers.size()) {
            throw Error{"two layers cannot go into one table",
                        "name a table for each in tables=", Error::Kind::bad_usage};
        }
        return database.tables;
    }
    std::vector<std::string> tables;
    for (const std::string& layer : layers) {
        tables.push_back(detail::table_name(stem.empty() ? layer : fmt::format("{}_{}", stem, layer)));
    }
    return tables;
}

void detail::write_tables(const Dataset& dataset, const std::string& path, const WriteOptions& options) {
    if (!options.format.empty() && options.format != detail::tables) {
        throw Error{fmt::format("a database holds tables, and no {}", options.format),
                    "name a file to be written instead", Error::Kind::bad_usage};
    }
    const std::vector<std::string> layers = detail::layers_of(dataset);
    try {
        const std::vector<std::string> names = tables_for(dataset, path, options.table_stem);
        Dataset named = dataset;
        for (Feature& feature : named.features) {
            const auto layer = std::find(layers.begin(), layers.end(), feature.layer) - layers.begin();
            feature.layer = names[static_cast<std::size_t>(layer)];
        }
        detail::formats().write_tables(named, detail::admitted(path), names, options.overwrite);
    } catch (const Error& error) { throw error.at({path}); }
}

}  // namespace geo
