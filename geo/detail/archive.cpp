// SPDX-License-Identifier: MIT
#include "geo/detail/archive.h"

#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/sniff.h"
#include "geo/detail/tar.h"
#include "geo/detail/text_kind.h"
#include "geo/detail/zip.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace geo::detail {

namespace {

constexpr int deepest = 3;  // archives within archives

struct Unpacker {
    std::string_view archive;
    bool is_tar;
    std::uintmax_t most;  ///< bytes of all that it holds
    std::uintmax_t left;  ///< bytes that may still be taken

    std::vector<std::string> names() const { return is_tar ? tar_names(archive, most) : zip_names(archive); }

    std::string take(const std::string& name) {
        std::string bytes = is_tar ? untar(archive, name, most) : unzip(archive, name, left);
        if (bytes.size() > left) { refuse_size(most); }
        left -= bytes.size();
        if (!is_gzip(bytes)) { return bytes; }
        bytes = gunzip(bytes, left);
        left -= bytes.size();
        return bytes;
    }
};

bool is_kmz(const std::vector<std::string>& names, const std::string& archive_name) {
    return has_ending(archive_name, ".kmz") || std::find(names.begin(), names.end(), "doc.kml") != names.end();
}

std::string list_of(std::vector<std::string> names) {
    constexpr std::size_t most = 12;
    const std::size_t more = names.size() > most ? names.size() - most : 0;
    names.resize(names.size() - more);
    return fmt::format("{}{}", fmt::join(names, ", "), more > 0 ? fmt::format(" and {} more", more) : "");
}

std::string choose(const std::vector<std::string>& names, const std::string& inner, const std::string& archive_name) {
    const std::vector<std::string> sets = data_sets(names);
    if (!inner.empty()) {
        const bool is_there = std::find(names.begin(), names.end(), inner) != names.end() ||
                              std::find(sets.begin(), sets.end(), inner) != sets.end();
        if (is_there) { return inner; }
        throw Error{fmt::format("the archive holds no {}", inner),
                    sets.empty() ? "it holds nothing that demarc reads" : "it holds " + list_of(sets),
                    Error::Kind::bad_usage};
    }
    if (names.empty()) { throw Error{"the archive is empty: it holds no file", "fetch or pack it again"}; }
    if (sets.empty()) {
        throw Error{fmt::format("the archive holds no file that demarc reads: {}", list_of(names)),
                    "it reads " + known_endings()};
    }
    if (sets.size() > 1) {
        throw Error{fmt::format("the archive holds several files: {}", list_of(sets)),
                    fmt::format("name one of them, as {}/{}", archive_name, sets.front()), Error::Kind::bad_usage};
    }
    return sets.front();
}

void take_all_kml(const std::vector<std::string>& names, Unpacker& unpacker, Input& input) {
    input.format = "kml";
    for (const std::string& name : names) {
        if (has_ending(name, ".kml")) { input.files.push_back({name, unpacker.take(name)}); }
    }
    const auto is_doc = [](const InputFile& file) { return lower(file.name) == "doc.kml"; };
    std::stable_partition(input.files.begin(), input.files.end(), is_doc);
    if (input.files.empty()) { throw Error{"the KMZ holds no KML", "export it again"}; }
}

/// Of the kind that the input's format says.
void open_nested(std::string_view archive, const std::string& inner, std::uintmax_t max_bytes, Input& input,
                 int depth) {
    if (depth > deepest) { throw Error{"archives lie in archives, too deep to be meant", "unpack the outer ones"}; }
    Unpacker unpacker{archive, input.format == "tar", max_bytes, max_bytes};
    const std::vector<std::string> names = unpacker.names();
    refuse_doubles(names);
    const std::string outer = depth == 0 ? input.name : input.files.front().name;
    input.files.clear();
    if (inner.empty() && !unpacker.is_tar && is_kmz(names, outer)) { return take_all_kml(names, unpacker, input); }
    const std::string chosen = choose(names, inner, input.name);
    if (format_by_ending(without_gz(chosen)).empty()) {
        throw Error{fmt::format("{} in it is of no format that demarc reads", chosen), "it reads " + known_endings(),
                    Error::Kind::bad_usage};
    }
    take_set(
        chosen, names, [&unpacker](const std::string& name) { return unpacker.take(name); }, input);
    if (!is_of_archives(input.format)) { return; }
    const std::string bytes = std::move(input.files.front().bytes);
    open_nested(bytes, "", unpacker.left, input, depth + 1);
}

}  // namespace

