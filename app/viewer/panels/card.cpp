// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/measure.h"
#include "geo/nearest.h"
#include "layers/model/place.h"
#include "layers/model/point.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app::viewer {

namespace {

std::string zone_words(const layers::Standing& standing) {
    std::vector<std::string> words;
    for (const layers::Zone* zone : standing.zones) { words.push_back(zone->title.empty() ? zone->id : zone->title); }
    return fmt::format("{}", fmt::join(words, "; "));
}

/// Where the rule and the zones are taken from.
std::string sources_of(const layers::Plan& plan, const layers::Standing& standing) {
    std::vector<std::string> keys;
    const auto add = [&keys](const layers::Basis& basis) {
        for (const std::string& key : basis.sources) {
            if (std::find(keys.begin(), keys.end(), key) == keys.end()) { keys.push_back(key); }
        }
    };
    if (standing.rule != nullptr) { add(standing.rule->basis); }
    for (const layers::Zone* zone : standing.zones) { add(zone->basis); }
    return layers::source_words(plan, keys);
}

std::string basis_words(const layers::Plan& plan, const layers::Standing& standing) {
    std::string words = fmt::format("{}\n{}: {}", plan.title, plan.sides.status(standing.status_class.status),
                                    plan.sides.meaning(standing.status_class.status));
    const auto add = [&](const layers::Basis& basis, const std::string& what) {
        words += fmt::format("\n{}: clause {}, {}", what, basis.clause.empty() ? "–" : basis.clause,
                             basis.confidence.empty() ? "confidence not stated" : basis.confidence);
        if (!basis.unclear.empty()) { words += "\n? " + basis.unclear; }
        for (const std::string& key : basis.sources) {
            if (const auto source = plan.sources.find(key); source != plan.sources.end()) {
                words += fmt::format("\n{}: {}", key, layers::words_of(source->second));
            }
        }
    };
    if (standing.rule != nullptr) { add(standing.rule->basis, "rule"); }
    for (const layers::Zone* zone : standing.zones) { add(zone->basis, "zone " + zone->id); }
    if (standing.within_accuracy) { words += "\n± within the accuracy of the line: it may lie on its other side"; }
    if (standing.zones_within_accuracy) { words += "\n± within the accuracy of a zone's edge"; }
    return words;
}

std::string nearest_place(const geo::LonLat& position) {
    const layers::PlaceOfInterest* nearest = nullptr;
    geo::Kilometres least{1e9};
    for (const layers::PlaceOfInterest& place : layers::builtin_places()) {
        const geo::Kilometres off = geo::distance(place.position, position);
        if (off < least) {
            least = off;
            nearest = &place;
        }
    }
    return nearest == nullptr ? std::string{}
                              : fmt::format("{} ({}) {:.1f} km, ±2 km", nearest->name, nearest->name_uk, least.value());
}

/// To the outline of the country: border or coast.
geo::Kilometres to_outline(const geo::LonLat& position, const layers::Units& units) {
    const std::vector<geo::Segment> outline = geo::shell_segments(units.country());
    return geo::distance(position, geo::nearest_on(outline, position).point);
}

/// Worked out anew only when the point, the sheet or the atlas changes.
const Card& card_of(Desk& desk, const geo::LonLat& position) {
    const bool kept = desk.card && desk.card->position == position && desk.card->sheet == desk.sheet &&
                      desk.card->atlas == desk.atlas;
    if (kept) { return *desk.card; }
    Card card{position,
              desk.sheet,
              desk.atlas,
              layers::point_on(desk.sheet->land, position),
              {},
              {},
              to_outline(position, *desk.units),
              nearest_place(position)};
    if (const auto spot = desk.atlas ? desk.atlas->probe->spot(position) : std::nullopt) {
        for (const layers::Plan& plan : desk.atlas->plans) {
            card.standings.push_back(desk.atlas->probe->standing(plan, *spot));
            card.sources.push_back(sources_of(plan, card.standings.back()));
        }
    }
    desk.card = std::move(card);
    return *desk.card;
}

void facts(const Desk& desk, const Card& card) {
    const layers::PointOnLand& point = *card.point;
    const layers::Land& land = desk.sheet->land;
    const layers::Unit& unit = land.units.units[static_cast<std::size_t>(land.plots[point.plot].unit)];
    ImGui::PushFont(desk.fonts.small);
    wrapped(fmt::format("{} · {}{}", geo::to_text(point.position), unit.name,
                        unit.name_uk.empty() ? "" : " · " + unit.name_uk));
    if (point.off_land > geo::Kilometres{0}) {
        wrapped(
            fmt::format("{:.1f} km off the land of the units; what is said is of the nearest", point.off_land.value()));
    }
    if (point.to_line.front()) {
        wrapped(fmt::format("{:.1f} km to the line {}", point.to_line.front()->value(), land.control().info.name));
    }
    wrapped(desk.frame.has_ukraine
                ? fmt::format("{:.1f} km to the border or coast of Ukraine; nearest place {}", card.to_outline.value(),
                              card.nearest_place)
                : fmt::format("{:.1f} km to the border or coast of the units", card.to_outline.value()));
    ImGui::PopFont();
}

void row(Desk& desk, const layers::Plan& plan, const layers::Standing& standing, const std::string& sources,
         bool is_shown) {
    ImGui::TableNextRow();
    ImGui::TableNextColumn();
    ImGui::PushID(plan.file.c_str());
    if (ImGui::Selectable(label_of(plan.name).c_str(), is_shown, ImGuiSelectableFlags_SpanAllColumns)) {
        desk.choose_plan(plan.is_builtin ? plan.name : plan.file, false);
    }
    ImGui::PopID();
    tooltip(basis_words(plan, standing));
    ImGui::TableNextColumn();
    const layers::StatusWords words = plan.sides.words(standing.status_class);
    ImGui::TextUnformatted(words.holder.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(fmt::format("{}{}{}", words.status, standing.within_accuracy ? " ±" : "",
                                       standing.rule != nullptr && !standing.rule->basis.unclear.empty() ? " ?" : "")
                               .c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(standing.rule == nullptr ? "" : standing.rule->basis.clause.c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(zone_words(standing).c_str());
    ImGui::TableNextColumn();
    ImGui::TextUnformatted(sources.c_str());
}

void all_plans(Desk& desk, const Card& card) {
    desk.ask_atlas();
    const bool fits = card.atlas && card.atlas->ask.control == desk.sheet->ask.control &&
                      card.atlas->ask.settings == desk.sheet->ask.settings &&
                      card.atlas->ask.fit == desk.sheet->ask.fit;
    if (!fits) { return faint("reading all plans …"); }
    const Atlas& atlas = *card.atlas;
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_RowBg | ImGuiTableFlags_ScrollY | ImGuiTableFlags_ScrollX |
                                      ImGuiTableFlags_BordersOuter | ImGuiTableFlags_SizingFixedFit;
    ImGui::PushFont(desk.fonts.small);
    if (ImGui::BeginTable("card", 6, flags, {0, std::max(120.0F, ImGui::GetContentRegionAvail().y - 4)})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (const char* heading : {"plan", "holder", "status", "clause", "zones", "source"}) {
            ImGui::TableSetupColumn(heading);
        }
        ImGui::TableHeadersRow();
        for (std::size_t i = 0; i < card.standings.size(); ++i) {
            const layers::Plan& plan = atlas.plans[i];
            const std::string& key = plan.is_builtin ? plan.name : plan.file;
            row(desk, plan, card.standings[i], card.sources[i], key == desk.state.plan_a || key == desk.state.plan_b);
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

}  // namespace

void point_card(Desk& desk) {
    if (!desk.state.pinned || !desk.sheet) { return; }
    ImGui::Separator();
    ImGui::PushFont(desk.fonts.bold);
    ImGui::TextUnformatted("This point under every plan");
    ImGui::PopFont();
    ImGui::SameLine(ImGui::GetWindowWidth() - 36);
    if (ImGui::SmallButton("x")) { desk.state.pinned.reset(); }
    desk.marks.add("card/close");
    tooltip("take the pin away (Esc)");
    if (!desk.state.pinned) { return; }
    const Card& card = card_of(desk, *desk.state.pinned);
    if (!card.point) { return faint(geo::to_text(card.position) + ": no land of the units within 10 km"); }
    facts(desk, card);
    all_plans(desk, card);
}

}  // namespace app::viewer
