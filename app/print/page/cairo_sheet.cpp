// SPDX-License-Identifier: MIT
#include "app/print/page/cairo_sheet.h"

#include "app/print/page/cairo_draw.h"
#include "geo/error.h"
#include "layers/map/hatch.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::print {

namespace {

using layers::Colour;
using layers::Hatch;
using layers::Picture;
using layers::ScreenPoint;
using layers::Sheet;

void rectangle(cairo_t* cairo, const layers::ScreenBox& box) {
    cairo_rectangle(cairo, box.left, box.top, box.width(), box.height());
}

/// One tile of a hatch, which repeats.
Pattern tile_of(Hatch hatch, Colour colour) {
    const layers::HatchTile tile = layers::hatch_tile(hatch);
    const cairo_rectangle_t extent{0, 0, tile.side, tile.side};
    const Surface surface{cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extent)};
    const Cairo cairo{cairo_create(surface.get())};
    set_colour(cairo.get(), colour);
    cairo_set_line_width(cairo.get(), layers::hatch_width_px);
    for (const auto& [from, to] : tile.marks.lines) {
        cairo_move_to(cairo.get(), from.x, from.y);
        cairo_line_to(cairo.get(), to.x, to.y);
    }
    cairo_stroke(cairo.get());
    for (const ScreenPoint& dot : tile.marks.dots) {
        cairo_arc(cairo.get(), dot.x, dot.y, layers::hatch_width_px, 0, 2 * std::numbers::pi);
        cairo_fill(cairo.get());
    }
    Pattern pattern{cairo_pattern_create_for_surface(surface.get())};
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_REPEAT);
    return pattern;
}

struct Drawer {
    cairo_t* cairo;
    const TextLayout& layout;

    void operator()(const Sheet::Area& area) const {
        for (const auto& ring : area.rings) { path(ring, true); }
        cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_EVEN_ODD);
        if (area.fill.a > 0) {
            set_colour(cairo, area.fill);
            area.hatch == Hatch::none ? cairo_fill(cairo) : cairo_fill_preserve(cairo);
        }
        if (area.hatch != Hatch::none) {
            const Pattern tile = tile_of(area.hatch, area.hatch_colour);
            cairo_set_source(cairo, tile.get());
            cairo_fill(cairo);
        }
        cairo_new_path(cairo);
    }
    void operator()(const Sheet::Lines& lines) const {
        for (const auto& line : lines.paths) {
            const bool closed = line.size() > 2 && line.front().x == line.back().x && line.front().y == line.back().y;
            path(line, closed);
        }
        stroke(lines.colour, lines.width);
    }
    void operator()(const Picture::Item& item) const { std::visit(*this, item); }
    void operator()(const Picture::Box& box) const {
        if (box.fill.a > 0) {
            rectangle(cairo, box.at);
            set_colour(cairo, box.fill);
            cairo_fill(cairo);
        }
        if (box.edge.a > 0) {
            rectangle(cairo, box.at);
            stroke(box.edge, 1);
        }
    }
    void operator()(const Picture::Line& line) const {
        cairo_move_to(cairo, line.from.x, line.from.y);
        cairo_line_to(cairo, line.to.x, line.to.y);
        stroke(line.colour, line.width);
    }
    void operator()(const Picture::Disc& disc) const {
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, disc.at.x, disc.at.y, disc.radius, 0, 2 * std::numbers::pi);
        if (disc.fill.a > 0) {
            set_colour(cairo, disc.fill);
            cairo_fill_preserve(cairo);
        }
        if (disc.edge.a > 0) { return stroke(disc.edge, disc.edge_width); }
        cairo_new_path(cairo);
    }
    void operator()(const Picture::Triangle& triangle) const {
        path({triangle.corners.begin(), triangle.corners.end()}, true);
        set_colour(cairo, triangle.fill);
        cairo_fill(cairo);
    }
    void operator()(const Picture::Words& words) const {
        if (words.halo.a > 0) {
            constexpr double halo_px = 3;
            cairo_move_to(cairo, words.at.x, words.at.y);
            layout.outline(cairo, words.font, words.text);
            stroke(words.halo, halo_px);
        }
        set_colour(cairo, words.colour);
        cairo_move_to(cairo, words.at.x, words.at.y);
        layout.show(cairo, words.font, words.text);
        cairo_new_path(cairo);
    }
    void operator()(const Picture::Hatching& hatching) const {
        rectangle(cairo, hatching.at);
        const Pattern tile = tile_of(hatching.hatch, hatching.colour);
        cairo_set_source(cairo, tile.get());
        cairo_fill(cairo);
    }

