// SPDX-License-Identifier: MIT
#include "geo/packed.h"

#include "geo/detail/archive.h"
#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/input.h"
#include "geo/detail/tar.h"
#include "geo/detail/zip.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

namespace geo {

namespace {

using detail::Input;
using Visit = std::function<void(Packed)>;

bool is_companion(const std::string& name) {
    constexpr std::array<std::string_view, 4> of_several_files{"shp", "csv", "tab", "mif"};
    for (const std::string_view format : of_several_files) {
        for (const std::string_view ending : detail::companions_of(format)) {
            if (detail::has_ending(name, ending)) { return true; }
        }
    }
    return false;
}

/// Archives within an archive hold one data set each.
void hand_on(Input input, std::uintmax_t max_bytes, const Visit& visit) {
    if (detail::is_of_archives(input.format)) {
        const std::string bytes = std::move(input.files.front().bytes);
        detail::open_archive(bytes, "", max_bytes, input);
    }
    std::string path = input.name;
    visit({std::move(path), std::make_shared<const Input>(std::move(input))});
}

void each_in_zip(const std::string& archive, const std::string& bytes, std::uintmax_t max_bytes, const Visit& visit) {
    const std::vector<std::string> sets = detail::data_sets(detail::zip_names(bytes));
    for (const std::string& set : sets) {
        const std::string path = sets.size() == 1 ? archive : fmt::format("{}/{}", archive, set);
        Input input{path, "zip", {}, {}};
        detail::open_archive(bytes, sets.size() == 1 ? "" : set, max_bytes, input);
        for (const detail::InputFile& file : input.files) { max_bytes -= file.bytes.size(); }
        hand_on(std::move(input), max_bytes, visit);
    }
}

class TarSets {
public:
    TarSets(std::string archive, std::uintmax_t max_bytes, const Visit& visit)
        : archive_{std::move(archive)}, max_bytes_{max_bytes}, visit_{visit} {}

    static bool is_wanted(const std::string& name) { return !detail::data_sets({name}).empty() || is_companion(name); }

    void take(const std::string& name, std::string bytes) {
        if (detail::is_gzip(bytes)) { bytes = detail::gunzip(bytes, max_bytes_); }
        std::map<std::string, std::string> alone{{name, std::move(bytes)}};
        const bool is_whole = detail::geodatabase_of(name).empty() && !is_companion(name) &&
                              detail::companions_of(detail::format_by_ending(detail::without_gz(name))).empty();
        if (is_whole) { return hand_on_all(std::move(alone)); }
        held_.merge(alone);
    }
    void take_the_rest() { hand_on_all(std::move(held_)); }

private:
    void hand_on_all(std::map<std::string, std::string> files) {
        std::vector<std::string> names;
        for (const auto& [name, bytes] : files) { names.push_back(name); }
        for (const std::string& set : detail::data_sets(names)) {
            Input input{fmt::format("{}/{}", archive_, set), {}, {}, {}};
            detail::take_set(
                set, names, [&files](const std::string& name) { return std::move(files.at(name)); }, input);
            hand_on(std::move(input), max_bytes_, visit_);
        }
    }

    std::string archive_;
    std::uintmax_t max_bytes_;
    const Visit& visit_;
    std::map<std::string, std::string> held_;
};

void each_in_tar(const std::string& archive, const std::string& bytes, std::uintmax_t max_bytes, const Visit& visit) {
    TarSets sets{archive, max_bytes, visit};
    detail::each_in_tar(bytes, max_bytes, TarSets::is_wanted,
                        [&sets](const std::string& name, std::string content) { sets.take(name, std::move(content)); });
    sets.take_the_rest();
}

}  // namespace

bool is_archive(const std::string& path) {
    return detail::is_of_archives(detail::format_by_ending(detail::without_gz(path))) &&
           !detail::has_ending(path, ".kmz");
}

void each_packed(const std::string& archive, std::uintmax_t max_bytes, const Visit& visit) {
    std::size_t visited = 0;
    const Visit count = [&](Packed packed) {
        ++visited;
        visit(std::move(packed));
    };
    try {
        const std::string bytes = detail::bytes_of_file(archive, max_bytes);
        const bool is_zip = detail::format_by_ending(archive) == "zip";
        is_zip ? each_in_zip(archive, bytes, max_bytes, count) : each_in_tar(archive, bytes, max_bytes, count);
        if (visited > 0) { return; }
        throw Error{"the archive holds no file that demarc reads", "it reads " + detail::known_endings()};
    } catch (const Error& error) { throw error.at({archive}); }
}

Dataset read(const Packed& packed, const ReadOptions& options) {
    try {
        return detail::read_input(*packed.content, options);
    } catch (const Error& error) { throw error.at({packed.path}); }
}

}  // namespace geo
