// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_database.h"

#include "geo/detail/gdal_write.h"
#include "geo/detail/layer_choice.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace geo::detail {

namespace {

bool has_any(const std::string& reason, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&reason](const char* word) { return reason.find(word) != std::string::npos; });
}

/// In one line, without GDAL's name of the call.
std::string server_reason() {
    std::string reason = gdal_reason();
    constexpr std::string_view call = "PQconnectdb failed.\n";
    if (reason.starts_with(call)) { reason.erase(0, call.size()); }
    while (!reason.empty() && reason.back() == '\n') { reason.pop_back(); }
    std::string line;
    for (const char letter : reason) {
        if (letter != '\t') { line += letter == '\n' ? ' ' : letter; }
    }
    return line;
}

[[noreturn]] void refuse_connection() {
    const std::string reason = server_reason();
    if (has_any(reason, {"password", "authentication", "role \""})) {
        throw Error{"the database does not let the user in: " + reason,
                    "check the user; the password is best kept in ~/.pgpass, PGPASSWORD or a service"};
    }
    if (has_any(reason, {"database \"", "permission denied"})) {
        throw Error{"the server does not open that database: " + reason, "check its name, and whether the user may"};
    }
    if (has_any(reason, {"definition of service", "service file", "connection option"})) {
        throw Error{"the connection is not understood: " + reason, "check its words and the service file",
                    Error::Kind::bad_usage};
    }
    throw Error{"the database's server cannot be reached: " + reason,
                "check host and port, and that the server runs and lets this machine in"};
}

/// A table or view with a column of geometry or geography.
struct Relation {
    std::string schema, name, column;
};

std::string text_in(OGRFeatureH row, int field) {
    return OGR_F_IsFieldSetAndNotNull(row, field) == 0 ? "" : OGR_F_GetFieldAsString(row, field);
}

enum class Access { reads, writes };

[[noreturn]] void refuse_answer(Access access) {
    if (access == Access::reads) {
        throw Error{"the database does not answer as it should: " + server_reason(),
                    "check that the user may read the table, and that the server still runs"};
    }
    throw Error{"the database does not answer as it should: " + server_reason(),
                "check that the user may make tables there (active_schema=… names another schema), and that the server "
                "still runs"};
}

template <class Visit>
void each_row(GDALDatasetH dataset, const std::string& sql, const Visit& visit, Access access = Access::reads) {
    CPLErrorReset();
    OGRLayerH result = GDALDatasetExecuteSQL(dataset, sql.c_str(), nullptr, "");
    if (result != nullptr) {
        while (const GdalFeature row{OGR_L_GetNextFeature(result)}) { visit(row.get()); }
        GDALDatasetReleaseResultSet(dataset, result);
    }
    if (CPLGetLastErrorType() >= CE_Failure) { refuse_answer(access); }
}

std::vector<Relation> relations_in(GDALDatasetH dataset) {
    std::vector<Relation> relations;
    each_row(dataset,
             "SELECT f_table_schema::text, f_table_name::text, f_geometry_column::text FROM geometry_columns "
             "UNION ALL SELECT f_table_schema::text, f_table_name::text, f_geography_column::text "
             "FROM geography_columns ORDER BY 1, 2, 3",
             [&relations](OGRFeatureH row) {
                 relations.push_back({text_in(row, 0), text_in(row, 1), text_in(row, 2)});
             });
    return relations;
}

/// As GDAL calls its layer; the active schema is left out there.
bool is_called(const std::string& layer, const Relation& relation) {
    return layer == relation.name || layer == relation.schema + "." + relation.name;
}

std::string identifier(const std::string& name) {
    std::string text = "\"";
    for (const char letter : name) { text += letter == '"' ? std::string{"\"\""} : std::string{letter}; }
    return text + "\"";
}

