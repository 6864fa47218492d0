// SPDX-License-Identifier: MIT
#include "app/viewer/panels/figure_table.h"

#include "app/console.h"
#include "app/viewer/panels/widgets.h"
#include "layers/model/estimate_words.h"

#include <fmt/format.h>
#include <imgui/imgui_internal.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace app::viewer {

namespace {

namespace field = layers::field;

const layers::Estimate& estimate_of(const report::Table::Row& row) {
    return std::get<layers::Estimate>(row.entries[2]);
}

std::string share_text(double percent) {
    return with_thousands(percent, 2) + " %";
}

std::string tooltip_of(const report::Table::Row& row, bool is_draft) {
    const layers::Estimate& estimate = estimate_of(row);
    std::string words = fmt::format("{}, {}\n{}", report::text_of(row.entries[0], report::Shows::words),
                                    report::text_of(row.entries[1], report::Shows::words),
                                    tr("{} km²", with_thousands(estimate.area.value(), 1)));
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

float swatch_size() {
    return ImGui::GetTextLineHeight() - 4;
}

void draw_swatch(layers::Colour colour) {
    const float size = swatch_size();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + 2}, {at.x + size, at.y + 2 + size},
                                              ImGui::ColorConvertFloat4ToU32(rgba(colour)));
}

float indent_of(const RowLook& look) {
    return look.swatch.a == 0 ? 0 : swatch_size() + 5;
}

std::string words_in(const report::Table::Row& row, const std::vector<report::Column>& columns, std::size_t i) {
    return columns[i].field == &field::share ? share_text(std::get<double>(row.entries[i]))
                                             : report::text_of(row.entries[i], columns[i].shows);
}

/// A figure with its readings on two lines: "1,459" and "(0–1,459)?".
std::string split(const std::string& figure) {
    const std::size_t at = figure.find(" (");
    return at == std::string::npos ? figure : figure.substr(0, at) + "\n" + figure.substr(at + 1);
}

float wide(const std::string& words) {
    return ImGui::CalcTextSize(words.c_str()).x;
}

float longest_word(const std::string& words) {
    float longest = 0;
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t blank = std::min(words.find_first_of(" -", from), words.size());
        longest = std::max(longest, wide(words.substr(from, blank + 1 - from)));
        from = blank + 1;
    }
    return longest;
}

/// How a table stands in its room: figures whole, and words in what is left, on as many lines as they need.
struct Columns {
    std::vector<float> widths;
    bool splits = false;         ///< figures
    std::vector<float> heights;  ///< of rows
    float height = 0;            ///< of all, with the heading
};

/// In the current font.
Columns columns_in(const Figures& figures, float room) {
    const std::vector<report::Column>& columns = figures.table.columns();
    const float padding = 2 * ImGui::GetStyle().CellPadding.x;
    room -= (padding + 2) * static_cast<float>(columns.size()) + 6;  // lines between
    const float arrow =
        ImGui::GetFontSize() * 0.65F + ImGui::GetStyle().FramePadding.x + 2;  // of sorting, by a heading
    Columns laid;
    std::vector<float> least(columns.size()), most(columns.size());
    const auto measure = [&] {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool is_words = columns[i].shows == report::Shows::words;
            least[i] = most[i] = wide(report::heading_of(columns[i])) + arrow;
            for (std::size_t k = 0; k < figures.looks.size(); ++k) {
                const std::string words = words_in(figures.table.rows()[k], columns, i);
                const float indent = i == 0 ? indent_of(figures.looks[k]) : 0;
                const float whole = wide(laid.splits && !is_words ? split(words) : words) + indent + 1;
                most[i] = std::max(most[i], whole);
                least[i] = std::max(least[i], is_words ? longest_word(words) + indent + 1 : whole);
            }
        }
        return std::accumulate(least.begin(), least.end(), 0.0F);
    };
    laid.splits = measure() > room;
    const float needed = laid.splits ? measure() : std::accumulate(least.begin(), least.end(), 0.0F);
    float wished = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) { wished += most[i] - least[i]; }
    const float share = wished <= 0 ? 0 : std::clamp((room - needed) / wished, 0.0F, 1.0F);
    for (std::size_t i = 0; i < columns.size(); ++i) { laid.widths.push_back(least[i] + share * (most[i] - least[i])); }
    if (const float left = room - needed - share * wished; left >= 0) {
        laid.widths.front() += left;
    } else {  // no room for the longest words whole: these are broken, figures are not
        constexpr float fewest = 30;
        laid.widths[0] = std::max(fewest, least[0] + left / 2);
        laid.widths[1] = std::max(fewest, least[1] + left / 2);
    }
    const float line = ImGui::GetTextLineHeight(), around = 2 * ImGui::GetStyle().CellPadding.y;
    laid.height = line + around + 4;
    for (std::size_t k = 0; k < figures.looks.size(); ++k) {
        float height = line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string words = words_in(figures.table.rows()[k], columns, i);
            const float indent = i == 0 ? indent_of(figures.looks[k]) : 0;
            const std::string lines = columns[i].shows == report::Shows::words
                                          ? in_lines(words, laid.widths[i] - indent)
                                      : laid.splits ? split(words)
                                                    : words;
            height = std::max(height, ImGui::CalcTextSize(lines.c_str()).y);
        }
        laid.heights.push_back(height);
        laid.height += height + around;
    }
    return laid;
}