private:
    void path(const std::vector<ScreenPoint>& points, bool closed) const {
        cairo_new_sub_path(cairo);
        for (const ScreenPoint& point : points) { cairo_line_to(cairo, point.x, point.y); }
        if (closed) { cairo_close_path(cairo); }
    }
    void stroke(Colour colour, double width) const {
        set_colour(cairo, colour);
        cairo_set_line_width(cairo, width);
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_stroke(cairo);
    }
};

cairo_status_t append(void* text, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

void set_colour(cairo_t* cairo, Colour colour) {
    cairo_set_source_rgba(cairo, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

void draw_sheet(const Sheet& sheet, const TextLayout& layout, cairo_t* cairo) {
    set_colour(cairo, sheet.background);
    cairo_paint(cairo);
    for (const Sheet::Group& group : sheet.groups) {
        cairo_save(cairo);
        if (group.clip) {
            rectangle(cairo, *group.clip);
            cairo_clip(cairo);
        }
        for (const Sheet::Item& item : group.items) { std::visit(Drawer{cairo, layout}, item); }
        cairo_restore(cairo);
    }
}

void require_fine(cairo_status_t status, const char* doing) {
    if (status == CAIRO_STATUS_SUCCESS) { return; }
    throw geo::Error{fmt::format("{}: {}", doing, cairo_status_to_string(status)), "give a smaller size"};
}

Surface pdf_surface(std::string& into, const Sheet& first, const std::string& date) {
    Surface surface{
        cairo_pdf_surface_create_for_stream(append, &into, first.width * points_per_px, first.height * points_per_px)};
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, first.title.c_str());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "demarc " DEMARC_VERSION);
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    return surface;
}

void finish_pdf(cairo_surface_t* surface) {
    cairo_surface_finish(surface);
    require_fine(cairo_surface_status(surface), "cannot make the PDF");
}

Pixels to_pixels(const Sheet& sheet, const TextLayout& layout, double scale) {
    const int width = static_cast<int>(std::lround(sheet.width * scale)),
              height = static_cast<int>(std::lround(sheet.height * scale));
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height)};
    require_fine(cairo_surface_status(surface.get()), "cannot make a picture");
    {
        const Cairo cairo{cairo_create(surface.get())};
        cairo_scale(cairo.get(), scale, scale);
        draw_sheet(sheet, layout, cairo.get());
        require_fine(cairo_status(cairo.get()), "cannot draw the picture");
    }
    cairo_surface_flush(surface.get());
    Pixels pixels{width, height, {}};
    pixels.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y) {
        const auto* row = reinterpret_cast<const std::uint32_t*>(data + y * stride);
        std::uint8_t* out = pixels.rgba.data() + y * static_cast<std::size_t>(width) * 4;
        for (int x = 0; x < width; ++x, out += 4) {
            const std::uint32_t pixel = row[x];
            out[0] = static_cast<std::uint8_t>(pixel >> 16U);
            out[1] = static_cast<std::uint8_t>(pixel >> 8U);
            out[2] = static_cast<std::uint8_t>(pixel);
            out[3] = 255;
        }
    }
    return pixels;
}

std::string to_pdf(const Sheet& sheet, const TextLayout& layout, const std::string& date) {
    std::string pdf;
    {
        const Surface surface = pdf_surface(pdf, sheet, date);
        const Cairo cairo{cairo_create(surface.get())};
        cairo_scale(cairo.get(), points_per_px, points_per_px);
        draw_sheet(sheet, layout, cairo.get());
        cairo_show_page(cairo.get());
        require_fine(cairo_status(cairo.get()), "cannot draw the page");
        finish_pdf(surface.get());
    }
    return pdf;
}

}  // namespace app::print
