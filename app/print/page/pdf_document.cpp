// SPDX-License-Identifier: MIT
#include "app/print/page/pdf_document.h"

#include "app/print/page/cairo_draw.h"
#include "layers/model/words.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace app::print {

namespace {

using layers::Font;
using layers::report::Document;
using layers::report::Table;

constexpr double margin_px = 48, gap_px = 8, between_columns_px = 10;

double sum_of(const std::vector<double>& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
}

/// A table as it is set: its words, and how wide its columns want to be and have to be.
struct SetTable {
    std::vector<std::vector<std::string>> rows;  ///< the headings first
    std::vector<Table::Role> roles;
    std::vector<bool> is_number;
    std::vector<double> least, natural;  ///< of the longest word, and of the longest line
};

SetTable set_table(const Table& table, const TextLayout& layout) {
    SetTable set;
    std::vector<std::string> headings;
    for (const layers::report::Column& column : table.columns()) {
        headings.push_back(layers::one_line(heading_of(column)));
        set.is_number.push_back(column.shows != layers::report::Shows::words);
    }
    set.rows.push_back(std::move(headings));
    set.roles.push_back(Table::Role::plain);
    for (const Table::Row& row : table.rows()) {
        std::vector<std::string> words;
        for (std::size_t i = 0; i < row.entries.size(); ++i) {
            words.push_back(layers::one_line(text_of(row.entries[i], table.columns()[i].shows)));
        }
        set.rows.push_back(std::move(words));
        set.roles.push_back(row.role);
    }
    set.least.resize(table.columns().size());
    set.natural.resize(table.columns().size());
    for (std::size_t k = 0; k < set.rows.size(); ++k) {
        if (set.roles[k] == Table::Role::title) { continue; }
        for (std::size_t i = 0; i < set.rows[k].size(); ++i) {
            const std::string& words = set.rows[k][i];
            const double whole = layout.size_of(Font::small, words).width;
            set.natural[i] = std::max(set.natural[i], whole);
            if (set.is_number[i] && k > 0) {
                set.least[i] = std::max(set.least[i], whole);
                continue;
            }
            for (const std::string& word : layers::wrapped(layout, Font::small, words, 0)) {
                set.least[i] = std::max(set.least[i], layout.size_of(Font::small, word).width);
            }
        }
    }
    return set;
}

using Columns = std::vector<std::size_t>;

/// Which columns stand side by side: those that find no room stand below, behind the first one again.
std::vector<Columns> lots_of(const SetTable& set, double width) {
    std::vector<Columns> lots{{0}};
    double used = set.least[0];
    for (std::size_t i = 1; i < set.least.size(); ++i) {
        if (used + between_columns_px + set.least[i] > width && lots.back().size() > 1) {
            lots.push_back({0});
            used = set.least[0];
        }
        lots.back().push_back(i);
        used += between_columns_px + set.least[i];
    }
    return lots;
}

/// Every column as wide as it has to be, and what is left in proportion to what each would like.
std::vector<double> widths_of(const SetTable& set, const Columns& columns, double width) {
    std::vector<double> widths, wishes;
    for (const std::size_t i : columns) {
        widths.push_back(set.least[i]);
        wishes.push_back(set.natural[i] - set.least[i]);
    }
    const double left = width - sum_of(widths) - between_columns_px * static_cast<double>(columns.size() - 1);
    const double wished = sum_of(wishes), part = wished > 0 ? std::clamp(left / wished, 0.0, 1.0) : 0;
    for (std::size_t i = 0; i < widths.size(); ++i) { widths[i] += part * wishes[i]; }
    return widths;
}

/// Puts one block below another, on as many pages as it takes.
class Flow {
public:
    Flow(cairo_t* cairo, cairo_surface_t* surface, const TextLayout& layout, double width, double height)
        : cairo_{cairo}, surface_{surface}, layout_{layout}, width_{width}, height_{height} {
        begin_page();
    }

