// SPDX-License-Identifier: MIT
#include "app/receipt/contents.h"

#include "app/print/png.h"
#include "app/receipt/sha256.h"
#include "geo/dataset.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/measure.h"
#include "layers/model/words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <utility>

namespace app {

namespace {

using Json = nlohmann::ordered_json;

std::string bytes_of(const std::string& path) {
    constexpr std::uintmax_t most = std::uintmax_t{2} << 30;
    if (geo::exists(path) && (!std::filesystem::is_regular_file(path) || std::filesystem::file_size(path) > most)) {
        throw geo::Error{"this is no file of at most 2 GB", "name an output of demarc", geo::Error::Kind::bad_usage}.at(
            {path});
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) { throw geo::Error{"cannot open the file", "check the path", geo::Error::Kind::bad_usage}.at({path}); }
    return {std::istreambuf_iterator<char>{file}, {}};
}

bool is_png(const std::string& bytes) {
    return bytes.starts_with("\x89PNG");
}

bool is_workbook(const std::string& path, const std::string& bytes) {
    return path.ends_with(".xlsx") && bytes.starts_with("PK");
}

/// JSON that is no map; an empty value for anything else.
Json json_in(const std::string& bytes) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || (bytes[first] != '{' && bytes[first] != '[')) { return {}; }
    constexpr int deepest = 100;  // what demarc writes is ten deep, and a deeper tree could not be walked
    return Json::parse(
        bytes,
        [](int depth, Json::parse_event_t, const Json&) {
            if (depth > deepest) { throw geo::Error{"its JSON is nested too deep", "it is no output of demarc"}; }
            return true;
        },
        false);
}

bool is_map(const Json& json) {
    return json.is_object() && json.contains("type") && json["type"] == "FeatureCollection";
}

// --- entries ---------------------------------------------------------------------------------------------------------

struct Value {
    std::string words;
    std::optional<double> number;
};

/// By what they are called, in the order of the file.
using Entries = std::vector<std::pair<std::string, Value>>;

/// What tells an element of a list from the others, in its own words; else its place.
std::string name_of(const Json& element, std::size_t place) {
    std::string name;
    if (element.is_object()) {
        for (const char* key : {"plan", "a", "b", "unit", "id", "name", "holder", "other_holder", "status"}) {
            if (!element.contains(key) || !element[key].is_string()) { continue; }
            if (!name.empty()) { name += ", "; }
            name += element[key].get<std::string>();
        }
    }
    return name.empty() ? fmt::format("{}", place + 1) : name;
}

std::string joined(const std::string& name, const std::string& part) {
    return name.empty() ? part : fmt::format("{}, {}", name, part);
}

void add_entries(const Json& json, const std::string& name, Entries& entries) {
    if (json.is_object()) {
        for (const auto& [key, value] : json.items()) {
            if (key != "receipt") { add_entries(value, joined(name, key), entries); }
        }
    } else if (json.is_array()) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            add_entries(json[i], joined(name, name_of(json[i], i)), entries);
        }
    } else {
        entries.push_back({name,
                           {json.is_string() ? json.get<std::string>() : json.dump(),
                            json.is_number() ? std::optional{json.get<double>()} : std::nullopt}});
    }
}

struct ToValue {
    Value operator()(std::monostate) const { return {"", std::nullopt}; }
    Value operator()(bool value) const { return {value ? "true" : "false", std::nullopt}; }
    Value operator()(std::int64_t value) const { return {fmt::format("{}", value), static_cast<double>(value)}; }
    Value operator()(double value) const { return {fmt::format("{}", value), value}; }
    Value operator()(const std::string& value) const { return {value, std::nullopt}; }
};