/// A column that names no CRS may hold several, and GDAL takes the first row's for all.
std::int64_t counted(GDALDatasetH dataset, const Relation& relation, std::uintmax_t max_bytes) {
    const std::string column = identifier(relation.column);
    std::vector<std::string> srids;
    std::int64_t rows = 0, bytes = 0;
    each_row(dataset,
             fmt::format("SELECT ST_SRID({0}::geometry)::text, count(*)::bigint, "
                         "coalesce(sum(pg_column_size({0})), 0)::bigint FROM {1}.{2} GROUP BY 1 ORDER BY 1",
                         column, identifier(relation.schema), identifier(relation.name)),
             [&](OGRFeatureH row) {
                 const std::string srid = text_in(row, 0);
                 if (!srid.empty()) { srids.push_back(srid); }
                 rows += OGR_F_GetFieldAsInteger64(row, 1);
                 bytes += OGR_F_GetFieldAsInteger64(row, 2);
             });
    if (srids.size() > 1) {
        throw Error{
            fmt::format("the table {} holds positions in several CRSs: {}", relation.name, fmt::join(srids, ", ")),
            "read one of them by a view, or bring all to one with ST_Transform"};
    }
    if (bytes > 0 && static_cast<std::uintmax_t>(bytes) > max_bytes) {
        throw Error{fmt::format("the table {} is larger than allowed", relation.name),
                    "read a part of it by a view, or allow more by " + setting("max-size"), Error::Kind::bad_usage};
    }
    return rows;
}

std::vector<std::string> without_public(std::vector<std::string> names) {
    constexpr std::string_view schema = "public.";
    for (std::string& name : names) {
        if (name.starts_with(schema)) { name.erase(0, schema.size()); }
    }
    return names;
}

GdalDataset connected(const Database& database, Access access) {
    std::vector<const char*> options{"LIST_ALL_TABLES=NO"};
    if (access == Access::reads) {
        options.push_back(
            "PRELUDE_STATEMENTS=SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
    }
    for (const std::string& option : database.options) { options.push_back(option.c_str()); }
    options.push_back(nullptr);
    constexpr std::array<const char*, 2> drivers{"PostgreSQL", nullptr};
    CPLErrorReset();
    const unsigned mode = GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR | (access == Access::writes ? GDAL_OF_UPDATE : 0U);
    GdalDataset dataset{
        GDALOpenEx(("PG:" + database.connection).c_str(), mode, drivers.data(), options.data(), nullptr)};
    if (!dataset) { refuse_connection(); }
    if (GDALDatasetStartTransaction(dataset.get(), FALSE) != OGRERR_NONE) { refuse_answer(access); }
    return dataset;
}

// --- writing ---------------------------------------------------------------------------------------------------------

std::string literal(const std::string& words) {
    std::string text = "E'";
    for (const char letter : words) {
        if (letter == '\'' || letter == '\\') { text += letter; }
        text += letter;
    }
    return text + "'";
}

void run(GDALDatasetH dataset, const std::string& sql) {
    each_row(
        dataset, sql, [](OGRFeatureH) {}, Access::writes);
}

std::string answer(GDALDatasetH dataset, const std::string& sql) {
    std::string words;
    each_row(
        dataset, sql, [&words](OGRFeatureH row) { words = text_in(row, 0); }, Access::writes);
    return words;
}

/// As SQL has it; without a schema before a dot it is in the one where tables are made.
std::string quoted_table(GDALDatasetH dataset, const std::string& name) {
    const std::size_t dot = name.find('.');
    const std::string schema = dot == name.npos ? answer(dataset,
                                                         "SELECT current_schema()::text AS name FROM "
                                                         "generate_series(1, 1)")
                                                : name.substr(0, dot);
    return identifier(schema) + "." + identifier(dot == name.npos ? name : name.substr(dot + 1));
}

void require_postgis(GDALDatasetH dataset) {
    if (answer(dataset, "SELECT count(*)::text FROM pg_extension WHERE extname = 'postgis'") == "0") {
        throw Error{"the database has no PostGIS, and holds no geometry", "CREATE EXTENSION postgis"};
    }
}

/// The server takes a schema that is not there for none, and would go on in another.
void require_schema(GDALDatasetH dataset, const Database& database) {
    constexpr std::string_view key = "ACTIVE_SCHEMA=";
    for (const std::string& option : database.options) {
        if (!option.starts_with(key)) { continue; }
        const std::string asked = option.substr(key.size());
        if (answer(dataset, "SELECT current_schema()::text AS name FROM generate_series(1, 1)") != asked) {
            throw Error{fmt::format("the database has no schema {} in which this user may make tables", asked),
                        "check active_schema=, or make it: CREATE SCHEMA"};
        }
    }
}

void make_room(GDALDatasetH dataset, const std::string& name, const std::string& table, bool overwrite) {
    const std::string found =
        fmt::format("SELECT coalesce(to_regclass({})::text, '') AS name FROM generate_series(1, 1)", literal(table));
    if (answer(dataset, found).empty()) { return; }
    if (!overwrite) {
        throw Error{fmt::format("the database has a table {}", name),
                    fmt::format("give {} to replace it, or name others in tables=", setting("overwrite"))};
    }
    run(dataset, "DROP TABLE " + table);
}

/// By the server, in the same transaction.
Content content_of(GDALDatasetH dataset, const std::string& table) {
    Content content;
    each_row(
        dataset,
        fmt::format("SELECT count(*)::bigint AS features, count(*) FILTER (WHERE NOT ST_IsEmpty(geom))::bigint AS "
                    "shapes, coalesce(sum(ST_Area(geom)), 0)::float8 AS area, "
                    "coalesce(sum(ST_Length(geom)), 0)::float8 AS length FROM {}",
                    table),
        [&content](OGRFeatureH row) {
            content.features = static_cast<std::size_t>(OGR_F_GetFieldAsInteger64(row, 0));
            content.shapes = static_cast<std::size_t>(OGR_F_GetFieldAsInteger64(row, 1));
            content.area_deg2 = OGR_F_GetFieldAsDouble(row, 2);
            content.length_deg = OGR_F_GetFieldAsDouble(row, 3);
        },
        Access::writes);
    return content;
}

void fill(GDALDatasetH target, const Dataset& dataset, const Database& database, const std::vector<std::string>& names,
          bool overwrite) {
    require_postgis(target);
    require_schema(target, database);
    std::vector<std::string> made;
    for (const std::string& name : names) {
        made.push_back(quoted_table(target, name));
        make_room(target, name, made.back(), overwrite);
    }
    CPLErrorReset();
    const std::vector<Content> written = write_layers(target, dataset, tables);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!is_same(written[i], content_of(target, made[i]))) {
            throw Error{fmt::format("the table {} does not read back as it was written", names[i]),
                        "nothing was kept; look at the server's log"};
        }
        if (!dataset.receipt.empty()) {
            run(target, fmt::format("COMMENT ON TABLE {} IS {}", made[i], literal(dataset.receipt)));
        }
    }
}

}  // namespace

