// SPDX-License-Identifier: MIT
#include "app/report/figures.h"

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
    layers::Figure figure;
    double share_percent = 0;
    Selection selection;
    layers::Colour colour;  ///< of the swatch; opacity 0 for none
};

std::string share_text(double percent) {
    return fmt::format("{:.2f} %", percent);
}

std::string tooltip_of(const Row& row, bool is_draft) {
    const layers::Figure& figure = row.figure;
    std::string words = fmt::format("{}\n{} km²", fmt::join(row.words, ", "), with_thousands(figure.area.value(), 1));
    if (figure.line) {
        words +=
            fmt::format("\n{} to {} km², were the line everywhere off by its accuracy",
                        with_thousands(figure.line->least.value(), 1), with_thousands(figure.line->most.value(), 1));
    } else if (is_draft) {
        words += "\nits interval is being worked out";
    } else {
        words += "\nthe line's accuracy is not stated, or the figure does not rest on it";
    }
    if (figure.readings) {
        words += fmt::format("\n{} km² in the smallest reading of the text, {} km² in the largest",
                             with_thousands(figure.readings->least.value(), 1),
                             with_thousands(figure.readings->most.value(), 1));
    }
    if (figure.unclear) { words += "\n? the text is unclear"; }
    return words;
}

/// By the column that the user clicked: words, then km², ± and share.
void sort_rows(std::vector<Row>& rows) {
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr || specs->SpecsCount == 0) { return; }
    const auto column = static_cast<std::size_t>(specs->Specs[0].ColumnIndex);
    const bool rising = specs->Specs[0].SortDirection == ImGuiSortDirection_Ascending;
    const auto off = [](const Row& row) {
        return row.figure.line ? (row.figure.line->most - row.figure.line->least).value() : 0;
    };
    std::stable_sort(rows.begin(), rows.end(), [&](const Row& x, const Row& y) {
        const Row& a = rising ? x : y;
        const Row& b = rising ? y : x;
        if (column < a.words.size()) { return a.words[column] < b.words[column]; }
        if (column == a.words.size()) { return a.figure.area < b.figure.area; }
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

void draw_row(Desk& desk, const char* table, std::size_t index, const Row& row) {
    const bool is_selected = desk.state.selection == row.selection;
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
            desk.state.selection = is_selected ? Selection{} : row.selection;
        }
        desk.marks.add(fmt::format("{}/{}", table, index));
        tooltip(tooltip_of(row, desk.sheet->ask.draft));
        if (is_selected && desk.scroll_to_selection) {
            ImGui::SetScrollHereY();
            desk.scroll_to_selection = false;
        }
    }
    ImGui::TableNextColumn();
    right_aligned(area_text(row.figure));
    ImGui::TableNextColumn();
    right_aligned(tolerance(row.figure));
    ImGui::TableNextColumn();
    right_aligned(share_text(row.share_percent));
    ImGui::PopID();
}

void table(Desk& desk, const char* name, const std::vector<const char*>& headings, const char* share,
           std::vector<Row> rows, float height) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersOuter |
                                      ImGuiTableFlags_Resizable | ImGuiTableFlags_SizingFixedFit;
    ImGui::PushFont(desk.fonts.small);
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
        for (std::size_t i = 0; i < rows.size(); ++i) { draw_row(desk, name, i, rows[i]); }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

double percent(const layers::Figure& figure, geo::SquareKilometres whole) {
    return whole.value() == 0 ? 0 : 100 * (figure.area / whole);
}

layers::Colour swatch(const layers::StatusClass& label, const Desk& desk) {
    const layers::Theme theme = desk.sheet->ask.theme;
    return seen_on_land(layers::status_colour(label, theme), layers::palette(theme).land, desk.state.paint);
}