    void operator()(const Document::Heading& heading) {
        const Font font = heading.level < 3 ? Font::title : Font::bold;
        const std::vector<std::string> lines = layers::wrapped(layout_, font, heading.text, room());
        if (heading.level < 3 && y_ > margin_px) { y_ += 2 * gap_px; }
        constexpr double lines_behind = 6;  // a heading does not stand alone at the foot of a page
        need(height_of(lines, font) + lines_behind * line_height(Font::small));
        if (heading.level < 3) {
            const std::string to =
                fmt::format("page={} pos=[{} {}]", page_, margin_px * points_per_px, y_ * points_per_px);
            cairo_pdf_surface_add_outline(surface_, CAIRO_PDF_OUTLINE_ROOT, heading.text.c_str(), to.c_str(),
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
        }
        write(lines, font, colours_.ink, margin_px);
        y_ += gap_px / 2;
    }
    void operator()(const Document::Paragraph& paragraph) {
        write(layers::wrapped(layout_, Font::small, paragraph.text, room()), Font::small,
              paragraph.is_faint ? colours_.faint_ink : colours_.ink, margin_px);
        y_ += gap_px;
    }
    void operator()(const Document::Items& items) {
        constexpr double indent = 14;
        for (const Document::Item& item : items.items) {
            need(line_height(Font::small));
            show("•", Font::small, colours_.ink, margin_px + 2, y_);
            write(layers::wrapped(layout_, Font::small, item.text, room() - indent), Font::small, colours_.ink,
                  margin_px + indent, item.link);
        }
        y_ += gap_px;
    }
    void operator()(const Document::Figures& figures) {
        const SetTable set = set_table(figures.table, layout_);
        constexpr double rows_behind = 4;
        need(line_height(Font::bold) + rows_behind * (line_height(Font::small) + row_gap_px));
        write(layers::wrapped(layout_, Font::bold, figures.caption, room()), Font::bold, colours_.ink, margin_px);
        for (const Columns& columns : lots_of(set, room())) { add_lot(set, columns); }
        y_ += gap_px;
    }

    void end() { end_page(); }

private:
    static constexpr double row_gap_px = 5;

    double room() const { return width_ - 2 * margin_px; }
    double line_height(Font font) const { return layout_.size_of(font, "Їg").height; }
    double height_of(const std::vector<std::string>& lines, Font font) const {
        return line_height(font) * static_cast<double>(lines.size());
    }

    void begin_page() {
        ++page_;
        y_ = margin_px;
        set_colour(cairo_, colours_.land);
        cairo_paint(cairo_);
    }
    void end_page() {
        const std::string number = fmt::format("{}", page_);
        show(number, Font::small, colours_.faint_ink, width_ - margin_px - layout_.size_of(Font::small, number).width,
             height_ - margin_px + gap_px);
        cairo_show_page(cairo_);
    }
    /// Goes on to the next page where so much does not fit; true if it did.
    bool need(double tall) {
        if (y_ + tall <= height_ - margin_px || y_ == margin_px) { return false; }
        end_page();
        begin_page();
        return true;
    }

    void show(const std::string& words, Font font, layers::Colour colour, double x, double y) {
        set_colour(cairo_, colour);
        cairo_move_to(cairo_, x, y);
        layout_.show(cairo_, font, words);
        cairo_new_path(cairo_);
    }

    void write(const std::vector<std::string>& lines, Font font, layers::Colour colour, double x,
               const std::string& link = "") {
        const bool is_link = !link.empty() && link.find_first_of("'\\") == std::string::npos;
        for (const std::string& line : lines) {
            need(line_height(font));
            if (is_link) { cairo_tag_begin(cairo_, CAIRO_TAG_LINK, fmt::format("uri='{}'", link).c_str()); }
            show(line, font, colour, x, y_);
            if (is_link) { cairo_tag_end(cairo_, CAIRO_TAG_LINK); }
            y_ += line_height(font);
        }
    }

    void rule(double y, double width) {
        set_colour(cairo_, colours_.border);
        cairo_set_line_width(cairo_, width);
        cairo_move_to(cairo_, margin_px, y);
        cairo_line_to(cairo_, width_ - margin_px, y);
        cairo_stroke(cairo_);
    }

    void add_lot(const SetTable& set, const Columns& columns) {
        const std::vector<double> widths = widths_of(set, columns, room());
        add_row(set, 0, columns, widths);
        for (std::size_t k = 1; k < set.rows.size(); ++k) {
            if (need(row_height(set, k, columns, widths))) { add_row(set, 0, columns, widths); }
            add_row(set, k, columns, widths);
        }
        y_ += gap_px / 2;
    }

    std::vector<std::vector<std::string>> lines_of(const SetTable& set, std::size_t row, const Columns& columns,
                                                   const std::vector<double>& widths) const {
        std::vector<std::vector<std::string>> lines;
        if (set.roles[row] == Table::Role::title) {
            return {layers::wrapped(layout_, Font::small, set.rows[row].front(), room())};
        }
        constexpr double hair = 0.5;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            lines.push_back(layers::wrapped(layout_, Font::small, set.rows[row][columns[i]], widths[i] + hair));
        }
        return lines;
    }