GdalDataset open_database(const Database& database) {
    return connected(database, Access::reads);
}

std::vector<ChosenTable> tables_in(GDALDatasetH dataset, const Database& database, const ReadOptions& options) {
    const std::vector<Relation> relations = relations_in(dataset);
    const std::vector<std::string> asked = without_public(database.tables.empty() ? options.layers : database.tables);
    std::vector<std::string> there;
    std::vector<ChosenTable> chosen;
    std::vector<Relation> read;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        const std::string name = OGR_L_GetName(layer);
        const auto of_this = [&name](const Relation& relation) { return is_called(name, relation); };
        const auto found = std::find_if(relations.begin(), relations.end(), of_this);
        if (found == relations.end()) { continue; }
        there.push_back(name);
        if (!asked.empty() && !is_chosen(name, asked)) { continue; }
        chosen.push_back({layer, 0});
        read.push_back(*found);
    }
    if (there.empty()) {
        throw Error{"the database has no table with geometry that this user may read",
                    "check its name and the user's rights; tables need PostGIS's geometry or geography"};
    }
    require_layers(asked, there);
    if (asked.empty() && there.size() > 1) {
        throw Error{fmt::format("the database has several tables: {}", fmt::join(there, ", ")),
                    fmt::format("choose behind PG:… by tables={}", there.front()), Error::Kind::bad_usage};
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Relation& relation = read[i];
        const auto same = [&relation](const Relation& other) {
            return other.schema == relation.schema && other.name == relation.name;
        };
        if (std::count_if(relations.begin(), relations.end(), same) > 1) {
            throw Error{fmt::format("the table {} has several columns of geometry", relation.name),
                        "read one of them by a view"};
        }
        chosen[i].rows = counted(dataset, relation, options.max_bytes);
    }
    return chosen;
}

void gdal_write_tables(const Dataset& dataset, const Database& database, const std::vector<std::string>& names,
                       bool overwrite) {
    const GdalDataset target = connected(database, Access::writes);
    try {
        fill(target.get(), dataset, database, names, overwrite);
    } catch (...) {
        GDALDatasetRollbackTransaction(target.get());  // GDAL commits what is open when it closes
        throw;
    }
    if (GDALDatasetCommitTransaction(target.get()) != OGRERR_NONE) { refuse_answer(Access::writes); }
}

}  // namespace geo::detail
