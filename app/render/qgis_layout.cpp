// SPDX-License-Identifier: MIT
#include "app/render/qgis_layout.h"

#include "app/render/page_parts.h"
#include "layers/map/furniture.h"
#include "layers/report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

void put(std::string& text, const std::string& name, const std::string& value) {
    const std::string mark = "{" + name + "}";
    for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size())) {
        text.replace(at, mark.size(), value);
    }
}

/// All of the box and what fits beside it, in the shape of the layout's map.
layers::MapBox in_shape(const layers::MapBox& box) {
    constexpr double wide_mm = 206, tall_mm = 166;
    const double mm = std::max((box.east - box.west) / wide_mm, (box.north - box.south) / tall_mm);
    const double x = (box.west + box.east) / 2, y = (box.south + box.north) / 2;
    return {x - mm * wide_mm / 2, y - mm * tall_mm / 2, x + mm * wide_mm / 2, y + mm * tall_mm / 2};
}

}  // namespace

std::string qgis_layout(const std::string& title, const std::vector<std::string>& notes, const layers::MapBox& shown,
                        const geo::LonLat& origin) {
    constexpr double wide_mm = 206, longest_segment_mm = 25;
    const layers::MapBox box = in_shape(shown);
    std::string small_print;
    for (const std::string& note : notes) {
        small_print += (small_print.empty() ? "" : "&#10;") + report::escaped(note);
    }
    std::string layout{page_file("layout.qpt")};
    put(layout, "name", report::escaped(title));
    put(layout, "title", report::escaped(title));
    put(layout, "notes", small_print);
    put(layout, "lon", fmt::format("{}", origin.lon));
    put(layout, "lat", fmt::format("{}", origin.lat));
    for (const auto& [name, metres] : {std::pair{"xmin", box.west}, std::pair{"ymin", box.south},
                                       std::pair{"xmax", box.east}, std::pair{"ymax", box.north}}) {
        put(layout, name, fmt::format("{:.0f}", metres));
    }
    put(layout, "segment",
        fmt::format("{}", layers::bar_length((box.east - box.west) / wide_mm, longest_segment_mm).value()));
    return layout;
}

}  // namespace app