std::string geodatabase_of(const std::string& name) {
    const std::size_t at = lower(name).find(".gdb/");
    return at == std::string::npos ? "" : name.substr(0, at + 4);
}

std::vector<std::string> data_sets(const std::vector<std::string>& names) {
    std::vector<std::string> found;
    for (const std::string& name : names) {
        const std::string folder = geodatabase_of(name);
        const std::string& candidate = folder.empty() ? name : folder;
        const std::string_view format = format_by_ending(without_gz(candidate));
        const bool is_data = !format.empty() && !is_of_base_maps(format) && !has_ending(candidate, ".txt");
        const bool is_new = !folder.empty() && std::find(found.begin(), found.end(), folder) != found.end();
        if (is_data && !is_new) { found.push_back(candidate); }
    }
    return found;
}

void refuse_doubles(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice != names.end()) {
        throw Error{fmt::format("the archive holds two files called {}", *twice), "pack it again, with one of them"};
    }
}

void check_content(const InputFile& file, std::string_view format) {
    const Content content = look_at_content(file.bytes);
    const bool may_be_any_text = format == "csv" || format == "dxf" || format == "mif" || format == "tab";
    const bool is_text = content.format == "csv" || content.format == "dxf" || content.format == "mif" ||
                         content.format == "tab" || content.words.starts_with("text");
    const bool is_database = format == "mbtiles" && content.format == "gpkg";
    if (content.format == format || is_database || (may_be_any_text && is_text)) { return; }
    refuse_answers(file.bytes);
    refuse_wide_encodings(file.bytes, file.name);
    if (format == "json" && content.words.starts_with("text")) { refuse_no_json(file.bytes); }
    std::string remedy = "give the file that it should be";
    if (!content.format.empty() && content.format != "gzip") {
        remedy = fmt::format("if that is meant, give it the ending of what it is");
    }
    const std::size_t dot = file.name.rfind('.');
    throw Error{fmt::format("it is {}, though its name ends in {}", content.words,
                            dot == std::string::npos ? "nothing" : file.name.substr(dot)),
                remedy};
}

void take_set(const std::string& chosen, const std::vector<std::string>& names, const Take& take, Input& input) {
    input.files.clear();
    input.format = format_by_ending(without_gz(chosen));
    if (input.format == "gdb") {
        for (const std::string& name : names) {
            if (geodatabase_of(name) == chosen) {
                input.files.push_back({base_name(chosen) + "/" + base_name(name), take(name)});
            }
        }
        if (input.files.empty()) { throw Error{fmt::format("{} in it is no geodatabase, which is a folder", chosen)}; }
        return;
    }
    input.files.push_back({base_name(without_gz(chosen)), take(chosen)});
    check_content(input.files.front(), input.format);
    for (const std::string_view ending : companions_of(input.format)) {
        const std::string wanted = lower(std::string{stem_of(chosen)} + std::string{ending});
        for (const std::string& name : names) {
            if (lower(name) != wanted) { continue; }
            input.files.push_back({std::string{stem_of(input.files.front().name)} + std::string{ending}, take(name)});
        }
    }
}

void open_archive(std::string_view archive, const std::string& inner, std::uintmax_t max_bytes, Input& input) {
    open_nested(archive, inner, max_bytes, input, 0);
    if (input.files.front().bytes.empty()) { throw Error{"the file in it is empty", "give one with features"}; }
}

}  // namespace geo::detail
