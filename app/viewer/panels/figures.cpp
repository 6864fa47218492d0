// SPDX-License-Identifier: MIT
#include "app/console.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/figure_table.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/measure.h"
#include "layers/map/furniture.h"
#include "layers/model/assignment.h"
#include "layers/model/estimate_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"
#include "layers/report/compare_tables.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

namespace app::viewer {

namespace {

namespace field = layers::field;

double percent(const layers::Estimate& estimate, geo::SquareKilometres whole) {
    return whole.value() == 0 ? 0 : 100 * (estimate.area / whole);
}

layers::Colour swatch(const layers::StatusClass& label, const Document& document) {
    const layers::Theme theme = document.result->request.theme;
    return layers::seen_on_land(layers::status_colour(label, theme), layers::palette(theme).land, document.state.paint);
}

Figures figures_by_status(const PlanView& view, const Document& document, bool of_b) {
    Figures figures = figures_by(field::status, field::holder, tr("of all"));
    for (const layers::StatusClass& label : view.table.classes()) {
        const layers::Estimate estimate = view.table.of(label);
        Selection selection;
        selection.of_b = of_b;
        selection.status_class = label;
        const layers::Sides& sides = view.plan->sides;
        figures.table.add({sides.in_words(label.status), sides.in_words(label.holder), estimate, estimate,
                           percent(estimate, view.table.total())});
        figures.looks.push_back({selection, swatch(label, document)});
    }
    return figures;
}

/// Units of which land does not simply stay with the first side come first.
Figures figures_by_unit(const PlanView& view, const Document& document, bool of_b) {
    std::map<std::string, geo::SquareKilometres> wholes;
    for (const layers::AreaTable::Row& row : view.table.rows) { wholes[row.unit_code] += row.estimate.area; }
    const std::vector<std::string> touched = layers::units_touched(view.table.rows);
    const auto rank = [&touched](const layers::AreaTable::Row& row) {
        return std::find(touched.begin(), touched.end(), row.unit) - touched.begin();
    };
    std::vector<layers::AreaTable::Row> ordered = view.table.rows;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&rank](const auto& x, const auto& y) { return rank(x) < rank(y); });
    Figures figures = figures_by(field::unit, field::status, tr("of unit"));
    for (const layers::AreaTable::Row& row : ordered) {
        Selection selection;
        selection.of_b = of_b;
        selection.unit_code = row.unit_code;
        selection.status_class = row.status_class;
        figures.table.add({tr(row.unit), view.plan->sides.in_words(row.status_class.status), row.estimate, row.estimate,
                           percent(row.estimate, wholes[row.unit_code])});
        figures.looks.push_back({selection, swatch(row.status_class, document)});
    }
    return figures;
}

Figures figures_by_zone(const PlanView& view, bool of_b) {
    constexpr layers::Colour no_swatch{0, 0, 0, 0};
    Figures figures = figures_by(field::zone, field::unit, tr("of all"));
    const geo::SquareKilometres whole = view.table.total();
    for (const layers::Zone& zone : view.plan->zones) {
        Selection selection;
        selection.of_b = of_b;
        selection.zone = zone.id;
        const layers::Estimate all = view.table.of_zone(zone.id);
        const std::string title = zone.title.empty() ? zone.id : zone.title;
        figures.table.add({title, tr("all"), all, all, percent(all, whole)});
        figures.looks.push_back({selection, no_swatch});
        for (const layers::AreaTable::ZoneRow& row : view.table.zones) {
            if (row.id != zone.id) { continue; }
            Selection in_unit = selection;
            in_unit.unit_code = row.unit_code;
            figures.table.add({title, tr(row.unit), row.estimate, row.estimate, percent(row.estimate, whole)});
            figures.looks.push_back({in_unit, no_swatch});
        }
    }
    return figures;
}

Figures figures_of_changes(const Document& document) {
    const Result& result = *document.result;
    Figures figures = figures_by(field::change, field::unit, tr("of all"));
    const geo::SquareKilometres whole = result.comparison->total();
    const layers::Sides& sides = result.a->plan->sides;
    for (const layers::Transfer& transfer : result.comparison->matrix) {
        if (transfer.from == transfer.to) { continue; }
        Selection selection;
        selection.unit_code = transfer.unit_code;
        selection.change = {transfer.from, transfer.to};
        figures.table.add(
            {fmt::format("{} → {}", sides.in_words(transfer.from.status), sides.in_words(transfer.to.status)),
             tr(transfer.unit), transfer.estimate, transfer.estimate, percent(transfer.estimate, whole)});
        figures.looks.push_back({selection, swatch(transfer.to, document)});
    }
    return figures;
}

void basis(const Document& document, const Result& result) {
    ImGui::PushFont(document.fonts.small);
    faint(layers::credit_of(result.land));
    ImGui::PopFont();
}

