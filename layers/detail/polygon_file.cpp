// SPDX-License-Identifier: MIT
#include "layers/detail/polygon_file.h"

#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace layers::detail {

namespace {

void require_a_choice(const geo::Dataset& dataset, const geo::ReadOptions& options) {
    std::vector<std::string> names;
    for (const geo::Feature& feature : dataset.features) {
        const bool is_new = std::find(names.begin(), names.end(), feature.layer) == names.end();
        if (!feature.shape.region.empty() && is_new) { names.push_back(feature.layer); }
    }
    if (names.size() < 2 || !options.layers.empty()) { return; }
    throw geo::Error{fmt::format("the file has polygons in several layers: {}", fmt::join(names, ", ")),
                     fmt::format("choose by layer: {} beside polygon, or layer: [{}] for all", names.front(),
                                 fmt::join(names, ", "))};
}

}  // namespace

PolygonFile read_polygons(const std::string& path, const geo::ReadOptions& options) {
    const geo::Dataset dataset = geo::read(path, options);
    require_a_choice(dataset, options);
    geo::Region all;
    for (const geo::Feature& feature : dataset.features) { append(all, feature.shape.region); }
    if (all.empty()) { throw geo::Error{"the file holds no polygon", "give polygons"}.at({path}); }
    geo::Repaired repaired = geo::repair(all);
    PolygonFile file{std::move(repaired.region), std::move(repaired.notes)};
    for (const std::string& note : dataset.notes) { file.notes.push_back({note, {}}); }
    return file;
}

}  // namespace layers::detail