/// Positions one after another, and what they enclose.
std::string geometry_words(const geo::Shape& shape) {
    std::string positions;
    const auto add = [&positions](const std::vector<geo::LonLat>& path) {
        for (const geo::LonLat& position : path) { positions += fmt::format("{},{} ", position.lon, position.lat); }
        positions += ";";
    };
    for (const geo::Ring* ring : geo::rings_of(shape.region)) { add(*ring); }
    for (const geo::Path& path : shape.paths) { add(path); }
    add(shape.points);
    return fmt::format("{:.3f} km², SHA-256 {}…", geo::area_of(shape.region).value(), sha256(positions).substr(0, 12));
}

Entries map_entries(const std::string& path) {
    Entries entries;
    for (const geo::Feature& feature : geo::read(path).features) {
        const std::string name = fmt::format("feature {} ({})", feature.number, geo::name_of(feature));
        for (const auto& [key, value] : feature.properties) {
            Value shown = std::visit(ToValue{}, value);
            if (!shown.words.empty()) { entries.emplace_back(joined(name, key), std::move(shown)); }
        }
        entries.push_back({joined(name, "geometry"), {geometry_words(feature.shape), std::nullopt}});
    }
    return entries;
}

std::vector<Difference> differing(const Entries& then, const Entries& now) {
    std::map<std::string, std::vector<const Value*>> there;  // names may recur: the first goes with the first
    for (auto entry = now.rbegin(); entry != now.rend(); ++entry) { there[entry->first].push_back(&entry->second); }
    std::vector<Difference> differences;
    for (const auto& [what, value] : then) {
        auto& values = there[what];
        if (values.empty()) {
            differences.push_back({what, value.words, "", ""});
            continue;
        }
        const Value& other = *values.back();
        values.pop_back();
        if (other.words == value.words) { continue; }
        const bool are_numbers = value.number && other.number;
        differences.push_back({what, value.words, other.words,
                               are_numbers ? fmt::format("{:+.6g}", *other.number - *value.number) : std::string{}});
    }
    for (const auto& [what, values] : there) {
        for (const Value* value : values) { differences.push_back({what, "", value->words, ""}); }
    }
    std::stable_partition(differences.begin(), differences.end(),
                          [](const Difference& difference) { return !difference.by.empty(); });  // figures first
    return differences;
}

std::vector<Difference> differing_pixels(const print::Pixels& then, const print::Pixels& now) {
    if (then.width != now.width || then.height != now.height) {
        return {{"size", fmt::format("{} × {}", then.width, then.height), fmt::format("{} × {}", now.width, now.height),
                 ""}};
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i + 3 < then.rgba.size(); i += 4) {
        count += std::equal(then.rgba.begin() + static_cast<std::ptrdiff_t>(i),
                            then.rgba.begin() + static_cast<std::ptrdiff_t>(i + 4),
                            now.rgba.begin() + static_cast<std::ptrdiff_t>(i))
                     ? 0U
                     : 1U;
    }
    if (count == 0) { return {}; }
    return {{"picture", fmt::format("{} of {} pixels", count, then.rgba.size() / 4), "others", ""}};
}

// --- pages -----------------------------------------------------------------------------------------------------------

bool is_page(const std::string& bytes) {
    constexpr std::size_t head = 400;
    const std::string_view first = std::string_view{bytes}.substr(0, head);
    return first.starts_with("<!DOCTYPE html>") || first.find("<svg ") != first.npos;
}

/// Of SVG between tags, where it is escaped; of HTML in a script, where it is not.
std::optional<std::string> receipt_in_page(const std::string& bytes) {
    const auto between = [&bytes](std::string_view before, std::string_view after) -> std::optional<std::string> {
        const std::size_t begin = bytes.find(before);
        if (begin == bytes.npos) { return std::nullopt; }
        const std::size_t from = begin + before.size(), end = bytes.find(after, from);
        return end == bytes.npos ? std::nullopt : std::optional{bytes.substr(from, end - from)};
    };
    if (auto found = between("<script type=\"application/json\" id=\"demarc-receipt\">", "</script>")) { return found; }
    std::optional<std::string> found = between("<metadata id=\"receipt\">", "</metadata>");
    if (!found) { return std::nullopt; }
    for (const auto& [written, meant] :
         {std::pair{"&quot;", "\""}, std::pair{"&lt;", "<"}, std::pair{"&gt;", ">"}, std::pair{"&amp;", "&"}}) {
        const std::string_view entity{written};
        for (std::size_t at = 0; (at = found->find(entity, at)) != found->npos; ++at) {
            found->replace(at, entity.size(), meant);
        }
    }
    return found;
}

