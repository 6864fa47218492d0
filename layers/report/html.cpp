// SPDX-License-Identifier: MIT
#include "layers/report/html.h"

#include "geo/safe_text.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace layers::report {

std::string escaped(std::string_view raw) {
    std::string text;
    for (std::size_t from = 0; from <= raw.size();) {  // line by line: within one no control character stays
        const std::size_t end = std::min(raw.find('\n', from), raw.size());
        text += geo::plain_text(raw.substr(from, end - from)) + (end < raw.size() ? "\n" : "");
        from = end + 1;
    }
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

std::string json_in_html(std::string json) {
    for (std::size_t at = 0; (at = json.find('<', at)) != std::string::npos; at += 6) {
        json.replace(at, 1, "\\u003c");
    }
    return json;
}

namespace {

/// What a row is sorted by; empty for words.
std::string key_of(const Entry& entry) {
    const auto* estimate = std::get_if<Estimate>(&entry);
    return estimate == nullptr ? "" : fmt::format(" data-number=\"{}\"", exact(estimate->area.value()));
}

std::string row_html(const Table& table, const Table::Row& row) {
    const std::vector<Column>& columns = table.columns();
    if (row.role == Table::Role::title) {
        return fmt::format("<tr class=\"title\"><th colspan=\"{}\" scope=\"colgroup\">{}</th></tr>\n", columns.size(),
                           escaped(one_line(text_of(row.entries.front(), Shows::words))));
    }
    std::string html = row.role == Table::Role::total ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < row.entries.size(); ++i) {
        const std::string words = escaped(one_line(text_of(row.entries[i], columns[i].shows)));
        const char* number = columns[i].shows == Shows::words ? "" : " class=\"number\"";
        html += i == 0 && !words.empty() ? fmt::format("<th scope=\"row\">{}</th>", words)
                                         : fmt::format("<td{}{}>{}</td>", number, key_of(row.entries[i]), words);
    }
    return html + "</tr>\n";
}

}  // namespace

std::string to_html(const Table& table, const std::string& caption) {
    std::string html = fmt::format(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{0}\"><table>"
        "<caption>{0}</caption>\n<thead><tr>",
        escaped(caption));
    for (const Column& column : table.columns()) {
        html += fmt::format("<th scope=\"col\"{}>{}</th>", column.shows == Shows::words ? "" : " class=\"number\"",
                            escaped(heading_of(column)));
    }
    html += "</tr></thead>\n<tbody>\n";
    for (const Table::Row& row : table.rows()) { html += row_html(table, row); }
    return html + "</tbody></table></div>\n";
}

}  // namespace layers::report
