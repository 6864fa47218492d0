// SPDX-License-Identifier: MIT
#include "layers/report/estimate_words.h"

#include "app/console.h"
#include "app/viewer/map/furniture.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace app::viewer {

namespace {

/// A row as it is shown, with what it selects and what it is sorted by.
struct Row {
    std::vector<std::string> words;  ///< the leading columns
    layers::Estimate estimate;
    double share_percent = 0;
    Selection selection;
    layers::Colour colour;  ///< of the swatch; opacity 0 for none
};

std::string share_text(double percent) {
    return fmt::format("{:.2f} %", percent);
}

std::string tooltip_of(const Row& row, bool is_draft) {
    const layers::Estimate& estimate = row.estimate;
    std::string words = fmt::format("{}\n{} km²", fmt::join(row.words, ", "), with_thousands(estimate.area.value(), 1));
    if (estimate.line) {
        words += fmt::format("\n{} to {} km², were the line everywhere off by its accuracy",
                             with_thousands(estimate.line->least.value(), 1),
                             with_thousands(estimate.line->most.value(), 1));
    } else if (is_draft) {
        words += "\nits interval is being worked out";
    } else {
        words += "\nthe line's accuracy is not stated, or the figure does not rest on it";
    }
    if (estimate.readings) {
        words += fmt::format("\n{} km² in the smallest reading of the text, {} km² in the largest",
                             with_thousands(estimate.readings->least.value(), 1),
                             with_thousands(estimate.readings->most.value(), 1));
    }
    if (estimate.unclear) { words += "\n? the text is unclear"; }
    return words;
}

/// By the column that the user clicked: words, then km², ± and share.
void sort_rows(std::vector<Row>& rows) {
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || specs->SpecsCount == 0) { return; }
    const auto column = static_cast<std::size_t>(specs->Specs[0].ColumnIndex);
    const bool rising = specs->Specs[0].SortDirection == ImGuiSortDirection_Ascending;
    const auto off = [](const Row& row) {
        return row.estimate.line ? (row.estimate.line->most - row.estimate.line->least).value() : 0;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& x, const Row& y) {
        const Row& a = rising ? x : y;
        const Row& b = rising ? y : x;
        if (column < a.words.size()) { return a.words[column] < b.words[column]; }
        if (column == a.words.size()) { return a.estimate.area < b.estimate.area; }
        return column == a.words.size() + 1 ? off(a) < off(b) : a.share_percent < b.share_percent;
    });
}

void draw_swatch(layers::Colour colour) {
    if (colour.a == 0) { return; }
    const float size = ImGui::GetTextLineHeight() - 4;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 2}, {at.x + size, at.y + 2 + size},
                                              ImGui::ColorConvertFloat4ToU32(rgba(colour)));
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + size + 5);
}

void draw_row(Document& document, const char* table, std::size_t index, const Row& row) {
    const bool is_selected = document.state.selection == row.selection;
    ImGui::TableNextRow();
    ImGui::PushID(static_cast<int>(index));
    for (std::size_t i = 0; i < row.words.size(); ++i) {
        ImGui::TableNextColumn();
        if (i > 0) {
            ImGui::TextUnformatted(row.words[i].c_str());
            continue;
        }
        draw_swatch(row.colour);
        if (ImGui::Selectable(label_of(row.words[i]).c_str(), is_selected, ImGuiSelectableFlags_SpanAllColumns)) {
            document.state.selection = is_selected ? Selection{} : row.selection;
        }
        document.widgets.add(fmt::format("{}/{}", table, index));
        tooltip(tooltip_of(row, document.result->request.draft));
        if (is_selected && document.scroll_to_selection) {
            ImGui::SetScrollHereY();
            document.scroll_to_selection = false;
        }
    }
    ImGui::TableNextColumn();
    right_aligned(report::area_text(row.estimate));
    ImGui::TableNextColumn();
    right_aligned(report::tolerance(row.estimate));
    ImGui::TableNextColumn();
    right_aligned(share_text(row.share_percent));
    ImGui::PopID();
}