std::vector<Row> rows_by_status(const Laid& laid, const Desk& desk, bool of_b) {
    std::vector<Row> rows;
    for (const layers::StatusClass& label : laid.table.classes()) {
        const layers::Figure figure = laid.table.of(label);
        Selection selection;
        selection.of_b = of_b;
        selection.status_class = label;
        const layers::StatusWords words = laid.plan->sides.words(label);
        rows.push_back({{words.status, words.holder},
                        figure,
                        percent(figure, laid.table.total()),
                        selection,
                        swatch(label, desk)});
    }
    return rows;
}

/// Units of which land does not simply stay with the first side come first.
std::vector<Row> rows_by_unit(const Laid& laid, const Desk& desk, bool of_b) {
    std::map<std::string, geo::SquareKilometres> wholes;
    for (const layers::AreaTable::Row& row : laid.table.rows) { wholes[row.unit_code] += row.figure.area; }
    const std::vector<std::string> touched = layers::units_touched(laid.table.rows);
    const auto rank = [&touched](const layers::AreaTable::Row& row) {
        return std::find(touched.begin(), touched.end(), row.unit) - touched.begin();
    };
    std::vector<layers::AreaTable::Row> ordered = laid.table.rows;
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&rank](const auto& x, const auto& y) { return rank(x) < rank(y); });
    std::vector<Row> rows;
    for (const layers::AreaTable::Row& row : ordered) {
        Selection selection;
        selection.of_b = of_b;
        selection.unit_code = row.unit_code;
        selection.status_class = row.status_class;
        rows.push_back({{row.unit, laid.plan->sides.status(row.status_class.status)},
                        row.figure,
                        percent(row.figure, wholes[row.unit_code]),
                        selection,
                        swatch(row.status_class, desk)});
    }
    return rows;
}

std::vector<Row> rows_by_zone(const Laid& laid, bool of_b) {
    std::vector<Row> rows;
    const geo::SquareKilometres whole = laid.table.total();
    for (const layers::Zone& zone : laid.plan->zones) {
        Selection selection;
        selection.of_b = of_b;
        selection.zone = zone.id;
        const layers::Figure all = laid.table.of_zone(zone.id);
        rows.push_back(
            {{zone.title.empty() ? zone.id : zone.title, "all"}, all, percent(all, whole), selection, {0, 0, 0, 0}});
        for (const layers::AreaTable::ZoneRow& row : laid.table.zones) {
            if (row.id != zone.id) { continue; }
            Selection in_unit = selection;
            in_unit.unit_code = row.unit_code;
            rows.push_back({{zone.id, row.unit}, row.figure, percent(row.figure, whole), in_unit, {0, 0, 0, 0}});
        }
    }
    return rows;
}

std::vector<Row> rows_of_changes(const Desk& desk) {
    const Sheet& sheet = *desk.sheet;
    std::vector<Row> rows;
    const geo::SquareKilometres whole = sheet.comparison->total();
    for (const layers::Transfer& transfer : sheet.comparison->matrix) {
        if (transfer.from == transfer.to) { continue; }
        Selection selection;
        selection.unit_code = transfer.unit_code;
        selection.change = {transfer.from, transfer.to};
        const layers::Sides& sides = sheet.a->plan->sides;
        rows.push_back({{fmt::format("{} → {}", sides.status(transfer.from.status), sides.status(transfer.to.status)),
                         transfer.unit},
                        transfer.figure,
                        percent(transfer.figure, whole),
                        selection,
                        swatch(transfer.to, desk)});
    }
    return rows;
}

void basis(const Desk& desk, const Sheet& sheet) {
    ImGui::PushFont(desk.fonts.small);
    faint(credit_of(sheet));
    ImGui::PopFont();
}

