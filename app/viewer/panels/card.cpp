// SPDX-License-Identifier: MIT
#include "app/viewer/map/draw_picture.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "layers/model/line_words.h"
#include "layers/model/place.h"
#include "layers/model/point.h"
#include "layers/model/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app::viewer {

namespace {

std::string zone_words(const layers::PointStatus& point_status) {
    std::vector<std::string> words;
    for (const layers::Zone* zone : point_status.zones) {
        words.push_back(zone->title.empty() ? zone->id : zone->title);
    }
    return fmt::format("{}", fmt::join(words, "; "));
}

/// Where the rule and the zones are taken from.
std::string sources_of(const layers::Plan& plan, const layers::PointStatus& point_status) {
    std::vector<std::string> keys;
    const auto add = [&keys](const layers::Provenance& provenance) {
        for (const std::string& key : provenance.sources) {
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) { keys.push_back(key); }
        }
    };
    if (point_status.rule != nullptr) { add(point_status.rule->provenance); }
    for (const layers::Zone* zone : point_status.zones) { add(zone->provenance); }
    return layers::source_words(plan, keys);
}

std::string basis_words(const layers::Plan& plan, const layers::PointStatus& point_status) {
    std::string words =
        fmt::format("{}\n{}: {}", local_title(plan), plan.sides.in_words(point_status.status_class.status),
                    plan.sides.meaning(point_status.status_class.status));
    const auto add = [&](const layers::Provenance& provenance, const std::string& what) {
        words += "\n" + tr("{}: clause {}, {}", what, provenance.clause.empty() ? "–" : provenance.clause,
                           provenance.confidence.empty() ? tr("confidence not stated") : tr(provenance.confidence));
        if (!provenance.unclear.empty()) { words += "\n? " + tr(provenance.unclear); }
        for (const std::string& key : provenance.sources) {
            if (const auto source = plan.sources.find(key); source != plan.sources.end()) {
                words += fmt::format("\n{}: {}", key, layers::words_of(source->second));
            }
        }
    };
    if (point_status.rule != nullptr) { add(point_status.rule->provenance, tr("rule")); }
    for (const layers::Zone* zone : point_status.zones) { add(zone->provenance, tr("zone {}", zone->id)); }
    if (point_status.within_accuracy) {
        words += "\n" + tr("± within the accuracy of the line: it may lie on its other side");
    }
    if (point_status.zones_within_accuracy) { words += "\n" + tr("± within the accuracy of a zone's edge"); }
    return words;
}

std::string nearest_place(const geo::LonLat& position) {
    const layers::Place* nearest = nullptr;
    geo::Kilometres least{1e9};
    for (const layers::Place& place : layers::builtin_places()) {
        const geo::Kilometres off = geo::distance(place.position, position);
        if (off < least) {
            least = off;
            nearest = &place;
        }
    }
    if (nearest == nullptr) { return {}; }
    const std::string name = layers::local_name(nearest->name, nearest->name_uk);
    return fmt::format("{}{} {}, ±{}", name, name == nearest->name ? " (" + nearest->name_uk + ")" : "",
                       km_words(least), layers::length_words(geo::Kilometres{2}));
}

/// To the outline of the country: border or coast.
geo::Kilometres to_outline(const geo::LonLat& position, const layers::Units& units) {
    const std::vector<geo::Segment> outline = geo::shell_segments(units.country());
    return geo::distance(position, geo::nearest_on(outline, position).point);
}

/// Worked out anew only when the point, the result or the plan index changes.
const PointCard& card_of(Document& document, const geo::LonLat& position) {
    const bool kept = document.card && document.card->position == position &&
                      document.card->result == document.result && document.card->plan_index == document.plan_index;
    if (kept) { return *document.card; }
    PointCard card{position,
                   document.result,
                   document.plan_index,
                   layers::point_on(document.result->land, position),
                   {},
                   {},
                   to_outline(position, *document.units),
                   nearest_place(position)};
    if (const auto spot = document.plan_index ? document.plan_index->probe->spot(position) : std::nullopt) {
        for (const layers::Plan& plan : document.plan_index->plans) {
            card.point_statuses.push_back(document.plan_index->probe->point_status(plan, *spot));
            card.sources.push_back(sources_of(plan, card.point_statuses.back()));
        }
    }
    document.card = std::move(card);
    return *document.card;
}