/// CSV without shapes.
bool is_table(const std::string& path, const std::string& bytes) {
    const std::string_view heading = std::string_view{bytes}.substr(0, bytes.find('\n'));
    return path.ends_with(".csv") && heading.find("WKT") == heading.npos;
}

/// Without the day on which a PDF was made, the receipt that a page shows, and the mark by which spreadsheets know
/// UTF-8.
std::string without_run(std::string bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) { bytes.erase(0, 3); }
    for (const auto& [before, after] : {std::pair{"/CreationDate (", ")"}, std::pair{"<pre>", "</pre>"}}) {
        const std::size_t begin = bytes.find(before), end = begin == bytes.npos ? begin : bytes.find(after, begin);
        if (end != bytes.npos) { bytes.erase(begin, end - begin); }
    }
    return bytes;
}

/// Line by line; of a line no more than can be read.
std::vector<Difference> differing_lines(const std::string& then, const std::string& now) {
    constexpr std::size_t shown = 100;
    std::vector<Difference> differences;
    std::istringstream old_lines{then}, new_lines{now};
    std::string a, b;
    for (int line = 1;; ++line) {
        const bool has_a = static_cast<bool>(std::getline(old_lines, a)),
                   has_b = static_cast<bool>(std::getline(new_lines, b));
        if (!has_a && !has_b) { return differences; }
        const bool is_receipt =
            a.find("<metadata id=\"receipt\">") != a.npos || a.find("id=\"demarc-receipt\">") != a.npos;
        if (is_receipt || (has_a && has_b && a == b)) { continue; }
        differences.push_back({fmt::format("line {}", line), has_a ? layers::printable(a, shown) : "",
                               has_b ? layers::printable(b, shown) : "", ""});
        a.clear();
        b.clear();
    }
}

}  // namespace

std::optional<std::string> receipt_of_file(const std::string& path) {
    const std::string bytes = bytes_of(path);
    if (is_page(bytes)) { return receipt_in_page(bytes); }
    if (is_png(bytes)) { return print::receipt_in_png(bytes); }
    if (const Json json = json_in(bytes); json.is_structured()) {
        const Json& first = json.is_array() && !json.empty() ? json.front() : json;
        if (first.is_object() && first.contains("receipt")) { return first["receipt"].dump(); }
    }
    return geo::receipt_in(path);
}

std::vector<Difference> differences_of(const std::string& then, const std::string& now) {
    const std::string bytes = bytes_of(then);
    if (is_png(bytes)) { return differing_pixels(print::read_png(bytes), print::read_png(bytes_of(now))); }
    if (is_workbook(then, bytes)) {
        if (bytes == bytes_of(now)) { return {}; }
        return {{"workbook", fmt::format("SHA-256 {}…", sha256(bytes).substr(0, 12)),
                 fmt::format("SHA-256 {}…", sha256(bytes_of(now)).substr(0, 12)), ""}};
    }
    if (is_page(bytes) || bytes.starts_with("%PDF") || then.ends_with(".md") || is_table(then, bytes)) {
        return differing_lines(without_run(bytes), without_run(bytes_of(now)));
    }
    const Json json = json_in(bytes);
    if (!json.is_structured() || is_map(json)) { return differing(map_entries(then), map_entries(now)); }
    Entries old_entries, new_entries;
    add_entries(json, "", old_entries);
    add_entries(json_in(bytes_of(now)), "", new_entries);
    return differing(old_entries, new_entries);
}

}  // namespace app