void plan_heading(const Desk& desk, const layers::Plan& plan, const char* before = "") {
    ImGui::PushFont(desk.fonts.bold);
    wrapped(before + plan.title);
    ImGui::PopFont();
    ImGui::PushFont(desk.fonts.small);
    faint(fmt::format("{}{}{}", plan.text_status, plan.date.empty() ? "" : ", ", plan.date));
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
float height_of(const Desk& desk, std::size_t rows) {
    const float row = desk.fonts.small->FontSize * ImGui::GetIO().FontGlobalScale + 2 * ImGui::GetStyle().CellPadding.y;
    return row * static_cast<float>(rows + 1) + 4;
}

void figures_of(Desk& desk, const Laid& laid, bool of_b) {
    constexpr std::size_t most_zones = 7, least_units = 5, units_beside_card = 9;
    const std::vector<Row> statuses = rows_by_status(laid, desk, of_b);
    table(desk, "status", {"status", "holder"}, "of all", statuses, height_of(desk, statuses.size()));
    if (!laid.plan->zones.empty()) {
        const std::vector<Row> zones = rows_by_zone(laid, of_b);
        table(desk, "zone", {"zone", "unit"}, "of all", zones, height_of(desk, std::min(most_zones, zones.size())));
    }
    const float room = desk.state.pinned ? height_of(desk, units_beside_card) : ImGui::GetContentRegionAvail().y - 4;
    table(desk, "unit", {"unit", "status"}, "of unit", rows_by_unit(laid, desk, of_b),
          std::max(height_of(desk, least_units), room));
}

void net_words(const Desk& desk) {
    const layers::Figure first = desk.sheet->comparison->net(layers::Holder::ukraine),
                         second = desk.sheet->comparison->net(layers::Holder::russia);
    const auto sign = [](const layers::Figure& figure) {
        const std::string words = with_thousands(std::abs(figure.area.value()));
        return (figure.area.value() < -0.5  ? "−"
                : figure.area.value() > 0.5 ? "+"
                                            : "") +
               words + " " + tolerance(figure) + " km²";
    };
    const layers::Sides& sides = desk.sheet->a->plan->sides;
    wrapped(fmt::format("from A to B, net: {} {}, {} {}", sides.first, sign(first), sides.second, sign(second)));
}

}  // namespace

void figures_panel(Desk& desk) {
    if (!desk.sheet) { return faint(desk.busy() ? "working …" : "nothing to show"); }
    const Sheet& sheet = *desk.sheet;
    const bool compares = sheet.comparison && desk.state.mode == Mode::difference;
    if (compares) {
        plan_heading(desk, *sheet.a->plan, "from A  ");
        plan_heading(desk, *sheet.b->plan, "to B  ");
        basis(desk, sheet);
        net_words(desk);
        table(desk, "change", {"change", "unit"}, "of all", rows_of_changes(desk),
              std::max(160.0F, ImGui::GetContentRegionAvail().y * (desk.state.pinned ? 0.45F : 0.95F)));
        return;
    }
    bool of_b = desk.state.selection.of_b && sheet.b;
    if (sheet.b && desk.state.mode == Mode::wipe) {
        const auto side = [&](const char* words, bool is_b, const char* mark) {
            if (ImGui::RadioButton(words, of_b == is_b)) {
                desk.state.selection = {};
                desk.state.selection.of_b = is_b;
            }
            desk.marks.add(mark);
        };
        side("figures of A", false, "figures/A");
        ImGui::SameLine();
        side("of B", true, "figures/B");
        of_b = desk.state.selection.of_b;
    }
    const Laid& laid = of_b ? *sheet.b : *sheet.a;
    plan_heading(desk, *laid.plan);
    basis(desk, sheet);
    figures_of(desk, laid, of_b);
}

void right_panel(Desk& desk, const Layout& layout) {
    place_window(layout.right);
    if (ImGui::Begin("right", nullptr, fixed_window)) {
        if (!desk.state.sketch.present().shapes.empty() || desk.state.tool == Tool::polygon ||
            desk.state.tool == Tool::line || desk.state.tool == Tool::edit) {
            sketch_panel(desk);
            ImGui::Separator();
        }
        figures_panel(desk);
        point_card(desk);
    }
    ImGui::End();
}

}  // namespace app::viewer
