// SPDX-License-Identifier: MIT
#include "geo/detail/json_kind.h"

#include "geo/detail/reproject.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace geo::detail {

namespace {

namespace dom = simdjson::dom;

constexpr std::array geojson_types{"FeatureCollection", "Feature", "Point",        "MultiPoint",        "LineString",
                                   "MultiLineString",   "Polygon", "MultiPolygon", "GeometryCollection"};

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), [](unsigned char c) { return std::tolower(c); });
    return result;
}

bool is_true(const dom::object& object, std::string_view key) {
    bool flag = false;
    return object[key].get(flag) == simdjson::SUCCESS && flag;
}

bool is_geojson_type(std::string_view type) {
    return std::find(geojson_types.begin(), geojson_types.end(), type) != geojson_types.end();
}

/// Plain words of an element: text as it is, else the JSON.
std::string words_of(const dom::element& element) {
    constexpr std::size_t shown = 200;
    std::string_view text;
    std::string words = element.get(text) == simdjson::SUCCESS ? std::string{text} : simdjson::minify(element);
    if (words.size() > shown) { words.resize(shown); }
    return words;
}

/// "400 Invalid or missing input parameters. (Table not found)"; empty if the object has none of these words.
std::string words_of_error(const dom::object& object) {
    std::vector<std::string> words;
    for (const char* key : {"code", "status", "exceptionCode", "message", "text", "description", "detail", "title"}) {
        dom::element part;
        if (object[key].get(part) == simdjson::SUCCESS && !part.is_null()) { words.push_back(words_of(part)); }
    }
    dom::array details;
    if (object["details"].get(details) == simdjson::SUCCESS) {
        for (const dom::element detail : details) { words.push_back(fmt::format("({})", words_of(detail))); }
    }
    return fmt::format("{}", fmt::join(words, " "));
}

/// Of an object, of the first of a list, or plain words.
std::string words_of_error(const dom::element& element) {
    dom::array list;
    dom::element first = element;
    if (element.get(list) == simdjson::SUCCESS && list.size() > 0) { first = list.at(0); }
    dom::object object;
    const std::string words = first.get(object) == simdjson::SUCCESS ? words_of_error(object) : "";
    return words.empty() ? words_of(first) : words;
}

void refuse_error(const dom::object& document) {
    constexpr const char* remedy = "mend the request, or ask again later";
    dom::element error;
    for (const char* key : {"error", "errors", "exceptions", "exception", "Error"}) {
        if (document[key].get(error) != simdjson::SUCCESS || error.is_null()) { continue; }
        bool flag = false;
        const bool is_flag = error.get(flag) == simdjson::SUCCESS;
        throw Error{fmt::format("this is an error answer of a server, no data: {}",
                                is_flag ? words_of_error(document) : words_of_error(error)),
                    remedy};
    }
    for (const char* key : {"message", "detail", "description", "error_description", "msg"}) {
        if (document[key].get(error) != simdjson::SUCCESS || !error.is_string()) { continue; }
        throw Error{fmt::format("this is a message of a server, no data: {}", words_of_error(document)), remedy};
    }
}

void refuse_case(const dom::object& document) {
    for (const char* key : {"type", "Type", "TYPE"}) {
        const std::string type = lower(string_at(document, key));
        for (const char* known : geojson_types) {
            if (lower(known) != type) { continue; }
            throw Error{fmt::format("its \"{}\" is \"{}\", which GeoJSON writes \"type\": \"{}\"", key,
                                    string_at(document, key), known),
                        "mend upper and lower case in the text"};
        }
    }
}

/// GDAL knows Esri JSON by its list of fields.
void refuse_esri_without_fields(const dom::object& document, const dom::array& features) {
    dom::element found;
    dom::object first;
    const bool has_fields =
        document["fields"].get(found) == simdjson::SUCCESS || document["fieldAliases"].get(found) == simdjson::SUCCESS;
    if (has_fields || features.size() == 0 || features.at(0).get(first) != simdjson::SUCCESS) { return; }
    if (first["attributes"].get(found) != simdjson::SUCCESS) { return; }
    throw Error{"this Esri JSON has no list of \"fields\"", "ask the server with outFields=*, or with f=geojson"};
}

bool is_feature(const dom::element& element) {
    dom::object object;
    if (element.get(object) != simdjson::SUCCESS) { return false; }
    dom::element geometry;
    return is_geojson_type(string_at(object, "type")) || (object["geometry"].get(geometry) == simdjson::SUCCESS &&
                                                          object["properties"].get(geometry) == simdjson::SUCCESS);
}

/// EPSG:32637, urn:ogc:def:crs:EPSG::32637, or its address at OGC; PROJ's own strings could name files.
bool is_plain_name(std::string_view name) {
    const auto fits = [](unsigned char c) {
        return std::isalnum(c) != 0 || c == ':' || c == '.' || c == '_' || c == '-';
    };
    return name.find(':') != std::string_view::npos && name.size() < 100 && std::all_of(name.begin(), name.end(), fits);
}

/// http://www.opengis.net/def/crs/EPSG/0/32637 and urn:ogc:def:crs:EPSG::32637 as EPSG:32637.
std::string shortened(const std::string& name) {
    const bool is_address = name.starts_with("http") && name.find("opengis.net/def/crs/EPSG/") != std::string::npos;
    const bool is_urn = name.starts_with("urn:ogc:def:crs:EPSG:");
    return is_address || is_urn ? "EPSG:" + name.substr(name.find_last_of("/:") + 1) : name;
}

std::string repeated_key(const dom::element& element);

