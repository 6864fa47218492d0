// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <string>
#include <string_view>
#include <vector>

namespace geo {

/// Is it called as a PostgreSQL database is: "PG:host=… dbname=… tables=held"?
bool names_database(std::string_view path);

/// Lets read() open the database, and says by what name: the same without the password, so that nobody else can show
/// it. Only what the user asks for by hand may be admitted, never what a plan or a file of data names: a database that
/// nobody admitted is refused. The words are libpq's (host, dbname, user, service, …) and GDAL's `tables`, `schemas`
/// and `active_schema`. Throws Error (bad usage), without the words, for what is not KEY=VALUE.
std::string admit_database(std::string_view path);

/// The database of that name as the user typed it, with its password: for programs of our own that are to open it too.
/// Anything else as it is.
std::string typed_database(const std::string& name);

/// The tables that write() makes of the data set's layers, in their order: those that the name of the database has,
/// else "STEM_LAYER" in lower case. Throws Error (bad usage) if their numbers differ.
std::vector<std::string> tables_for(const Dataset& dataset, const std::string& path, const std::string& stem);

/// What a source is called in tables: a file's name without folder and ending; of a database its tables as the name
/// says them, else the database or service.
std::string stem_of_source(const std::string& path);

/// Is it an address of PostgreSQL with a scheme, "postgresql://…", which read() does not take?
bool is_database_address(std::string_view path);

/// Such an address without its user and password.
std::string shown_database_address(std::string_view path);

}  // namespace geo