    double row_height(const SetTable& set, std::size_t row, const Columns& columns,
                      const std::vector<double>& widths) const {
        std::size_t most = 1;
        for (const auto& lines : lines_of(set, row, columns, widths)) { most = std::max(most, lines.size()); }
        return static_cast<double>(most) * line_height(Font::small) + row_gap_px;
    }

    void add_row(const SetTable& set, std::size_t row, const Columns& columns, const std::vector<double>& widths) {
        const double tall = row_height(set, row, columns, widths), line = line_height(Font::small);
        const bool is_marked = row > 0 && set.roles[row] != Table::Role::plain;
        if (is_marked) {
            set_colour(cairo_, mark);
            cairo_rectangle(cairo_, margin_px, y_, room(), tall);
            cairo_fill(cairo_);
        }
        double x = margin_px;
        const auto cells = lines_of(set, row, columns, widths);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            double y = y_ + row_gap_px / 2;
            for (const std::string& words : cells[i]) {
                const bool is_right = set.roles[row] != Table::Role::title && set.is_number[columns[i]];
                const double shift = is_right ? widths[i] - layout_.size_of(Font::small, words).width : 0;
                show(words, Font::small, row == 0 ? colours_.faint_ink : colours_.ink, x + shift, y);
                y += line;
            }
            if (i < widths.size()) { x += widths[i] + between_columns_px; }
        }
        y_ += tall;
        rule(y_, row == 0 ? 1.0 : 0.35);
    }

    static constexpr layers::Colour mark{0xee, 0xf2, 0xf5, 255};
    const layers::Palette& colours_ = layers::palette(layers::Theme::light);
    cairo_t* cairo_;
    cairo_surface_t* surface_;
    const TextLayout& layout_;
    double width_, height_, y_ = margin_px;
    int page_ = 1;  ///< the sheet's
};

}  // namespace

std::string to_pdf(const layers::Sheet& first, const Document& document, const TextLayout& layout,
                   const std::string& date) {
    std::string pdf;
    {
        const Surface surface = pdf_surface(pdf, first, date);
        const Cairo cairo{cairo_create(surface.get())};
        cairo_scale(cairo.get(), points_per_px, points_per_px);
        draw_sheet(first, layout, cairo.get());
        cairo_show_page(cairo.get());
        Flow flow{cairo.get(), surface.get(), layout, first.width, first.height};
        for (const Document::Block& block : document.blocks) { std::visit(flow, block); }
        flow.end();
        require_fine(cairo_status(cairo.get()), "cannot draw the pages");
        finish_pdf(surface.get());
    }
    return pdf;
}

}  // namespace app::print
