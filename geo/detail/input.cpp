// SPDX-License-Identifier: MIT
#include "geo/detail/input.h"

#include "geo/database.h"
#include "geo/detail/archive.h"
#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/sniff.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { (void)std::fclose(file); })>;

std::string read_all(std::FILE* file, std::uintmax_t max_bytes, std::size_t expected = 0) {
    std::string bytes;
    bytes.reserve(expected);
    std::array<char, 1 << 16> buffer;
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file)) {
        if (got > max_bytes - bytes.size()) { refuse_size(max_bytes); }
        bytes.append(buffer.data(), got);
    }
    if (std::ferror(file) != 0) { throw Error{fmt::format("cannot read: {}", std::strerror(errno))}; }
    return bytes;
}

bool begins_with_any(const std::string& path, std::initializer_list<std::string_view> words) {
    const std::string start = lower(path.substr(0, 16));
    return std::any_of(words.begin(), words.end(), [&start](std::string_view word) { return start.starts_with(word); });
}

bool is_web_address(const std::string& path) {
    return begins_with_any(path, {"http:", "https:", "ftp:", "ftps:", "s3:", "gs:", "/vsicurl", "/vsis3", "/vsigs"});
}

bool is_server(const std::string& path) {
    return begins_with_any(
        path,
        {"pg:", "postgresql:", "postgres:", "mysql:", "mssql:", "oci:", "wfs:", "oapif:", "mongodb", "odbc:", "es:"});
}

/// Addresses that ogr2ogr takes, and that are no files.
void refuse_address(const std::string& path) {
    if (begins_with_any(path, {"http:", "https:"})) {
        throw Error{"this is an address on the network, and demarc reads files only",
                    "fetch it first: demarc fetch ADDRESS FILE, and give the file", Error::Kind::bad_usage};
    }
    if (is_web_address(path)) {
        throw Error{"this is an address on the network, and demarc reads files only",
                    "fetch it first, as with curl -LO, and give the file", Error::Kind::bad_usage};
    }
    if (is_database_address(path)) {
        throw Error{"addresses of databases are not read as they stand",
                    "write it as PG:host=… dbname=… user=… tables=…", Error::Kind::bad_usage};
    }
    if (is_server(path)) {
        throw Error{"this is a database or server, and demarc reads files only",
                    "copy what you need into a file first: ogr2ogr copy.gpkg \"" + path + "\"", Error::Kind::bad_usage};
    }
    if (path.starts_with("/vsi")) {
        throw Error{"of GDAL's virtual paths, demarc knows /vsizip/, /vsigzip/ and /vsistdin/",
                    "give the file by its own path, or FILE.zip/inner.shp", Error::Kind::bad_usage};
    }
}

/// GDAL's way of naming a file in an archive, as the plain path that demarc takes.
std::string without_vsi(const std::string& path) {
    if (path.starts_with("/vsistdin")) { return "-"; }
    for (const std::string_view prefix : {"/vsizip/", "/vsigzip/"}) {
        if (!path.starts_with(prefix)) { continue; }
        std::string rest = path.substr(prefix.size());
        std::erase_if(rest, [](char letter) { return letter == '{' || letter == '}'; });
        return rest;
    }
    return path;
}

struct Location {
    std::string file, inner;
};

/// "a/b.zip/c/d.shp" is c/d.shp in a/b.zip, where that is a file.
Location locate(const std::string& path) {
    for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string file = path.substr(0, slash);
        std::error_code ignored;
        if (is_of_archives(format_by_ending(without_gz(file))) && fs::is_regular_file(file, ignored)) {
            return {file, path.substr(slash + 1)};
        }
    }
    return {path, ""};
}

File open_file(const std::string& path) {
    const fs::file_status status = fs::status(path);
    if (!fs::exists(status)) {
        refuse_address(path);
        throw Error{"there is no such file", "check the path", Error::Kind::bad_usage};
    }
    if (fs::is_directory(status)) { throw Error{"this is a directory", "name a file in it", Error::Kind::bad_usage}; }
    File file{std::fopen(path.c_str(), "rb")};
    if (!file) { throw Error{fmt::format("cannot open: {}", std::strerror(errno))}; }
    return file;
}

void refuse_part(const std::string& path) {
    for (const std::string_view ending : {".shx", ".dbf", ".prj", ".cpg"}) {
        if (has_ending(path, ending)) {
            throw Error{"this is one part of a Shapefile", fmt::format("name {}.shp", stem_of(path)),
                        Error::Kind::bad_usage};
        }
    }
    for (const std::string_view ending : {".parquet", ".geoparquet", ".arrow", ".feather"}) {
        if (has_ending(path, ending)) {
            throw Error{"Parquet and Arrow are not among the formats of Debian's GDAL",
                        "bring it to GeoPackage first, as with a newer ogr2ogr or geopandas", Error::Kind::bad_usage};
        }
    }
}

/// By the ending; by the content if there is none, or one that tells nothing of a JSON document.
std::string_view format_of(const std::string& path, const std::string& bytes, bool is_stream) {
    std::string_view format = format_by_ending(without_gz(path));
    const Content content = look_at_content(bytes);
    const bool is_bare_json = content.format == "json" && (format.empty() || has_ending(path, ".txt"));
    if (is_bare_json || (format.empty() && is_stream && !content.format.empty())) { return content.format; }
    if (!format.empty()) { return format; }
    refuse_part(path);
    if (is_stream) {
        throw Error{fmt::format("it is {}", content.words), "give GeoJSON, KML, GPX, GML, CSV, GeoPackage or a zip"};
    }
    const bool is_known = !content.format.empty();
    throw Error{is_known ? fmt::format("its name does not say what it is; it seems to be {}", content.words)
                         : fmt::format("it is {}", content.words),
                "demarc reads files by their ending: " + known_endings(), Error::Kind::bad_usage};
}

