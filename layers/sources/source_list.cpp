// SPDX-License-Identifier: MIT
#include "layers/sources/source_list.h"

#include "geo/error.h"
#include "geo/file.h"
#include "geo/setting.h"
#include "layers/builtin/builtin.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/detail/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace layers {

namespace {

using detail::YamlText;

constexpr std::size_t largest_list = 1 << 20;

/// What stands between braces may be a day: letters Y, M and D with dashes, points or slashes.
std::optional<std::string> filled(std::string_view pattern, const geo::Date& day) {
    const std::string text = geo::to_text(std::optional{day});  // 2025-12-24
    std::string result;
    while (!pattern.empty()) {
        const auto replaced = [&](std::string_view letters, const std::string& digits) {
            if (!pattern.starts_with(letters)) { return false; }
            result += digits;
            pattern.remove_prefix(letters.size());
            return true;
        };
        if (replaced("YYYY", text.substr(0, 4)) || replaced("YY", text.substr(2, 2)) ||
            replaced("MM", text.substr(5, 2)) || replaced("DD", text.substr(8, 2))) {
            continue;
        }
        if (std::string_view{"-_./"}.find(pattern.front()) == std::string_view::npos) { return std::nullopt; }
        result += pattern.front();
        pattern.remove_prefix(1);
    }
    return result;
}

/// Where a pattern for a day stands in an address, with its braces.
struct Pattern {
    std::size_t begin = 0, size = 0;
};

std::optional<Pattern> next_pattern(const std::string& address, std::size_t from) {
    for (std::size_t begin = from; (begin = address.find('{', begin)) != std::string::npos; ++begin) {
        const std::size_t end = address.find('}', begin);
        if (end == std::string::npos) { return std::nullopt; }
        const std::string_view inner = std::string_view{address}.substr(begin + 1, end - begin - 1);
        if (!inner.empty() && filled(inner, geo::Date{})) { return Pattern{begin, end - begin + 1}; }
    }
    return std::nullopt;
}

std::optional<geo::Date> day_in(const YamlText& text, const YAML::Node& map, const char* key) {
    const std::string written = text.words(map, key);
    if (written.empty()) { return std::nullopt; }
    const std::optional<geo::Date> day = geo::parse_iso_date(written);
    if (!day) { text.fail(map[key], fmt::format("\"{}\" is no date", written), "write it as 2025-12-24"); }
    return day;
}

NamedSource source_in(const YamlText& text, const YAML::Node& node) {
    constexpr const char* what = "a source";
    text.check_keys(node, what,
                    {"name", "title", "kind", "address", "protocol", "first", "newest", "licence", "terms", "classes",
                     "remarks", "provenance", "tried"});
    NamedSource source;
    source.name = text.needed(node, "name", what);
    if (source.name.find_first_of("/:{}. ") != std::string::npos) {
        text.fail(node["name"], "a name has no spaces, dots, slashes, colons and braces", "write it as my-source");
    }
    const YAML::Node title = node["title"];
    if (title.IsDefined() && title.IsMap()) {
        text.check_keys(title, "a title", {"en", "uk"});
        source.title = text.words(title, "en");
        source.title_uk = text.words(title, "uk");
    } else {
        source.title = text.words(node, "title");
    }
    source.kind = text.one_of(node, "kind", what, source_kinds());
    source.address = text.needed(node, "address", what);
    if (!source.address.starts_with("https://") && !source.address.starts_with("http://")) {
        text.fail(node["address"], "an address begins with https:// or http://", "give it in full");
    }
    source.protocol = node["protocol"].IsDefined() ? text.one_of(node, "protocol", what, source_protocols()) : "file";
    source.first = day_in(text, node, "first");
    source.newest = day_in(text, node, "newest");
    source.licence = text.words(node, "licence");
    source.terms = text.words(node, "terms");
    source.classes = text.words(node, "classes");
    source.remarks = text.words(node, "remarks");
    source.provenance = text.words(node, "provenance");
    source.tried = text.words(node, "tried");
    return source;
}

std::vector<NamedSource> sources_in(const YamlText& text) {
    const YAML::Node root = text.root("a list of sources", "sources:");
    text.check_keys(root, "a list of sources", {"sources"});
    std::vector<NamedSource> sources;
    try {
        for (const YAML::Node& node : text.items(root["sources"])) {
            sources.push_back(source_in(text, node));
            const auto same = [&](const NamedSource& other) { return other.name == sources.back().name; };
            if (std::any_of(sources.begin(), sources.end() - 1, same)) {
                text.fail(node["name"], fmt::format("two sources are called {}", sources.back().name),
                          "give one another name");
            }
        }
    } catch (const YAML::Exception& error) {
        throw geo::Error{"this list of sources cannot be read: " + error.msg}.at({text.file()});
    }
    return sources;
}

}  // namespace

bool NamedSource::has_days() const {
    return next_pattern(address, 0).has_value();
}

const std::vector<std::string>& source_kinds() {
    static const std::vector<std::string> kinds{"control", "units", "base"};
    return kinds;
}

const std::vector<std::string>& source_protocols() {
    static const std::vector<std::string> protocols{"file", "arcgis", "page"};
    return protocols;
}

const std::vector<NamedSource>& builtin_sources() {
    static const std::vector<NamedSource> sources = sources_in({builtin_file("sources.yaml"), "sources.yaml"});
    return sources;
}

std::vector<NamedSource> read_sources(const std::string& path) {
    std::ifstream file{geo::is_regular_file(path) ? path : std::string{}, std::ios::binary};
    if (!file) {
        throw geo::Error{"cannot open the list of sources", "check the path", geo::Error::Kind::bad_usage}.at({path});
    }
    std::string bytes(largest_list + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    if (bytes.size() > largest_list) { throw geo::Error{"a list of sources has at most 1 MB"}.at({path}); }
    return sources_in({bytes, path});
}

const NamedSource& find_source(const std::vector<NamedSource>& sources, const std::string& name) {
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const NamedSource& source) { return source.name == name; });
    if (found != sources.end()) { return *found; }
    std::vector<std::string> names;
    for (const NamedSource& source : sources) { names.push_back(source.name); }
    throw geo::Error{fmt::format("there is no source \"{}\"", name), did_you_mean(name, names),
                     geo::Error::Kind::bad_usage};
}

std::string address_on(const NamedSource& source, const std::optional<geo::Date>& day) {
    if (!source.has_days()) {
        if (!day) { return source.address; }
        throw geo::Error{fmt::format("{} has no days: its address always has the newest state", source.name),
                         "leave out " + geo::setting("date"), geo::Error::Kind::bad_usage};
    }
    if (!day) {
        throw geo::Error{
            fmt::format("{} has a file for each day", source.name),
            "say which: " + geo::setting("date", geo::to_text(source.newest ? source.newest : source.first)),
            geo::Error::Kind::bad_usage};
    }
    if (source.first && *day < *source.first) {
        throw geo::Error{
            fmt::format("{} begins on {}, after {}", source.name, geo::to_text(source.first), geo::to_text(day)),
            "choose a later day", geo::Error::Kind::bad_usage};
    }
    std::string address = source.address;
    for (std::size_t from = 0; const auto pattern = next_pattern(address, from);) {
        const std::string inner = address.substr(pattern->begin + 1, pattern->size - 2);
        const std::string digits = *filled(inner, *day);
        address.replace(pattern->begin, pattern->size, digits);
        from = pattern->begin + digits.size();
    }
    return address;
}

}  // namespace layers
