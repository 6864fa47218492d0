// SPDX-License-Identifier: MIT
#include "app/render/qgis_layout.h"

#include "app/render/page_parts.h"
#include "layers/map/furniture.h"
#include "layers/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string_view>

namespace app {

namespace {

/// The template with its marks, "{title}", filled in; what looks like one in a title is none.
std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('{'), text.size());
        const std::size_t close = std::min(text.find('}', open), text.size());
        const auto value = values.find(text.substr(std::min(open + 1, close), close - std::min(open + 1, close)));
        result += text.substr(0, open);
        if (value != values.end()) {
            result += value->second;
            text.remove_prefix(close + 1);
        } else {
            result += text.substr(open, 1);
            text.remove_prefix(std::min(open + 1, text.size()));
        }
    }
    return result;
}

constexpr double wide_mm = 206, tall_mm = 166;  // as the template has its map

/// All of the box and what fits beside it, in the shape of the layout's map.
layers::MapBox in_shape(const layers::MapBox& box) {
    const double mm = std::max((box.east - box.west) / wide_mm, (box.north - box.south) / tall_mm);
    const double x = (box.west + box.east) / 2, y = (box.south + box.north) / 2;
    return {x - mm * wide_mm / 2, y - mm * tall_mm / 2, x + mm * wide_mm / 2, y + mm * tall_mm / 2};
}

}  // namespace

std::string qgis_layout(const std::string& title, const std::vector<std::string>& notes, const layers::MapBox& shown,
                        const geo::LonLat& origin) {
    constexpr double longest_segment_mm = 25;
    const layers::MapBox box = in_shape(shown);
    std::string small_print;
    for (const std::string& note : notes) {
        small_print += (small_print.empty() ? "" : "&#10;") + report::escaped(note);
    }
    const auto metres = [](double value) { return fmt::format("{:.0f}", value); };
    const auto segment = layers::bar_length((box.east - box.west) / wide_mm, longest_segment_mm);
    return filled(page_file("layout.qpt"), {{"name", report::escaped(title)},
                                            {"title", report::escaped(title)},
                                            {"notes", small_print},
                                            {"lon", fmt::format("{}", origin.lon)},
                                            {"lat", fmt::format("{}", origin.lat)},
                                            {"xmin", metres(box.west)},
                                            {"ymin", metres(box.south)},
                                            {"xmax", metres(box.east)},
                                            {"ymax", metres(box.north)},
                                            {"segment", fmt::format("{}", segment.value())}});
}

}  // namespace app
