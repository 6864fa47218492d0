// SPDX-License-Identifier: MIT
#include "geo/packed.h"

#include "geo/detail/archive.h"
#include "geo/detail/endings.h"
#include "geo/detail/gzip.h"
#include "geo/detail/input.h"
#include "geo/detail/tar.h"
#include "geo/detail/zip.h"
#include "geo/error.h"
#include "geo/nothing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <new>
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

/// Files of an archive become data sets; what they come to once unpacked is counted over all of them.
class Sets {
public:
    Sets(std::string archive, std::uintmax_t max_bytes, const Visit& visit)
        : archive_{std::move(archive)}, left_{max_bytes}, visit_{visit} {}

    std::uintmax_t left() const { return left_; }

    /// Those of these files; their contents are gone then.
    void hand_on(std::map<std::string, std::string> files) {
        std::vector<std::string> names;
        for (const auto& [name, bytes] : files) { names.push_back(name); }
        for (const std::string& set : detail::data_sets(names)) {
            const auto take = [&](const std::string& name) {
                std::string bytes = name == set ? std::move(files.at(name)) : files.at(name);  // a .prj may be of two
                return detail::is_gzip(bytes) ? counted(detail::gunzip(bytes, left_)) : bytes;
            };
            hand_on(set, names, take);
        }
    }

    void hand_on(const std::string& set, const std::vector<std::string>& names, const detail::Take& take) {
        Input input{fmt::format("{}/{}", archive_, set), {}, {}, {}};
        try {
            detail::take_set(set, names, take, input);
            if (detail::is_of_archives(input.format)) {  // archives within an archive hold one data set each
                const std::string bytes = std::move(input.files.front().bytes);
                detail::open_archive(bytes, "", left_, input);
                for (const detail::InputFile& file : input.files) { left_ -= std::min(left_, file.bytes.size()); }
            }
            if (input.files.front().bytes.empty()) { throw Error{"the file is empty", "give one with features"}; }
            detail::leave_log(input);
        } catch (const Error& error) { throw error.at({input.name}); }
        hand_on(std::move(input));
    }

    void hand_on(Input input) {
        std::string path = input.name;
        visit_({std::move(path), std::make_shared<const Input>(std::move(input))});
    }

    std::string counted(std::string bytes) {
        left_ -= std::min<std::uintmax_t>(left_, bytes.size());
        return bytes;
    }

private:
    std::string archive_;
    std::uintmax_t left_;
    const Visit& visit_;
};

void each_in_zip(const std::string& archive, const std::string& bytes, Sets& sets) {
    const std::vector<std::string> names = detail::zip_names(bytes), found = detail::data_sets(names);
    detail::refuse_doubles(names);
    if (found.size() == 1) {  // with all that it is made of; its name is the archive's
        Input input{archive, "zip", {}, {}};
        detail::open_archive(bytes, "", sets.left(), input);
        detail::leave_log(input);
        return sets.hand_on(std::move(input));
    }
    const auto take = [&](const std::string& name) {
        std::string content = sets.counted(detail::unzip(bytes, name, sets.left()));
        return detail::is_gzip(content) ? sets.counted(detail::gunzip(content, sets.left())) : content;
    };
    for (const std::string& set : found) { sets.hand_on(set, names, take); }
}

void each_in_tar(const std::string& bytes, std::uintmax_t max_bytes, Sets& sets) {
    std::map<std::string, std::string> of_several;  // files: until all of them have come
    const auto is_wanted = [](const std::string& name) {
        return !detail::data_sets({name}).empty() || is_companion(name);
    };
    detail::each_in_tar(bytes, max_bytes, is_wanted, [&](const std::string& name, std::string content) {
        const bool is_whole = detail::geodatabase_of(name).empty() && !is_companion(name) &&
                              detail::companions_of(detail::format_by_ending(detail::without_gz(name))).empty();
        if (is_whole) { return sets.hand_on({{name, std::move(content)}}); }
        if (!of_several.emplace(name, std::move(content)).second) { detail::refuse_doubles({name, name}); }
    });
    sets.hand_on(std::move(of_several));
}

}  // namespace

bool is_archive(const std::string& path) {
    const std::string_view name = detail::without_gz(path);
    return detail::is_of_archives(detail::format_by_ending(name)) && !detail::has_ending(name, ".kmz") &&
           !detail::is_in_archive(path);
}

void each_packed(const std::string& archive, std::uintmax_t max_bytes, const Visit& visit) {
    std::size_t visited = 0;
    const Visit count = [&](Packed packed) {
        ++visited;
        visit(std::move(packed));
    };
    try {
        std::string bytes = detail::bytes_of_file(archive, max_bytes);
        if (detail::is_gzip(bytes)) { bytes = detail::gunzip(bytes, max_bytes); }  // which looks at the checksum
        Sets sets{archive, max_bytes, count};
        const bool is_zip = detail::format_by_ending(detail::without_gz(archive)) == "zip";
        is_zip ? each_in_zip(archive, bytes, sets) : each_in_tar(bytes, max_bytes, sets);
        if (visited > 0) { return; }
        throw Error{"the archive holds no file that demarc reads", "it reads " + detail::known_endings()};
    } catch (const Error& error) { throw error.at({archive}); } catch (const std::bad_alloc&) {
        throw Error{"it needs more memory than there is", "give a smaller file"}.at({archive});
    }
}

Dataset read(const Packed& packed, const ReadOptions& options) {
    try {
        return detail::read_input(*packed.content, options);
    } catch (const Error& error) { rethrow_at(error, {packed.path}); } catch (const std::bad_alloc&) {
        throw Error{"it needs more memory than there is", "give a smaller file"}.at({packed.path});
    }
}

}  // namespace geo
