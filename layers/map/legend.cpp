// SPDX-License-Identifier: MIT
#include "layers/map/legend.h"

#include "geo/units.h"
#include "layers/language/language.h"
#include "layers/map/visible.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace layers {

namespace {

std::string with_unit(const Estimate& estimate) {
    return estimate_text(estimate) + " " + tr("km²");
}

/// The lines of the scene that are in sight, each once.
void add_line_entries(const Scene& scene, const MapContent& content, const PaintOptions& paint, const MapBox& box,
                      std::vector<LegendEntry>& entries) {
    const Colour halo = palette(content.theme).line_halo;
    for (const SceneStroke& stroke : scene.strokes) {
        if (stroke.part != Part::line || stroke.colour == halo || !paint.shows(Part::line) || !meets(stroke, box)) {
            continue;
        }
        const LineInfo& line = content.land->lines[content.land->line_index(stroke.id)].control.info;
        entries.push_back({stroke.colour,
                           {},
                           Hatch::none,
                           true,
                           named_line(line),
                           line.kind == LineKind::resulting ? "" : accuracy_words(line)});
        entries.back().line_px = stroke.width_px;
    }
}

/// Contested land on the plan's line, whatever the plan makes of it.
void add_contested_entry(const Scene& scene, const Plan& plan, const MapContent& content, const PaintOptions& paint,
                         const MapBox& box, std::vector<LegendEntry>& entries) {
    for (const SceneFill& fill : scene.fills) {
        if (fill.part != Part::contested || !paint.shows(fill.part) || !meets(fill, scene, box)) { continue; }
        const CellSet set = contested_on(*content.land, content.land->line_index(plan.line));
        Estimate estimate;
        for (std::size_t i = 0; i < set.size(); ++i) {
            if (set[i] != 0) { estimate.area += content.land->cells[i].area; }
        }
        entries.push_back({fill.colour, fill.hatch_colour, fill.hatch, false, tr("contested land"), with_unit(estimate),
                           false, spoken_text(estimate)});
    }
}

Colour seen(const SceneFill& fill, const MapContent& content, const PaintOptions& paint) {
    return seen_on_land(fill.colour, palette(content.theme).land, paint);
}

std::vector<LegendEntry> about(const Plan& plan, const std::string& title) {
    std::vector<LegendEntry> entries;
    const auto note = [&](const std::string& text) { entries.push_back({{}, {}, Hatch::none, false, text, "", true}); };
    if (!title.empty()) { note(title); }
    note(fmt::format("{}{}{}", plan.text_status, plan.date ? ", " : "", geo::to_text(plan.date)));
    if (const std::string settings = settings_words(plan); !settings.empty()) { note(tr("set here: {}", settings)); }
    return entries;
}

}  // namespace

std::string title_beside(const Plan* other, const Plan& plan, const Overlay& land) {
    if (other == nullptr || other->line == plan.line) { return local_title(plan); }
    const LineInfo &line = land.lines[land.line_index(plan.line)].control.info,
                   &others = land.lines[land.line_index(other->line)].control.info;
    const std::string day = geo::to_text(line.date);
    const bool days_tell = line.date && others.date && day != geo::to_text(others.date);
    return local_title(plan) + " · " + (days_tell ? day : dated_name(line));
}

std::vector<LegendEntry> legend_of(const PlanView& view, const MapContent& content, const PaintOptions& paint,
                                   const MapBox& box) {
    std::vector<LegendEntry> entries = about(*view.plan, "");
    for (const SceneFill& fill : view.scene.fills) {
        if (!paint.shows(fill.part) || !meets(fill, view.scene, box)) { continue; }
        if (fill.part == Part::status) {
            for (const StatusClass& status_class : view.table.classes()) {
                if (fill.status_class != status_class) { continue; }
                const Estimate estimate = view.table.of(status_class);
                entries.push_back({seen(fill, content, paint),
                                   {},
                                   Hatch::none,
                                   false,
                                   fill.words,
                                   with_unit(estimate),
                                   false,
                                   spoken_text(estimate)});
            }
        } else if (fill.part == Part::zone) {
            for (const Zone& zone : view.plan->zones) {
                if (zone.id != fill.id) { continue; }
                const Estimate estimate = view.table.of_zone(zone.id);
                entries.push_back({fill.colour, fill.hatch_colour, fill.hatch, false, fill.words, with_unit(estimate),
                                   false, spoken_text(estimate)});
            }
        }
    }
    add_contested_entry(view.scene, *view.plan, content, paint, box, entries);
    add_line_entries(view.scene, content, paint, box, entries);
    for (const SceneFill& fill : view.scene.fills) {
        const bool shown = fill.part == Part::accuracy && paint.shows(fill.part);
        if (!shown || !meets(fill, view.scene, box)) { continue; }
        entries.push_back({fill.colour, {}, Hatch::none, false, tr("within the accuracy of the line"), ""});
        break;
    }
    return entries;
}

std::vector<LegendEntry> legend_of_difference(const MapContent& content, const PaintOptions& paint, const MapBox& box) {
    const Plan &a = *content.a->plan, &b = *content.b->plan;
    std::vector<LegendEntry> entries = about(a, tr("from") + "  " + title_beside(&b, a, *content.land)),
                             of_b = about(b, tr("to") + "  " + title_beside(&a, b, *content.land));
    if (entries.back().text == of_b.back().text) { entries.pop_back(); }  // of two days it is said once
    std::ranges::move(of_b, std::back_inserter(entries));
    const Scene& scene = *content.difference;
    for (const SceneFill& fill : scene.fills) {
        if (!paint.shows(Part::difference) || !meets(fill, scene, box)) { continue; }
        if (fill.part == Part::difference && !fill.change) {
            entries.push_back({seen(fill, content, paint), {}, Hatch::none, false, tr("the same under both"), ""});
        }
        if (!fill.change) { continue; }
        const Estimate estimate = content.comparison->of(fill.change->first, fill.change->second);
        entries.push_back({seen(fill, content, paint), fill.hatch_colour, fill.hatch, false, fill.words,
                           with_unit(estimate), false, spoken_text(estimate)});
    }
    add_contested_entry(scene, *content.b->plan, content, paint, box, entries);
    add_line_entries(scene, content, paint, box, entries);
    return entries;
}

}  // namespace layers
