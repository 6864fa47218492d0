// SPDX-License-Identifier: MIT
#include "geo/detail/endings.h"

#include <algorithm>

namespace geo::detail {

std::string lower(std::string_view text) {
    std::string result{text};
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') { letter = static_cast<char>(letter - 'A' + 'a'); }
    }
    return result;
}

bool has_ending(std::string_view path, std::string_view ending) {
    return path.size() > ending.size() && lower(path.substr(path.size() - ending.size())) == ending;
}

std::string_view format_by_ending(std::string_view path) {
    const auto is = [path](const InputEnding& known) { return has_ending(path, known.ending); };
    const auto* const found = std::find_if(input_endings.begin(), input_endings.end(), is);
    if (found != input_endings.end()) { return found->format; }
    const auto* const base = std::find_if(base_endings.begin(), base_endings.end(), is);
    return base == base_endings.end() ? std::string_view{} : base->format;
}

bool is_of_base_maps(std::string_view format) {
    return std::any_of(base_endings.begin(), base_endings.end(),
                       [format](const InputEnding& known) { return known.format == format; });
}

bool is_of_archives(std::string_view format) {
    return format == "zip" || format == "tar";
}

std::vector<std::string_view> companions_of(std::string_view format) {
    if (format == "shp") { return {".shx", ".dbf", ".prj", ".cpg"}; }
    if (format == "csv") { return {".csvt", ".prj"}; }
    if (format == "tab") { return {".dat", ".map", ".id", ".ind"}; }
    if (format == "mif") { return {".mid"}; }
    return {};
}

std::string known_endings() {
    std::string list;
    for (const InputEnding& known : input_endings) {
        if (!list.empty()) { list += ", "; }
        list += known.ending;
    }
    return list + ", each also as .gz";
}

std::string_view without_gz(std::string_view path) {
    return has_ending(path, ".gz") ? path.substr(0, path.size() - 3) : path;
}

std::string base_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return std::string{slash == std::string_view::npos ? path : path.substr(slash + 1)};
}

bool is_litter(std::string_view name) {
    return name.empty() || name.ends_with('/') || name.starts_with("__MACOSX/") ||
           name.find("/__MACOSX/") != std::string_view::npos || base_name(name).starts_with('.');
}

std::string_view stem_of(std::string_view name) {
    return name.substr(0, std::min(name.rfind('.'), name.size()));
}

}  // namespace geo::detail