void table(Document& document, const char* name, const std::vector<const char*>& headings, const char* share,
           std::vector<Row> rows, float height) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersOuter |
                                      ImGuiTableFlags_Resizable | ImGuiTableFlags_SizingFixedFit;
    ImGui::PushFont(document.fonts.small);
    if (ImGui::BeginTable(name, static_cast<int>(headings.size()) + 3, flags, {0, height})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (const char* heading : headings) { ImGui::TableSetupColumn(heading, ImGuiTableColumnFlags_WidthStretch); }
        constexpr ImGuiTableColumnFlags number =
            ImGuiTableColumnFlags_PreferSortDescending | ImGuiTableColumnFlags_WidthFixed |
            ImGuiTableColumnFlags_NoResize;  // and so always as wide as its longest figure, the "?" included
        ImGui::TableSetupColumn("km²", number);
        ImGui::TableSetupColumn("± km²", number);
        ImGui::TableSetupColumn(share, number);
        ImGui::TableHeadersRow();
        sort_rows(rows);
        for (std::size_t i = 0; i < rows.size(); ++i) { draw_row(document, name, i, rows[i]); }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

double percent(const layers::Estimate& estimate, geo::SquareKilometres whole) {
    return whole.value() == 0 ? 0 : 100 * (estimate.area / whole);
}

layers::Colour swatch(const layers::StatusClass& label, const Document& document) {
    const layers::Theme theme = document.result->request.theme;
    return seen_on_land(layers::status_colour(label, theme), layers::palette(theme).land, document.state.paint);
}

std::vector<Row> rows_by_status(const PlanView& view, const Document& document, bool of_b) {
    std::vector<Row> rows;
    for (const layers::StatusClass& label : view.table.classes()) {
        const layers::Estimate estimate = view.table.of(label);
        Selection selection;
        selection.of_b = of_b;
        selection.status_class = label;
        const layers::StatusWords words = view.plan->sides.words(label);
        rows.push_back({{words.status, words.holder},
                        estimate,
                        percent(estimate, view.table.total()),
                        selection,
                        swatch(label, document)});
    }
    return rows;
}

/// Units of which land does not simply stay with the first side come first.
std::vector<Row> rows_by_unit(const PlanView& view, const Document& document, bool of_b) {
    std::map<std::string, geo::SquareKilometres> wholes;
    for (const layers::AreaTable::Row& row : view.table.rows) { wholes[row.unit_code] += row.estimate.area; }
    const std::vector<std::string> touched = layers::units_touched(view.table.rows);
    const auto rank = [&touched](const layers::AreaTable::Row& row) {
        return std::find(touched.begin(), touched.end(), row.unit) - touched.begin();
    };
    std::vector<layers::AreaTable::Row> ordered = view.table.rows;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&rank](const auto& x, const auto& y) { return rank(x) < rank(y); });
    std::vector<Row> rows;
    for (const layers::AreaTable::Row& row : ordered) {
        Selection selection;
        selection.of_b = of_b;
        selection.unit_code = row.unit_code;
        selection.status_class = row.status_class;
        rows.push_back({{row.unit, view.plan->sides.status(row.status_class.status)},
                        row.estimate,
                        percent(row.estimate, wholes[row.unit_code]),
                        selection,
                        swatch(row.status_class, document)});
    }
    return rows;
}

std::vector<Row> rows_by_zone(const PlanView& view, bool of_b) {
    std::vector<Row> rows;
    const geo::SquareKilometres whole = view.table.total();
    for (const layers::Zone& zone : view.plan->zones) {
        Selection selection;
        selection.of_b = of_b;
        selection.zone = zone.id;
        const layers::Estimate all = view.table.of_zone(zone.id);
        rows.push_back(
            {{zone.title.empty() ? zone.id : zone.title, "all"}, all, percent(all, whole), selection, {0, 0, 0, 0}});
        for (const layers::AreaTable::ZoneRow& row : view.table.zones) {
            if (row.id != zone.id) { continue; }
            Selection in_unit = selection;
            in_unit.unit_code = row.unit_code;
            rows.push_back({{zone.id, row.unit}, row.estimate, percent(row.estimate, whole), in_unit, {0, 0, 0, 0}});
        }
    }
    return rows;
}

