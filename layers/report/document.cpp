// SPDX-License-Identifier: MIT
#include "layers/report/document.h"

#include "layers/model/words.h"
#include "layers/report/html.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace layers::report {

void Document::add(Document other) {
    blocks.insert(blocks.end(), std::make_move_iterator(other.blocks.begin()),
                  std::make_move_iterator(other.blocks.end()));
}

void Document::add_items(const std::vector<std::string>& lines) {
    if (lines.empty()) { return; }
    Items items;
    for (const std::string& line : lines) { items.items.push_back({line}); }
    add(std::move(items));
}

void Document::add_words(const std::string& text, bool is_faint) {
    if (!text.empty()) { add(Paragraph{text, is_faint}); }
}

namespace {

struct HtmlWriter {
    std::string html{};
    bool in_section = false;

    void operator()(const Document::Heading& heading) {
        if (heading.level == 2) {
            end_section();
            html += fmt::format("<section id=\"{}\">", escaped(heading.id));
            in_section = true;
        }
        html += fmt::format("<h{0}>{1}</h{0}>\n", heading.level, escaped(heading.text));
    }
    void operator()(const Document::Paragraph& paragraph) {
        html += fmt::format("<p{}>{}</p>\n", paragraph.is_faint ? " class=\"faint\"" : "", escaped(paragraph.text));
    }
    void operator()(const Document::Items& items) {
        html += "<ul>\n";
        for (const Document::Item& item : items.items) { html += fmt::format("<li>{}</li>\n", item_html(item)); }
        html += "</ul>\n";
    }
    void operator()(const Document::Figures& figures) { html += to_html(figures.table, figures.caption); }

    void end_section() {
        if (in_section) { html += "</section>\n"; }
        in_section = false;
    }

private:
    static std::string item_html(const Document::Item& item) {
        std::string words = escaped(item.text);
        const std::string shown = escaped(item.linked);
        const std::size_t at = item.link.empty() || shown.empty() ? std::string::npos : words.find(shown);
        if (at == std::string::npos) { return words; }
        return words.replace(at, shown.size(), fmt::format("<a href=\"{}\">{}</a>", escaped(item.link), shown));
    }
};

/// Words that are nothing but words, in a line.
std::string plain(const std::string& raw) {
    std::string result;
    for (const char c : one_line(raw)) {
        if (std::string_view{"\\`*_{}[]<>#|~"}.find(c) != std::string_view::npos) { result += '\\'; }
        result += c;
    }
    return result;
}

struct MarkdownWriter {
    std::string text{};

    void operator()(const Document::Heading& heading) {
        text +=
            fmt::format("{} {}\n\n", std::string(static_cast<std::size_t>(heading.level), '#'), plain(heading.text));
    }
    void operator()(const Document::Paragraph& paragraph) {
        text += paragraph.is_faint ? fmt::format("*{}*\n\n", plain(paragraph.text)) : plain(paragraph.text) + "\n\n";
    }
    void operator()(const Document::Items& items) {
        for (const Document::Item& item : items.items) { text += fmt::format("- {}\n", item_words(item)); }
        text += "\n";
    }
    void operator()(const Document::Figures& figures) {
        const Table& table = figures.table;
        text += fmt::format("**{}**\n\n|", plain(figures.caption));
        for (const Column& column : table.columns()) { text += fmt::format(" {} |", plain(heading_of(column))); }
        text += "\n|";
        for (const Column& column : table.columns()) { text += column.shows == Shows::words ? " --- |" : " ---: |"; }
        for (const Table::Row& row : table.rows()) { text += "\n|" + row_words(table, row); }
        text += "\n\n";
    }

private:
    static std::string item_words(const Document::Item& item) {
        const std::size_t at =
            item.link.empty() || item.linked.empty() ? std::string::npos : item.text.find(item.linked);
        if (at == std::string::npos) { return plain(item.text); }
        return fmt::format("{}[{}](<{}>){}", plain(item.text.substr(0, at)), plain(item.linked), item.link,
                           plain(item.text.substr(at + item.linked.size())));
    }
    static std::string row_words(const Table& table, const Table::Row& row) {
        std::string words;
        for (std::size_t i = 0; i < table.columns().size(); ++i) {
            const std::string cell =
                i < row.entries.size() ? plain(text_of(row.entries[i], table.columns()[i].shows)) : "";
            words += row.role == Table::Role::plain || cell.empty() ? fmt::format(" {} |", cell)
                                                                    : fmt::format(" **{}** |", cell);
        }
        return words;
    }
};

}  // namespace

std::string to_html(const Document& document) {
    HtmlWriter writer;
    for (const Document::Block& block : document.blocks) { std::visit(writer, block); }
    writer.end_section();
    return std::move(writer.html);
}

std::string to_markdown(const Document& document) {
    MarkdownWriter writer;
    for (const Document::Block& block : document.blocks) { std::visit(writer, block); }
    return std::move(writer.text);
}

}  // namespace layers::report