void draw_figure(const std::string& figure) {
    std::size_t from = 0;
    while (from <= figure.size()) {
        const std::size_t end = std::min(figure.find('\n', from), figure.size());
        right_aligned(figure.substr(from, end - from));
        from = end + 1;
    }
}

void draw_row(Document& document, const std::string& mark, const report::Table::Row& row, const RowLook& look,
              const std::vector<report::Column>& columns, const Columns& laid, float height) {
    const bool is_selected = document.state.selection == look.selection;
    ImGui::TableNextRow();
    ImGui::PushID(mark.c_str());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ImGui::TableNextColumn();
        const std::string words = words_in(row, columns, i);
        if (columns[i].shows != report::Shows::words) {
            draw_figure(laid.splits ? split(words) : words);
            continue;
        }
        const float indent = i == 0 ? indent_of(look) : 0;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (i == 0) {
            if (ImGui::Selectable("##row", is_selected, ImGuiSelectableFlags_SpanAllColumns, {0, height})) {
                document.state.selection = is_selected ? Selection{} : look.selection;
            }
            note_item(document, mark);
            tooltip(tooltip_of(row, document.result->request.draft));
            if (is_selected && document.scroll_to_selection) {
                ImGui::SetScrollHereY();
                document.scroll_to_selection = false;
            }
            ImGui::SetCursorScreenPos(at);
            if (look.swatch.a > 0) { draw_swatch(look.swatch); }
            ImGui::SetCursorScreenPos({at.x + indent, at.y});
        }
        ImGui::TextUnformatted(in_lines(words, laid.widths[i] - indent).c_str());
    }
    ImGui::PopID();
}

}  // namespace

Figures figures_by(const layers::Field& first, const layers::Field& second, const std::string& share) {
    return {report::Table{{{&first},
                           {&second},
                           {&field::km2, report::Shows::area},
                           {&field::tolerance, report::Shows::tolerance, "±"},
                           {&field::share, report::Shows::number, share}}},
            {}};
}

void draw(Document& document, const char* name, const Figures& figures, float height, bool fills) {
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate | ImGuiTableFlags_RowBg |
                                      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersOuter |
                                      ImGuiTableFlags_BordersInnerV | ImGuiTableFlags_NoSavedSettings;
    const std::vector<report::Column>& columns = figures.table.columns();
    ImGui::PushFont(document.fonts.small);
    const float room = ImGui::GetContentRegionAvail().x;
    Columns laid = columns_in(figures, room);
    if (laid.height > height) { laid = columns_in(figures, room - ImGui::GetStyle().ScrollbarSize); }
    if (ImGui::BeginTable(name, static_cast<int>(columns.size()), flags,
                          {0, fills ? height : std::min(height, laid.height)})) {
        ImGui::TableSetupScrollFreeze(0, 1);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool is_words = columns[i].shows == report::Shows::words;
            ImGui::TableSetupColumn(
                report::heading_of(columns[i]).c_str(),
                ImGuiTableColumnFlags_WidthStretch | (is_words ? 0 : ImGuiTableColumnFlags_PreferSortDescending),
                laid.widths[i]);
            ImGui::GetCurrentTable()->Columns[static_cast<int>(i)].StretchWeight = laid.widths[i];  // of this frame
        }
        ImGui::TableHeadersRow();
        for (std::size_t i = 0; const std::size_t k : sorted_rows(figures)) {
            draw_row(document, fmt::format("{}/{}", name, i++), figures.table.rows()[k], figures.looks[k], columns,
                     laid, laid.heights[k]);
        }
        ImGui::EndTable();
    }
    ImGui::PopFont();
}

}  // namespace app::viewer