void facts(const Document& document, const PointCard& card) {
    const layers::PointOnLand& point = *card.point;
    const layers::Overlay& land = document.result->land;
    const layers::Unit& unit = land.units.units[static_cast<std::size_t>(land.cells[point.cell].unit)];
    ImGui::PushFont(document.fonts.small);
    const std::string name = layers::local_name(unit.name, unit.name_uk);
    wrapped(fmt::format("{} · {}{}", geo::to_text(point.position), name,
                        unit.name_uk.empty() || name == unit.name_uk ? "" : " · " + unit.name_uk));
    if (point.off_land > geo::Kilometres{0}) {
        wrapped(tr("{} off the land of the units; what is said is of the nearest", km_words(point.off_land)));
    }
    std::vector<std::size_t> lines{0};
    if (document.has_b()) {
        const std::size_t of_b = land.line_index(document.result->b->plan->line);
        if (of_b != 0) { lines.push_back(of_b); }
    }
    for (const std::size_t line : lines) {
        if (!point.to_line[line]) { continue; }
        wrapped(
            tr("{} to the line {}", km_words(*point.to_line[line]), layers::dated_name(land.lines[line].control.info)));
    }
    wrapped(document.frame.has_ukraine ? tr("{} to the border or coast of Ukraine; nearest place {}",
                                            km_words(card.to_outline), card.nearest_place)
                                       : tr("{} to the border or coast of the units", km_words(card.to_outline)));
    ImGui::PopFont();
}

void row(Document& document, const layers::Plan& plan, const layers::PointStatus& point_status,
         const std::string& sources, bool is_shown) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(plan.file.c_str());
    constexpr double most_px = 150;  // the tooltip has it whole
    const std::string title = plan.title.empty() ? plan.name : local_title(plan);
    const std::string shown = layers::fitting(FontMeasure{document.fonts}, layers::Font::small, title, most_px);
    if (ImGui::Selectable(label_of(shown).c_str(), is_shown, ImGuiSelectableFlags_SpanAllColumns)) {
        document.choose_plan(plan.is_builtin ? plan.name : plan.file, false);
    }
    ImGui::PopID();
    tooltip(basis_words(plan, point_status));
    ImGui::TableNextColumn();
    const layers::StatusClass& status_class = point_status.status_class;
    ImGui::TextUnformatted(plan.sides.in_words(status_class.holder).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(
        fmt::format("{}{}{}", plan.sides.in_words(status_class.status), point_status.within_accuracy ? " ±" : "",
                    point_status.rule != nullptr && !point_status.rule->provenance.unclear.empty() ? " ?" : "")
            .c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(point_status.rule == nullptr ? "" : point_status.rule->provenance.clause.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(zone_words(point_status).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(sources.c_str());
}

void all_plans(Document& document, const PointCard& card) {
    document.request_plan_index();
    const bool fits = card.plan_index && card.plan_index->request.control == document.result->request.control &&
                      card.plan_index->request.settings == document.result->request.settings &&
                      card.plan_index->request.fit == document.result->request.fit;
    if (!fits) { return faint(tr_text("reading all plans …")); }
    const PlanIndex& plan_index = *card.plan_index;
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY | ImGuiTableFlags_ScrollX |
                                      ImGuiTableFlags_BordersOuter | ImGuiTableFlags_SizingFixedFit;
    ImGui::PushFont(document.fonts.small);
    if (document.result->request.control_b) {
        const layers::Overlay& land = document.result->land;
        const layers::LineInfo& line = land.lines[land.line_index(document.result->a->plan->line)].control.info;
        faint(plan_index.request.control ? tr("here every plan stands on the line of A, {}", layers::dated_name(line))
                                         : tr("here every plan stands on its own line"));
    }
    if (ImGui::BeginTable("card", 6, flags, {0, std::max(120.0F, ImGui::GetContentRegionAvail().y - 4)})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (const char* heading : {tr_later("plan"), tr_later("holder"), tr_later("status"), tr_later("clause"),
                                    tr_later("zones"), tr_later("source")}) {
            ImGui::TableSetupColumn(tr_text(heading));
        }
        ImGui::TableHeadersRow();
        for (std::size_t i = 0; i < card.point_statuses.size(); ++i) {
            const layers::Plan& plan = plan_index.plans[i];
            const std::string& key = plan.is_builtin ? plan.name : plan.file;
            row(document, plan, card.point_statuses[i], card.sources[i],
                key == document.state.plan_a || key == document.state.plan_b);
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

}  // namespace

void point_card(Document& document) {
    if (!document.state.pinned || !document.result) { return; }
    ImGui::Separator();
    ImGui::PushFont(document.fonts.bold);
    ImGui::TextUnformatted(tr_text("This point under every plan"));
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowWidth() - 36);
    if (ImGui::SmallButton("x")) { document.state.pinned.reset(); }
    note_item(document, "card/close");
    tooltip(tr_text("take the pin away (Esc)"));
    if (!document.state.pinned) { return; }
    const PointCard& card = card_of(document, *document.state.pinned);
    if (!card.point) { return faint(geo::to_text(card.position) + ": " + tr("no land of the units within 10 km")); }
    facts(document, card);
    all_plans(document, card);
}

}  // namespace app::viewer