void plan_heading(const Document& document, const PlanView& view, const char* before = "") {
    const Result& result = *document.result;
    const layers::Plan& plan = *view.plan;
    ImGui::PushFont(document.fonts.bold);
    wrapped(before + title_in(result, view));
    ImGui::PopFont();
    ImGui::PushFont(document.fonts.small);
    faint(fmt::format("{}{}{}", plan.text_status, plan.date ? ", " : "", geo::to_text(plan.date)));
    if (const std::string age = layers::text_age_words({&plan}, layers::line_under(plan, result.land)); !age.empty()) {
        wrapped(age);
    }
    const layers::FrontLine& line = result.land.lines[result.land.line_index(plan.line)];
    if (const std::string slivers = layers::sliver_words(line); !slivers.empty()) { wrapped(slivers); }
    if (const std::string settings = layers::settings_words(plan); !settings.empty()) {
        wrapped(tr("set here: {}", settings));
    }
    std::string sources;
    for (const auto& [key, source] : plan.sources) {
        sources += fmt::format("{}{}: {}", sources.empty() ? "" : "\n", key, layers::words_of(source));
    }
    tooltip(plan.summary + (sources.empty() ? "" : "\n\n" + sources));
    ImGui::PopFont();
}

void figures_of(Document& document, const PlanView& view, bool of_b) {
    constexpr float least = 90, least_units = 110;
    const float room = ImGui::GetContentRegionAvail().y;
    draw(document, "status", figures_by_status(view, document, of_b), std::max(least, room * 0.45F));
    if (!view.plan->zones.empty()) {
        draw(document, "zone", figures_by_zone(view, of_b), std::max(least, room * 0.25F));
    }
    const float rest = document.state.pinned ? room * 0.25F : ImGui::GetContentRegionAvail().y - 4;
    draw(document, "unit", figures_by_unit(view, document, of_b), std::max(least_units, rest), true);
}

void net_words(const Document& document) {
    const layers::Estimate first = document.result->comparison->net(layers::Holder::ukraine),
                           second = document.result->comparison->net(layers::Holder::russia);
    const auto sign = [](const layers::Estimate& estimate) {
        return tr("{} km²", layers::report::net_words(estimate));
    };
    const layers::Sides& sides = document.result->a->plan->sides;
    wrapped(tr("from A to B, net: {} {}, {} {}", sides.in_words(layers::Holder::ukraine), sign(first),
               sides.in_words(layers::Holder::russia), sign(second)));
}

}  // namespace

void figures_panel(Document& document) {
    if (!document.result) { return faint(document.busy() ? tr_text("working …") : tr_text("nothing to show")); }
    const Result& result = *document.result;
    const bool compares = result.comparison && document.state.mode == Mode::difference;
    if (compares) {
        plan_heading(document, *result.a, tr_text("from A  "));
        plan_heading(document, *result.b, tr_text("to B  "));
        basis(document, result);
        net_words(document);
        draw(document, "change", figures_of_changes(document),
             std::max(160.0F, ImGui::GetContentRegionAvail().y * (document.state.pinned ? 0.45F : 0.95F)), true);
        return;
    }
    bool of_b = document.state.selection.of_b && result.b;
    if (result.b && document.state.mode == Mode::wipe) {
        const auto side = [&](const char* words, bool is_b, const char* mark) {
            if (ImGui::RadioButton(words, of_b == is_b)) {
                document.state.selection = {};
                document.state.selection.of_b = is_b;
            }
            note_item(document, mark);
        };
        side(tr_text("figures of A"), false, "figures/A");
        ImGui::SameLine();
        side(tr_text("of B"), true, "figures/B");
        of_b = document.state.selection.of_b;
    }
    const PlanView& view = of_b ? *result.b : *result.a;
    plan_heading(document, view);
    basis(document, result);
    figures_of(document, view, of_b);
}

namespace {

/// What was measured stays, whatever tool is at work, until it is taken away.
void measured_way(Document& document) {
    const geo::Path& way = document.state.measured.present();
    if (way.size() < 2) { return; }
    wrapped(tr("distance measured: {}", km_words(geo::length_of(way))));
    ImGui::SameLine();
    const bool is_cleared = ImGui::SmallButton("x##measured");
    note_item(document, "measured/clear");
    tooltip(tr_text("take the distance away"));
    if (is_cleared) { document.state.measured.set({}); }
    ImGui::Separator();
}

}  // namespace

void right_panel(Document& document, const Layout& layout) {
    place_window(layout.right);
    if (ImGui::Begin("right", nullptr, fixed_window)) {
        const State& state = document.state;
        const bool draws = state.tool == Tool::polygon || state.tool == Tool::line || state.tool == Tool::edit;
        const bool has_steps = state.tool == Tool::look && can_undo(state);
        if (draws || has_steps || has_unfinished(state) || !state.sketch.present().shapes.empty()) {
            sketch_panel(document);
            ImGui::Separator();
        }
        measured_way(document);
        figures_panel(document);
        point_card(document);
    }
    ImGui::End();
}

}  // namespace app::viewer
