// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/polygon_file.h"

#include "geo/error.h"
#include "geo/overlay.h"
#include "layers/model/classes.h"
#include "layers/model/days.h"

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

/// A zone is drawn of one day's land of one kind.
void require_one_meaning(const geo::Dataset& dataset) {
    try {
        (void)of_one_day(dataset, {});
        refuse_several_classes(dataset);
    } catch (const geo::Error& error) {
        throw geo::Error{error.problem(), "choose features beside polygon, such as where: \"status = 'occupied'\""};
    }
}

}  // namespace

PolygonFile read_polygons(const std::string& path, const geo::ReadOptions& options) {
    const geo::Dataset dataset = geo::read(path, options);
    require_a_choice(dataset, options);
    if (options.where.empty() && options.layers.empty()) { require_one_meaning(dataset); }
    PolygonFile file;
    std::vector<geo::Region> regions;
    std::vector<geo::FeatureNote> notes;
    for (const geo::Feature& feature : dataset.features) {
        if (feature.shape.region.empty()) { continue; }
        geo::Repaired repaired = geo::repair(feature.shape.region);
        regions.push_back(std::move(repaired.region));
        for (const geo::Note& note : repaired.notes) { notes.push_back({geo::name_of(feature), note}); }
    }
    if (regions.empty()) { throw geo::Error{"the file holds no polygon", "give polygons"}.at({path}); }
    std::vector<const geo::Region*> each;
    for (const geo::Region& region : regions) { each.push_back(&region); }
    file.region = regions.size() == 1 ? std::move(regions.front()) : geo::unite_all(each);
    file.notes = geo::gathered(notes);
    for (const std::string& note : dataset.notes) { file.notes.push_back({note, {}}); }
    return file;
}

}  // namespace layers::detail