std::vector<Row> rows_of_changes(const Document& document) {
    const Result& result = *document.result;
    std::vector<Row> rows;
    const geo::SquareKilometres whole = result.comparison->total();
    for (const layers::Transfer& transfer : result.comparison->matrix) {
        if (transfer.from == transfer.to) { continue; }
        Selection selection;
        selection.unit_code = transfer.unit_code;
        selection.change = {transfer.from, transfer.to};
        const layers::Sides& sides = result.a->plan->sides;
        rows.push_back({{fmt::format("{} → {}", sides.status(transfer.from.status), sides.status(transfer.to.status)),
                         transfer.unit},
                        transfer.estimate,
                        percent(transfer.estimate, whole),
                        selection,
                        swatch(transfer.to, document)});
    }
    return rows;
}

void basis(const Document& document, const Result& result) {
    ImGui::PushFont(document.fonts.small);
    faint(credit_of(result));
    ImGui::PopFont();
}

void plan_heading(const Document& document, const layers::Plan& plan, const char* before = "") {
    ImGui::PushFont(document.fonts.bold);
    wrapped(before + plan.title);
    ImGui::PopFont();
    ImGui::PushFont(document.fonts.small);
    faint(fmt::format("{}{}{}", plan.text_status, plan.date ? ", " : "", geo::to_text(plan.date)));
    if (const std::string settings = layers::settings_words(plan); !settings.empty()) {
        wrapped("set here: " + settings);
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
    const std::vector<Row> statuses = rows_by_status(view, document, of_b);
    table(document, "status", {"status", "holder"}, "of all", statuses, height_of(document, statuses.size()));
    if (!view.plan->zones.empty()) {
        const std::vector<Row> zones = rows_by_zone(view, of_b);
        table(document, "zone", {"zone", "unit"}, "of all", zones,
              height_of(document, std::min(most_zones, zones.size())));
    }
    const float room =
        document.state.pinned ? height_of(document, units_beside_card) : ImGui::GetContentRegionAvail().y - 4;
    table(document, "unit", {"unit", "status"}, "of unit", rows_by_unit(view, document, of_b),
          std::max(height_of(document, least_units), room));
}

void net_words(const Document& document) {
    const layers::Estimate first = document.result->comparison->net(layers::Holder::ukraine),
                           second = document.result->comparison->net(layers::Holder::russia);
    const auto sign = [](const layers::Estimate& estimate) {
        const std::string words = with_thousands(std::abs(estimate.area.value()));
        return (estimate.area.value() < -0.5  ? "−"
                : estimate.area.value() > 0.5 ? "+"
                                              : "") +
               words + " " + report::tolerance(estimate) + " km²";
    };
    const layers::Sides& sides = document.result->a->plan->sides;
    wrapped(fmt::format("from A to B, net: {} {}, {} {}", sides.first, sign(first), sides.second, sign(second)));
}

}  // namespace

void figures_panel(Document& document) {
    if (!document.result) { return faint(document.busy() ? "working …" : "nothing to show"); }
    const Result& result = *document.result;
    const bool compares = result.comparison && document.state.mode == Mode::difference;
    if (compares) {
        plan_heading(document, *result.a->plan, "from A  ");
        plan_heading(document, *result.b->plan, "to B  ");
        basis(document, result);
        net_words(document);
        table(document, "change", {"change", "unit"}, "of all", rows_of_changes(document),
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
            document.widgets.add(mark);
        };
        side("figures of A", false, "figures/A");
        ImGui::SameLine();
        side("of B", true, "figures/B");
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
        if (!document.state.sketch.present().shapes.empty() || document.state.tool == Tool::polygon ||
            document.state.tool == Tool::line || document.state.tool == Tool::edit) {
            sketch_panel(document);
            ImGui::Separator();
        }
        figures_panel(document);
        point_card(document);
    }
    ImGui::End();
}

}  // namespace app::viewer