/// QGIS and others keep the last changes in a log beside the database while they have it open.
void refuse_open_database(const std::string& path) {
    for (const char* log : {"-wal", "-journal"}) {
        std::error_code absent;
        const std::uintmax_t size = fs::file_size(path + log, absent);
        if (absent || size == 0) { continue; }
        throw Error{
            fmt::format("another program has it open: {}{} holds changes that are not in it yet", base_name(path), log),
            "close it there, or copy it with ogr2ogr, and read that"};
    }
}

void add_companions(const std::string& path, std::uintmax_t max_bytes, Input& input) {
    if (input.format == "gpkg") { refuse_open_database(path); }
    for (const std::string_view ending : companions_of(input.format)) {
        std::string upper{ending};
        std::transform(upper.begin(), upper.end(), upper.begin(), [](char letter) {
            return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
        });
        for (const std::string& spelt : {std::string{ending}, upper}) {
            const std::string beside = std::string{stem_of(path)} + spelt;
            std::error_code ignored;
            if (!fs::is_regular_file(beside, ignored)) { continue; }
            const std::string name = std::string{stem_of(input.files.front().name)} + std::string{ending};
            input.files.push_back({name, read_all(open_file(beside).get(), max_bytes)});
            break;
        }
    }
}

Input open_geodatabase(const std::string& path, std::uintmax_t max_bytes) {
    Input input{path, "gdb", {}, {}};
    const std::string folder = base_name(path.substr(0, path.find_last_not_of('/') + 1));
    for (const fs::directory_entry& entry : fs::directory_iterator{path}) {
        if (!entry.is_regular_file()) { continue; }
        const std::string name = folder + "/" + entry.path().filename().string();
        input.files.push_back({name, read_all(open_file(entry.path().string()).get(), max_bytes)});
        max_bytes -= input.files.back().bytes.size();
    }
    if (input.files.empty()) { throw Error{"the geodatabase is empty", "copy it whole"}; }
    return input;
}

void unpack_and_tell(const Location& location, std::string bytes, bool is_stream, std::uintmax_t max_bytes,
                     Input& input) {
    if (bytes.empty()) { throw Error{"the file is empty", "give one with features"}; }
    if (is_gzip(bytes)) { bytes = gunzip(bytes, max_bytes); }
    if (bytes.empty()) { throw Error{"the file is empty", "give one with features"}; }
    input.format = format_of(location.file, bytes, is_stream);
    input.files.push_back({base_name(without_gz(location.file)), std::move(bytes)});
    if (is_stream && format_by_ending(input.files.front().name).empty()) {
        input.files.front().name = fmt::format("input.{}", input.format);
    } else {
        check_content(input.files.front(), input.format);
    }
    if (is_of_archives(input.format)) {
        const std::string archive = std::move(input.files.front().bytes);
        open_archive(archive, location.inner, max_bytes, input);
    } else if (!is_stream) {
        add_companions(location.file, max_bytes, input);
    }
}

}  // namespace

bool is_in_archive(const std::string& path) {
    return !locate(path).inner.empty();
}

bool is_address(const std::string& path) {
    return path == "-" || path.starts_with("/vsi") || is_web_address(path) || is_server(path);
}

void leave_log(Input& input) {
    constexpr std::size_t write_version = 18, read_version = 19;
    if (input.format != "gpkg") { return; }
    std::string& bytes = input.files.front().bytes;
    for (const std::size_t at : {write_version, read_version}) {
        if (bytes.size() > at && bytes[at] == 2) { bytes[at] = 1; }
    }
}

std::string bytes_of_file(const std::string& path, std::uintmax_t max_bytes) {
    const File file = open_file(path);
    std::error_code ignored;
    std::uintmax_t size = fs::is_regular_file(path, ignored) ? fs::file_size(path, ignored) : 0;
    if (ignored) { size = 0; }
    if (size > max_bytes) { refuse_size(max_bytes); }  // before it is read: unpacked it is no smaller
    return read_all(file.get(), max_bytes, size);
}

Input open_input(const std::string& path, std::uintmax_t max_bytes) {
    const std::string plain = without_vsi(path);
    if (plain == "-") {
        Input input{"standard input", {}, {}, {}};
        unpack_and_tell({"", ""}, read_all(stdin, max_bytes), true, max_bytes, input);
        leave_log(input);
        return input;
    }
    if (names_database(plain) && !is_database_address(plain)) { return {path, "pg", {}, {}, admitted(path)}; }
    std::error_code ignored;
    if (has_ending(plain.substr(0, plain.find_last_not_of('/') + 1), ".gdb") && fs::is_directory(plain, ignored)) {
        return open_geodatabase(plain, max_bytes);
    }
    const Location location = locate(plain);
    Input input{path, {}, {}, {}};
    std::string bytes = bytes_of_file(location.file, max_bytes);
    const bool is_stream = !fs::is_regular_file(location.file, ignored);
    unpack_and_tell(location, std::move(bytes), is_stream, max_bytes, input);
    leave_log(input);
    return input;
}

}  // namespace geo::detail
