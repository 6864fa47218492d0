// SPDX-License-Identifier: MIT
#pragma once

#include "app/print/page/text_layout.h"
#include "layers/map/sheet.h"

#include <cairo.h>

#include <memory>
#include <string>

namespace app::print {

struct Destroy {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Cairo = std::unique_ptr<cairo_t, Destroy>;
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Pattern = std::unique_ptr<cairo_pattern_t, Destroy>;

void set_colour(cairo_t* cairo, layers::Colour colour);

/// The sheet, a logical pixel a unit of the surface.
void draw_sheet(const layers::Sheet& sheet, const TextLayout& layout, cairo_t* cairo);

/// Throws geo::Error that says what could not be done.
void require_fine(cairo_status_t status, const char* doing);

/// Of a PDF in memory.
inline constexpr double points_per_px = 72.0 / 96.0;

/// A surface whose PDF goes to the end of the text, with its title and the day that it was made on.
Surface pdf_surface(std::string& into, const layers::Sheet& first, const std::string& date);

/// Says that all is drawn; throws geo::Error if it is not.
void finish_pdf(cairo_surface_t* surface);

}  // namespace app::print