/// Coordinates, which have no keys and are most of a file.
bool is_of_numbers(const dom::element& element) {
    dom::array list;
    if (element.get(list) != simdjson::SUCCESS) { return element.is_number(); }
    return list.begin() == list.end() || is_of_numbers(*list.begin());
}

/// The path to a key of the object that stands twice, or to one further in; empty if there is none.
std::string repeated_key(const dom::object& object) {
    std::vector<std::pair<std::string_view, dom::element>> members;
    for (const auto& [key, value] : object) { members.emplace_back(key, value); }
    const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(members.begin(), members.end(), by_key);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const auto& [key, value] = members[i];
        const bool is_repeated = i > 0 && members[i - 1].first == key;
        if (is_repeated && simdjson::minify(members[i - 1].second) != simdjson::minify(value)) {
            return fmt::format(".{}", key);
        }
        if (const std::string inner = repeated_key(value); !inner.empty()) { return fmt::format(".{}{}", key, inner); }
    }
    return {};
}

std::string repeated_key(const dom::element& element) {
    dom::object object;
    if (element.get(object) == simdjson::SUCCESS) { return repeated_key(object); }
    dom::array list;
    if (element.get(list) != simdjson::SUCCESS || is_of_numbers(element)) { return {}; }
    std::size_t index = 0;
    for (const dom::element member : list) {
        if (const std::string inner = repeated_key(member); !inner.empty()) {
            return fmt::format("[{}]{}", index, inner);
        }
        ++index;
    }
    return {};
}

}  // namespace

void refuse_repeated_keys(const dom::element& document) {
    const std::string path = repeated_key(document);
    if (path.empty()) { return; }
    throw Error{fmt::format("this JSON has {} twice, with different content", path), "keep one of the two"};
}

std::string_view string_at(const dom::object& object, std::string_view key) {
    std::string_view text;
    if (object[key].get(text) != simdjson::SUCCESS) { return {}; }
    return text;
}

std::optional<Value> scalar_of(const dom::element& element) {
    std::int64_t whole = 0;
    std::string_view text;
    if (element.get(whole) == simdjson::SUCCESS) { return whole; }
    if (element.get(text) == simdjson::SUCCESS) { return std::string{text}; }
    return std::nullopt;
}

std::string left_out(const dom::object& answer, std::size_t features) {
    dom::object properties;
    const bool nested = answer["properties"].get(properties) == simdjson::SUCCESS;
    if (is_true(answer, "exceededTransferLimit") || (nested && is_true(properties, "exceededTransferLimit"))) {
        return "exceededTransferLimit";
    }
    for (const char* key : {"numberMatched", "totalFeatures"}) {
        std::uint64_t all = 0;
        if (answer[key].get(all) == simdjson::SUCCESS && all > features) {
            return fmt::format("{} is {}, and the file holds {} features", key, all, features);
        }
    }
    dom::array links;
    if (answer["links"].get(links) != simdjson::SUCCESS) { return {}; }
    for (const dom::element link : links) {
        dom::object object;
        if (link.get(object) == simdjson::SUCCESS && string_at(object, "rel") == "next") {
            return "it links to a next page";
        }
    }
    return {};
}

std::optional<Wrapped> wrapped_in(const dom::object& document) {
    std::optional<Wrapped> found;
    for (const auto& [key, value] : document) {
        dom::object object;
        if (value.get(object) != simdjson::SUCCESS || string_at(object, "type") != "FeatureCollection") { continue; }
        if (found) {
            throw Error{fmt::format("this JSON holds several FeatureCollections: {}, {}", found->key, key),
                        fmt::format("take one out of it: jq '.{}'", found->key)};
        }
        found = Wrapped{std::string{key}, value};
    }
    return found;
}

void refuse_list(const dom::array& list) {
    if (list.size() > 0 && is_feature(list.at(0))) {
        throw Error{"this is a bare array of features, and no FeatureCollection",
                    "wrap it: jq '{type: \"FeatureCollection\", features: .}'"};
    }
    throw Error{"this JSON is an array, and no FeatureCollection", "give a FeatureCollection, a Feature or a geometry"};
}

void refuse_known_kinds(const dom::object& document) {
    dom::array features;
    const bool lists = document["features"].get(features) == simdjson::SUCCESS;
    refuse_case(document);
    if (lists && features.size() > 0 && is_feature(features.at(0))) {
        throw Error{"this JSON has \"features\", but no \"type\": \"FeatureCollection\"",
                    "add it: jq '. + {type: \"FeatureCollection\"}'"};
    }
    if (lists) { return refuse_esri_without_fields(document, features); }
    refuse_error(document);
    if (document["elements"].get(features) == simdjson::SUCCESS) {
        throw Error{"this is OpenStreetMap's JSON of elements (Overpass), no GeoJSON",
                    "convert it: osmtogeojson FILE > FILE.geojson"};
    }
}

std::string named_crs(const dom::object& document, const std::string& say_crs) {
    dom::object crs, properties;
    dom::element written;
    if (document["crs"].get(written) != simdjson::SUCCESS || written.get(crs) != simdjson::SUCCESS) { return {}; }
    const bool has_properties = crs["properties"].get(properties) == simdjson::SUCCESS;
    if (string_at(crs, "type") == "link") {
        throw Error{"the file names its CRS by a link, which is not fetched",
                    fmt::format("take \"crs\" out of the file, and name the CRS: {}", say_crs)};
    }
    std::string name = shortened(std::string{has_properties ? string_at(properties, "name") : ""});
    if (is_wgs84(name)) { return {}; }
    if (is_plain_name(name)) { return name; }
    throw Error{fmt::format("the file's CRS is no name that is known: {}", words_of(written)),
                fmt::format("take \"crs\" out of the file, and name the CRS: {}", say_crs)};
}

}  // namespace geo::detail
