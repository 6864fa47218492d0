// SPDX-License-Identifier: MIT
#include "app/console.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "layers/map/furniture.h"
#include "layers/model/estimate_words.h"
#include "layers/report/table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

namespace app::viewer {

namespace {

namespace field = layers::field;

/// What a row of a table selects, and its colour.
struct RowLook {
    Selection selection;
    layers::Colour swatch;  ///< opacity 0 for none
};

/// A table with its words and figures, and beside each row how it looks.
struct Figures {
    report::Table table;
    std::vector<RowLook> looks;
};

/// Its columns: words, then km², ± and the share.
Figures figures_by(const layers::Field& first, const layers::Field& second, const std::string& share) {
    return {report::Table{{{&first},
                           {&second},
                           {&field::km2, report::Shows::area},
                           {&field::tolerance, report::Shows::tolerance, tr("± km²")},
                           {&field::share, report::Shows::number, share}}},
            {}};
}

const layers::Estimate& estimate_of(const report::Table::Row& row) {
    return std::get<layers::Estimate>(row.entries[2]);
}

std::string share_text(double percent) {
    return fmt::format("{:.2f} %", percent);
}

std::string tooltip_of(const report::Table::Row& row, bool is_draft) {
    const layers::Estimate& estimate = estimate_of(row);
    std::string words =
        fmt::format("{}, {}\n{} km²", report::text_of(row.entries[0], report::Shows::words),
                    report::text_of(row.entries[1], report::Shows::words), with_thousands(estimate.area.value(), 1));
    if (estimate.line) {
        words +=
            "\n" + tr("{} to {} km² nine times in ten, were the line off as its accuracy says",
                      with_thousands(estimate.line->least.value(), 1), with_thousands(estimate.line->most.value(), 1));
    } else if (estimate.rests_on_strips) {
        words += "\n" + tr(layers::not_redrawn_words);
    } else if (is_draft) {
        words += "\n" + tr("its interval is being worked out");
    } else {
        words += "\n" + tr("the line's accuracy is not stated, or the figure does not rest on it");
    }
    if (estimate.readings) {
        words += "\n" + tr("{} km² in the smallest reading of the text, {} km² in the largest",
                           with_thousands(estimate.readings->least.value(), 1),
                           with_thousands(estimate.readings->most.value(), 1));
    }
    if (estimate.unclear) { words += "\n" + tr("? the text is unclear"); }
    return words;
}

/// By the column that the user clicked: words, then km², ± and share, whose order is that of km².
std::vector<std::size_t> sorted_rows(const Figures& figures) {
    const auto& rows = figures.table.rows();
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || specs->SpecsCount == 0) { return order; }
    const auto column = static_cast<std::size_t>(specs->Specs[0].ColumnIndex);
    const bool rising = specs->Specs[0].SortDirection == ImGuiSortDirection_Ascending;
    const auto number = [&](std::size_t row) {
        const layers::Estimate& estimate = estimate_of(rows[row]);
        if (column == 2) { return estimate.area.value(); }
        if (column == 3) { return estimate.line ? (estimate.line->most - estimate.line->least).value() : 0; }
        return std::get<double>(rows[row].entries[column]);
    };
    const auto words = [&](std::size_t row) { return std::get<std::string>(rows[row].entries[column]); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        const std::size_t a = rising ? x : y, b = rising ? y : x;
        return column < 2 ? words(a) < words(b) : number(a) < number(b);
    });
    return order;
}

void draw_swatch(layers::Colour colour) {
    if (colour.a == 0) { return; }
    const float size = ImGui::GetTextLineHeight() - 4;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 2}, {at.x + size, at.y + 2 + size},
                                              ImGui::ColorConvertFloat4ToU32(rgba(colour)));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + size + 5);
}

void draw_row(Document& document, const char* table, std::size_t index, const report::Table::Row& row,
              const RowLook& look, const std::vector<report::Column>& columns) {
    const bool is_selected = document.state.selection == look.selection;
    ImGui::TableNextRow();
    ImGui::PushID(static_cast<int>(index));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ImGui::TableNextColumn();
        const std::string words = columns[i].field == &field::share ? share_text(std::get<double>(row.entries[i]))
                                                                    : report::text_of(row.entries[i], columns[i].shows);
        if (i > 0) {
            columns[i].shows == report::Shows::words ? ImGui::TextUnformatted(words.c_str()) : right_aligned(words);
            continue;
        }
        draw_swatch(look.swatch);
        if (ImGui::Selectable(label_of(words).c_str(), is_selected, ImGuiSelectableFlags_SpanAllColumns)) {
            document.state.selection = is_selected ? Selection{} : look.selection;
        }
        note_item(document, fmt::format("{}/{}", table, index));
        tooltip(tooltip_of(row, document.result->request.draft));
        if (is_selected && document.scroll_to_selection) {
            ImGui::SetScrollHereY();
            document.scroll_to_selection = false;
        }
    }
    ImGui::PopID();
}

