// SPDX-License-Identifier: MIT
#include "geo/detail/input.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <cctype>

namespace geo::detail {

namespace {

namespace dom = simdjson::dom;

/// Old files name a page of spatialreference.org, whose address holds the code: ".../ref/epsg/32637/ogcwkt/".
std::string code_in(std::string_view link) {
    constexpr std::string_view mark = "/epsg/";
    const std::size_t at = link.find(mark);
    if (at == std::string_view::npos) { return {}; }
    std::string digits;
    for (const char letter : link.substr(at + mark.size())) {
        if (std::isdigit(static_cast<unsigned char>(letter)) == 0) { break; }
        digits += letter;
    }
    return digits.empty() ? "" : "EPSG:" + digits;
}

std::string text_at(const dom::element& element, const char* pointer) {
    std::string_view text;
    if (element.at_pointer(pointer).get(text) == simdjson::SUCCESS) { return std::string{text}; }
    std::int64_t number = 0;
    return element.at_pointer(pointer).get(number) == simdjson::SUCCESS ? fmt::format("{}", number) : "";
}

}  // namespace

std::string crs_of_json(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    dom::parser parser;
    dom::element document;
    if (parser.parse(text.data(), text.size()).get(document) != simdjson::SUCCESS) { return {}; }
    if (const std::string link = text_at(document, "/crs/properties/href"); !link.empty()) {
        const std::string code = code_in(link);
        if (!code.empty()) { return code; }
        throw Error{fmt::format("its CRS is a link, and nothing is fetched: {}", link),
                    "name the CRS with --crs, such as --crs EPSG:4326"};
    }
    const std::string name = text_at(document, "/crs/properties/name");
    const std::string code = text_at(document, "/crs/properties/code");
    return !name.empty() ? name : code.empty() ? "" : "EPSG:" + code;
}

}  // namespace geo::detail
