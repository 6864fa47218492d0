// SPDX-License-Identifier: MIT
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/error.h"
#include "geo/safe_text.h"
#include "geo/units.h"
#include "layers/model/place.h"
#include "layers/model/suggest.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

bool matches(const std::string& text, const std::string& folded_search) {
    return layers::folded(text).find(folded_search) != std::string::npos;
}

/// A place or unit that the search found.
struct Found {
    std::string words;
    geo::LonLat position;
    double metres_per_px;
};

std::string after_dot(const std::string& words) {
    return words.empty() ? words : " · " + words;
}

/// That of the language first.
std::string both_names(const std::string& name, const std::string& ukrainian) {
    const std::string first = layers::local_name(name, ukrainian);
    return first + after_dot(first == name ? ukrainian : name);
}

std::vector<Found> found_by(const std::string& search, const Document& document) {
    const std::string folded = layers::folded(search);
    std::vector<Found> found;
    for (const layers::Place& place : layers::builtin_places()) {
        if (!document.frame.has_ukraine) { break; }
        if (matches(place.name, folded) || matches(place.name_uk, folded)) {
            found.push_back({both_names(place.name, place.name_uk), place.position, 150});
        }
    }
    for (const layers::Unit& unit : document.units->units) {
        if (!matches(unit.name, folded) && !matches(unit.name_uk, folded) && !matches(unit.code, folded)) { continue; }
        geo::LonLat middle{};
        double most = 0;
        for (const geo::Polygon& polygon : unit.region.polygons) {
            const geo::Bounds box = geo::bounds_of(polygon.shell);
            const double size = (box.east - box.west) * (box.north - box.south);
            if (size > most) {
                most = size;
                middle = geo::point_inside(polygon);
            }
        }
        const double near =
            (document.frame.whole.east - document.frame.whole.west) / 1500;  // of a small country nearer
        found.push_back({both_names(unit.name, unit.name_uk) + after_dot(unit.code), middle, std::min(500.0, near)});
    }
    const auto begins = [&folded](const Found& hit) { return layers::folded(hit.words).starts_with(folded); };
    std::stable_partition(found.begin(), found.end(), begins);
    return found;
}

void go_to(Document& document, const Found& hit) {
    document.state.camera.centre = geo::Projection::about(document.frame.origin).forward(hit.position);
    document.state.camera.metres_per_px = hit.metres_per_px;
    document.state.pinned = hit.position;
    document.search.clear();
}

}  // namespace

void search_box(Document& document) {
    ImGui::SetNextItemWidth(-1);
    if (document.focus_search) {
        ImGui::SetKeyboardFocusHere();
        document.focus_search = false;
    }
    const bool enter =
        text_field("##search", tr_text("town or unit (Ctrl+F)"), document.search, ImGuiInputTextFlags_EnterReturnsTrue);
    note_item(document, "search");
    if (document.search.empty()) { return; }
    const std::vector<Found> found = found_by(document.search, document);
    if (found.empty()) { return faint(tr_text("no town or unit of that name")); }
    if (enter) { return go_to(document, found.front()); }
    constexpr std::size_t most = 8;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const bool is_chosen = wrapped_choice(geo::plain_text(found[i].words), false);
        ImGui::PopID();
        if (is_chosen) { return go_to(document, found[i]); }
        note_item(document, fmt::format("found/{}", i));
    }
    if (found.size() > most) { faint(tr("and {} more", found.size() - most)); }
    ImGui::Separator();
}

void plan_list(Document& document) {
    State& state = document.state;
    ImGui::SetNextItemWidth(-1);
    text_field("##plans", tr_text("find a plan"), document.plan_search);
    note_item(document, "plan search");
    const float tall = std::max(120.0F, ImGui::GetContentRegionAvail().y * 0.52F);
    ImGui::BeginChild("plans", {0, tall}, true);
    const std::string folded = layers::folded(document.plan_search);
    std::string group;
    for (const PlanCard& card : document.cards) {
        if (!matches(card.name + " " + card.title, folded)) { continue; }
        if (card.group != group) {
            group = card.group;
            ImGui::PushFont(document.fonts.small);
            faint(group);
            ImGui::PopFont();
        }
        ImGui::PushID(card.name.c_str());
        const bool is_a = state.plan_a == card.name, is_b = state.plan_b == card.name;
        const auto choice = [&](const char* letter, bool is_on, bool as_b) {
            if (is_on) { ImGui::PushStyleColor(ImGuiCol_Button, ImGui::GetStyleColorVec4(ImGuiCol_ButtonActive)); }
            if (ImGui::SmallButton(letter)) { document.choose_plan(card.name, as_b); }
            if (is_on) { ImGui::PopStyleColor(); }
            note_item(document, fmt::format("plan {}/{}", letter, card.name));
            tooltip(tr("show it as plan {}", letter));
            ImGui::SameLine(0, 3);
        };
        choice("A", is_a, false);
        choice("B", is_b, true);
        if (wrapped_choice(card.title.empty() ? card.name : card.title, is_a)) {
            document.choose_plan(card.name, false);
        }
        note_item(document, "plan/" + card.name);
        tooltip(fmt::format("{}\n{}{}{}", card.title, card.name, card.date.empty() ? "" : ", ", card.date));
        ImGui::PopID();
    }
    ImGui::EndChild();
}

