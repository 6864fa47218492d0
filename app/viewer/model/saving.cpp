// SPDX-License-Identifier: MIT
#include "app/viewer/model/saving.h"

#include "app/setting_words.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/measure.h"
#include "layers/map/difference_layers.h"
#include "layers/map/plan_layers.h"
#include "layers/model/properties.h"
#include "layers/model/slug.h"
#include "layers/plan_language/plan_write.h"
#include "layers/report/areas_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace app::viewer {

namespace report = layers::report;

namespace {

std::string csv_of(const Result& result) {
    std::vector<report::PlanAreas> reports{{*result.a->plan, result.a->table}};
    if (result.b) { reports.push_back({*result.b->plan, result.b->table}); }
    return report::areas_csv(reports, result.land);
}

/// A plan file is named as seen from the new file's folder, in or below which it has to lie: no plan reads others.
std::string extended_name(const Result& result, const std::string& path) {
    if (result.a->plan->is_builtin) { return result.request.a; }
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    const std::filesystem::path base = std::filesystem::absolute(result.a->plan->file);
    const std::filesystem::path name = std::filesystem::relative(base, folder);
    if (name.empty() || *name.begin() == "..") {
        throw geo::Error{
            fmt::format("the plan would extend {}, which lies in another folder", base.filename().string()),
            fmt::format("save it in {}", base.parent_path().string()), geo::Error::Kind::bad_usage};
    }
    return name.string();
}

std::string plan_of(const Result& result, const layers::Sketch& sketch, const std::string& path) {
    layers::PlanDraft draft;
    draft.title = std::filesystem::path{path}.stem().string();
    draft.name = layers::slug(draft.title);
    draft.extends = extended_name(result, path);
    draft.sketch = sketch;
    if (const auto set = result.request.settings.find(result.request.a); set != result.request.settings.end()) {
        draft.settings.assign(set->second.begin(), set->second.end());
    }
    return layers::to_yaml(draft, result.a->plan);
}

/// Of a zone that demarc wrote; "special" of any other.
layers::ZoneKind kind_of(const geo::Feature& feature) {
    return layers::zone_kind_of(geo::text_of(feature.properties, "kind")).value_or(layers::ZoneKind::special);
}

geo::Path open_ring(geo::Path ring) {
    if (ring.size() > 1 && ring.front() == ring.back()) { ring.pop_back(); }
    return ring;
}

/// As it was drawn, to be edited; of several parts or with holes, what they mean.
std::vector<geo::Polygon> parts_of(const geo::Region& region, std::vector<std::string>& notes) {
    if (region.polygons.size() == 1 && region.polygons.front().holes.empty()) { return region.polygons; }
    try {
        geo::Repaired repaired = geo::repair(region);
        for (const geo::Note& note : repaired.notes) {
            if (note.moved.value() > 0) {
                notes.push_back(
                    fmt::format("{} ({} km² moved)", note.text, layers::with_thousands(note.moved.value(), 3)));
            }
        }
        return std::move(repaired.region.polygons);
    } catch (const geo::NoArea&) { return {{region.polygons.front().shell, {}}}; }  // the panel says that it has none
}

/// All of a feature is one zone, of which the largest part's corners can be dragged.
layers::SketchShape zone_of(const geo::Feature& feature, const std::string& name, std::vector<std::string>& notes) {
    std::vector<geo::Polygon> parts = parts_of(feature.shape.region, notes);
    const auto area = [](const geo::Polygon& part) { return geo::area_of(geo::Region{{part}}); };
    const auto largest = std::max_element(parts.begin(), parts.end(),
                                          [&area](const auto& a, const auto& b) { return area(a) < area(b); });
    layers::SketchShape zone{layers::SketchShape::Kind::polygon, name, kind_of(feature), open_ring(largest->shell)};
    for (const geo::Ring& hole : largest->holes) { zone.holes.push_back(open_ring(hole)); }
    parts.erase(largest);
    for (const geo::Polygon& part : parts) {
        zone.others.push_back({open_ring(part.shell)});
        for (const geo::Ring& hole : part.holes) { zone.others.back().push_back(open_ring(hole)); }
    }
    return zone;
}

}  // namespace

void write(const SaveRequest& request, const Result& result, const layers::Sketch& sketch) {
    const geo::WriteOptions options{"", request.overwrite, {}, layers::short_names()};
    switch (request.kind) {
        case SaveKind::figures_csv:
            return geo::write_file(request.path, csv_of(result), request.overwrite);
        case SaveKind::sketch_plan:
            return geo::write_file(request.path, plan_of(result, sketch, request.path), request.overwrite);
        case SaveKind::sketch_geojson:
            return geo::write(layers::as_features(sketch, result.a->plan, &result.land), request.path, options);
        case SaveKind::plan_geojson: {
            layers::PlanLayers made =
                layers::layers_of(*result.a->plan, result.land, {"status", "zone", "line", "places"});
            for (auto& [name, value] : made.dataset.about) {
                if (auto* words = std::get_if<std::string>(&value)) { *words = option_words(*words); }
            }
            return geo::write(made.dataset, request.path, {"", request.overwrite, made.styles, layers::short_names()});
        }
        case SaveKind::difference_geojson: {
            if (!result.comparison) { throw geo::Error{"there is no second plan", "choose a plan as B first"}; }
            const layers::PlanLayers made =
                layers::difference_layers(*result.a->plan, *result.b->plan, *result.comparison, result.land);
            return geo::write(made.dataset, request.path, {"", request.overwrite, made.styles, layers::short_names()});
        }
        case SaveKind::map_png:  // whoever has the OpenGL context paints it
        case SaveKind::page:
        case SaveKind::report:
        case SaveKind::pack:     // programs of their own
        case SaveKind::session:  // of the document
            return;
    }
}

std::vector<std::string> add_to_sketch(const geo::Dataset& dataset, layers::Sketch& sketch) {
    std::vector<std::string> notes;
    constexpr std::size_t most_corners = 20000;
    std::size_t corners = 0;
    const auto add = [&](layers::SketchShape shape) {
        corners += layers::corner_count(shape);
        if (corners > most_corners) {
            throw geo::Error{
                fmt::format("{} has more than {} corners: too many to edit by hand", dataset.path, most_corners),
                "name it in a plan file as an outline: where: {polygon: FILE}"};
        }
        sketch.shapes.push_back(std::move(shape));
    };
    for (const geo::Feature& feature : dataset.features) {
        const std::string name = geo::name_of(feature);
        std::vector<std::string> moved;
        if (!feature.shape.region.empty()) { add(zone_of(feature, name, moved)); }
        for (const std::string& note : moved) { notes.push_back(fmt::format("{}: {}", name, note)); }
        for (const geo::Path& path : feature.shape.paths) {
            add({layers::SketchShape::Kind::line, name, layers::ZoneKind::special, path});
        }
    }
    return notes;
}

}  // namespace app::viewer