void draw(Document& document, const char* name, const Figures& figures, float height) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersOuter |
                                      ImGuiTableFlags_Resizable | ImGuiTableFlags_SizingFixedFit;
    const std::vector<report::Column>& columns = figures.table.columns();
    ImGui::PushFont(document.fonts.small);
    if (ImGui::BeginTable(name, static_cast<int>(columns.size()), flags, {0, height})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        constexpr ImGuiTableColumnFlags number =
            ImGuiTableColumnFlags_PreferSortDescending | ImGuiTableColumnFlags_WidthFixed |
            ImGuiTableColumnFlags_NoResize;  // and so always as wide as its longest figure, the "?" included
        for (const report::Column& column : columns) {
            ImGui::TableSetupColumn(report::heading_of(column).c_str(),
                                    column.shows == report::Shows::words ? ImGuiTableColumnFlags_WidthStretch : number);
        }
        ImGui::TableHeadersRow();
        const std::vector<std::size_t> order = sorted_rows(figures);
        for (std::size_t i = 0; i < order.size(); ++i) {
            draw_row(document, name, i, figures.table.rows()[order[i]], figures.looks[order[i]], columns);
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

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
        figures.table.add({zone.title.empty() ? zone.id : zone.title, tr("all"), all, all, percent(all, whole)});
        figures.looks.push_back({selection, no_swatch});
        for (const layers::AreaTable::ZoneRow& row : view.table.zones) {
            if (row.id != zone.id) { continue; }
            Selection in_unit = selection;
            in_unit.unit_code = row.unit_code;
            figures.table.add({zone.id, tr(row.unit), row.estimate, row.estimate, percent(row.estimate, whole)});
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

void plan_heading(const Document& document, const layers::Plan& plan, const char* before = "") {
    ImGui::PushFont(document.fonts.bold);
    wrapped(before + local_title(plan));
    ImGui::PopFont();
    ImGui::PushFont(document.fonts.small);
    faint(fmt::format("{}{}{}", plan.text_status, plan.date ? ", " : "", geo::to_text(plan.date)));
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

/// Of so many rows under a heading.
float height_of(const Document& document, std::size_t rows) {
    const float row =
        document.fonts.small->FontSize * ImGui::GetIO().FontGlobalScale + 2 * ImGui::GetStyle().CellPadding.y;
    return row * static_cast<float>(rows + 1) + 4;
}

void figures_of(Document& document, const PlanView& view, bool of_b) {
    constexpr std::size_t most_zones = 7, least_units = 5, units_beside_card = 9;
    const Figures statuses = figures_by_status(view, document, of_b);
    draw(document, "status", statuses, height_of(document, statuses.looks.size()));
    if (!view.plan->zones.empty()) {
        const Figures zones = figures_by_zone(view, of_b);
        draw(document, "zone", zones, height_of(document, std::min(most_zones, zones.looks.size())));
    }
    const float room =
        document.state.pinned ? height_of(document, units_beside_card) : ImGui::GetContentRegionAvail().y - 4;
    draw(document, "unit", figures_by_unit(view, document, of_b), std::max(height_of(document, least_units), room));
}

void net_words(const Document& document) {
    const layers::Estimate first = document.result->comparison->net(layers::Holder::ukraine),
                           second = document.result->comparison->net(layers::Holder::russia);
    const auto sign = [](const layers::Estimate& estimate) {
        const std::string words = with_thousands(std::abs(estimate.area.value()));
        return (estimate.area.value() < -0.5  ? "−"
                : estimate.area.value() > 0.5 ? "+"
                                              : "") +
               words + " " + layers::tolerance(estimate) + " km²";
    };
    const layers::Sides& sides = document.result->a->plan->sides;
    wrapped(tr("from A to B, net: {} {}, {} {}", sides.first, sign(first), sides.second, sign(second)));
}

}  // namespace

void figures_panel(Document& document) {
    if (!document.result) { return faint(document.busy() ? tr_text("working …") : tr_text("nothing to show")); }
    const Result& result = *document.result;
    const bool compares = result.comparison && document.state.mode == Mode::difference;
    if (compares) {
        plan_heading(document, *result.a->plan, tr_text("from A  "));
        plan_heading(document, *result.b->plan, tr_text("to B  "));
        basis(document, result);
        net_words(document);
        draw(document, "change", figures_of_changes(document),
             std::max(160.0F, ImGui::GetContentRegionAvail().y * (document.state.pinned ? 0.45F : 0.95F)));
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
    plan_heading(document, *view.plan);
    basis(document, result);
    figures_of(document, view, of_b);
}

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
        figures_panel(document);
        point_card(document);
    }
    ImGui::End();
}

}  // namespace app::viewer