namespace {

/// As it was set, else as the plan has it.
std::string value_of(const Settings& settings, const std::string& plan, const layers::Parameter& parameter) {
    const auto of_plan = settings.find(plan);
    if (of_plan == settings.end()) { return parameter.value; }
    const auto found = of_plan->second.find(parameter.name);
    return found == of_plan->second.end() ? parameter.value : found->second;
}

/// A slider in kilometres for a length; a text field for anything else.
void parameter_row(Document& document, const layers::Plan& plan, const std::string& key,
                   const layers::Parameter& parameter) {
    const std::string value = value_of(document.state.settings, key, parameter);
    const auto set = [&](const std::string& text) { document.state.settings[key][parameter.name] = text; };
    ImGui::PushID(fmt::format("{}/{}", plan.name, parameter.name).c_str());
    wrapped(parameter.title.empty() ? parameter.name : parameter.title);
    ImGui::SetNextItemWidth(-1);
    const auto bound = [](const std::string& text) { return text.empty() ? std::nullopt : geo::length_in(text); };
    if (const std::optional<geo::Kilometres> length = geo::length_in(value)) {
        const double now = length->value(), least = bound(parameter.from).value_or(geo::Kilometres{0}).value();
        // without a bound, as far as plans may reach; ImGui ends the program over a slider as long as the universe
        const geo::Kilometres reach{std::clamp(now, std::max(least, 100.0), 500.0)};
        const double most = bound(parameter.to).value_or(reach).value();
        auto kilometres = static_cast<float>(std::clamp(now, least, most));
        const double steps = most - least > 10 ? 10 : 100;  // of 100 m, or of 10 m
        if (length_slider("##value", kilometres, static_cast<float>(least), static_cast<float>(most),
                          most - least > 10 ? 1 : 2)) {
            const double rounded = std::clamp(std::round(static_cast<double>(kilometres) * steps) / steps, least, most);
            set(geo::to_text(geo::Kilometres{rounded}));
        }
        document.slides = document.slides || ImGui::IsItemActive();
        note_item(document, fmt::format("parameter/{}/{}", plan.name, parameter.name));
        tooltip(tr("{} of {}, {} to {}; Ctrl+click to type", parameter.name, plan.name,
                   layers::length_words(geo::Kilometres{least}), layers::length_words(geo::Kilometres{most})));
    } else {  // a side, a line, a rate: as words
        std::string text = value;
        if (text_field("##text", "", text, ImGuiInputTextFlags_EnterReturnsTrue)) { set(text); }
        tooltip(tr_text("type a value and press Enter"));
    }
    ImGui::PopID();
}

}  // namespace

void parameter_sliders(Document& document) {
    document.slides = false;
    if (!document.result) { return; }
    const Result& result = *document.result;
    const auto rows = [&](const PlanView& view, const std::string& key, const char* letter) {
        if (view.plan->parameters.empty()) { return; }
        ImGui::PushFont(document.fonts.small);
        faint(tr("parameters of plan {}", letter));
        ImGui::PopFont();
        for (const layers::Parameter& parameter : view.plan->parameters) {
            parameter_row(document, *view.plan, key, parameter);
        }
    };
    rows(*result.a, result.request.a, "A");
    if (result.b && result.request.b != result.request.a) { rows(*result.b, result.request.b, "B"); }
}

void layer_switches(Document& document) {
    constexpr std::pair<const char*, layers::Part> parts[]{{tr_later("statuses"), layers::Part::status},
                                                           {tr_later("zones"), layers::Part::zone},
                                                           {tr_later("line"), layers::Part::line},
                                                           {tr_later("± of the line"), layers::Part::accuracy},
                                                           {tr_later("borders"), layers::Part::border},
                                                           {tr_later("towns"), layers::Part::place},
                                                           {tr_later("names"), layers::Part::name},
                                                           {tr_later("graticule"), layers::Part::grid},
                                                           {tr_later("contested land"), layers::Part::contested}};
    const float half = ImGui::GetContentRegionAvail().x / 2;
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        if (i % 2 == 1) { ImGui::SameLine(half); }
        ImGui::Checkbox(tr_text(parts[i].first),
                        &document.state.paint.shown[static_cast<std::size_t>(parts[i].second)]);
        note_item(document, std::string{"layer/"} + parts[i].first);
    }
    auto opacity = static_cast<float>(document.state.paint.opacity * 100);
    ImGui::SetNextItemWidth(-1);
    if (ImGui::SliderFloat("##opacity", &opacity, 10, 140, tr_text("colours at %.0f %%"))) {
        document.state.paint.opacity = opacity / 100;
    }
    note_item(document, "opacity");
    tooltip(tr_text("how strong the colours of statuses are"));
}

void left_panel(Document& document, const Layout& layout) {
    place_window(layout.left);
    if (ImGui::Begin("left", nullptr, fixed_window)) {
        search_box(document);
        plan_list(document);
        parameter_sliders(document);
        ImGui::Separator();
        layer_switches(document);
    }
    ImGui::End();
}

}  // namespace app::viewer
