// SPDX-License-Identifier: MIT
#include "app/render/sheet_words.h"

#include "layers/map/legend.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app {

namespace {

/// Of one plan its sources in full; of several, who published each.
std::string sources_of(const std::vector<const layers::Plan*>& plans) {
    std::string words;
    for (const layers::Plan* plan : plans) {
        std::vector<std::string> seen;
        for (const auto& [key, source] : plan->sources) {
            std::string name = plans.size() == 1          ? words_of(source)
                               : source.publisher.empty() ? source.title
                                                          : source.publisher;
            if (std::find(seen.begin(), seen.end(), name) == seen.end()) { seen.push_back(std::move(name)); }
        }
        if (seen.empty()) { continue; }
        if (!words.empty()) { words += " · "; }
        if (plans.size() > 1) { words += plan->name + ": "; }
        words += fmt::format("{}", fmt::join(seen, "; "));
    }
    return words.empty() ? "" : tr("sources") + ": " + words;
}

/// Which marks stand by the figures of the legends.
struct Marks {
    bool readings = false, redrawn = false, unclear = false;
};

std::vector<layers::LegendEntry> entries_of(const layers::SheetMap& map, const layers::MapBox& shown) {
    return map.mode == layers::Mode::difference ? legend_of_difference(map.content, {}, shown)
                                                : legend_of(*map.content.a, map.content, {}, shown);
}

Marks marks_on(const std::vector<layers::SheetMap>& maps, const layers::MapBox& shown) {
    Marks marks;
    for (const layers::SheetMap& map : maps) {
        for (const layers::LegendEntry& entry : entries_of(map, shown)) {
            if (maps.size() > 1 && entry.hatch != layers::Hatch::none) { continue; }  // zones have no figure there
            const std::string& words = entry.estimate;
            marks.readings = marks.readings || words.find('(') != std::string::npos;
            marks.redrawn = marks.redrawn || words.find('~') != std::string::npos;
            marks.unclear = marks.unclear || words.find('?') != std::string::npos;
        }
    }
    return marks;
}

}  // namespace

std::vector<std::string> notes_of(const std::vector<std::unique_ptr<const Drawn>>& drawn,
                                  const std::vector<layers::SheetMap>& maps, const layers::MapBox& shown) {
    const Marks marks = marks_on(maps, shown);
    std::vector<std::string> notes;
    for (const auto& one : drawn) {
        std::string line = line_words(one->land.control().info);
        std::vector<const layers::Plan*> texts;
        for (const layers::Plan& plan : one->plans) { texts.push_back(&plan); }
        const std::string age = layers::text_age_words(texts, one->land);
        const std::string slivers = layers::sliver_words(one->land.lines.front());
        for (const std::string& words : {age, slivers}) {
            if (!words.empty()) { line += " · " + words; }
        }
        if (std::find(notes.begin(), notes.end(), line) == notes.end()) { notes.push_back(std::move(line)); }
    }
    const layers::Overlay& land = drawn.front()->land;
    std::string basis =
        tr("km² of the whole country on WGS84") + " · " + tr("edges straight in longitude and latitude");
    const std::string interval = layers::interval_words({&land.control().info}, land.interval);
    if (!interval.empty()) { basis += " · " + interval; }
    if (marks.unclear) { basis += " · " + layers::unclear_words(); }
    notes.push_back(std::move(basis));
    if (marks.readings) { notes.push_back(tr("(a–b) smallest and largest reading")); }
    if (marks.redrawn) { notes.push_back(layers::redrawn_words()); }
    std::vector<const layers::Plan*> plans;
    for (const layers::Plan& plan : drawn.front()->plans) { plans.push_back(&plan); }
    if (std::string sources = sources_of(plans); !sources.empty()) { notes.push_back(std::move(sources)); }
    std::string credit = tr("units: {}", land.units.source.source);
    if (drawn.front()->frame.has_ukraine) {
        credit += " · " + tr("neighbours: Natural Earth · waters: GSHHG, LGPL · settlements: GeoNames, CC BY 4.0");
    }
    const layers::MapFrame& one_frame = drawn.front()->frame;
    if (const auto& bases = *drawn.front()->bases; !bases.empty()) {
        std::vector<std::string> words;
        for (const BaseFile& base : bases) {
            if (is_shown(base, one_frame, shown)) { words.push_back(base.words); }
        }
        if (!words.empty()) { credit += " · " + tr("base map: {}", fmt::format("{}", fmt::join(words, ", "))); }
    }
    notes.push_back(credit + " · demarc " DEMARC_VERSION);
    return notes;
}

std::string title_of(const std::vector<layers::SheetMap>& maps) {
    const auto titled = [](const layers::Plan& plan) {
        return (plan.title.empty() ? plan.name : local_title(plan)) +
               (plan.date ? ", " + geo::to_text(plan.date) : std::string{});
    };
    const layers::Plan& first = *maps.front().content.a->plan;
    if (maps.front().mode == layers::Mode::difference) {
        return fmt::format("{}: {} → {}", tr("What changes"), titled(first), titled(*maps.front().content.b->plan));
    }
    if (maps.size() == 1) { return titled(first); }
    const bool same_plan = std::all_of(maps.begin(), maps.end(), [&first](const layers::SheetMap& map) {
        return map.content.a->plan->name == first.name;
    });
    if (same_plan) { return titled(first); }
    return maps.size() == 2
               ? fmt::format("{} | {}", titled(first), titled(*maps.back().content.a->plan))
               : tr("{} plans on the line of {}", maps.size(), maps.front().content.land->control().info.name);
}

std::string description_of(const std::vector<layers::SheetMap>& maps) {
    std::string words;
    for (const layers::SheetMap& map : maps) {
        words += (words.empty() ? "" : ". ") + (map.mode == layers::Mode::difference ? tr("What changes") : map.title);
        const char* between = ". ";
        for (const layers::LegendEntry& entry : entries_of(map, map.content.frame->whole)) {
            if (entry.is_line || entry.spoken.empty()) { continue; }
            words += between + entry.text + ": " + entry.spoken;
            between = "; ";
        }
    }
    return words;
}

}  // namespace app
