// SPDX-License-Identifier: MIT
#include "app/render/page.h"

#include "app/clock.h"
#include "app/print/page/cairo_sheet.h"
#include "app/print/page/svg_sheet.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace app {

namespace {

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

}  // namespace

std::optional<PageFormat> page_format_of(const std::string& output) {
    if (output.ends_with(".svg")) { return PageFormat::svg; }
    if (output.ends_with(".pdf")) { return PageFormat::pdf; }
    if (output.ends_with(".png")) { return PageFormat::png; }
    return std::nullopt;
}

PageSize size_from(const PageOptions& options) {
    const std::string& text = options.size;
    struct Named {
        const char* name;
        PageSize size;
    };
    constexpr double mm = 96 / 25.4;
    constexpr std::array known{Named{"A3", {297 * mm, 420 * mm}}, Named{"A3-landscape", {420 * mm, 297 * mm}},
                               Named{"A4", {210 * mm, 297 * mm}}, Named{"A4-landscape", {297 * mm, 210 * mm}}};
    for (const Named& named : known) {
        if (text == named.name) { return named.size; }
    }
    const std::size_t cross = text.find('x');
    int width = 0, height = 0;
    const auto number = [](std::string_view digits, int& value) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc{} && end == digits.data() + digits.size() && value >= 300 && value <= 16384;
    };
    if (cross == std::string::npos || !number(std::string_view{text}.substr(0, cross), width) ||
        !number(std::string_view{text}.substr(cross + 1), height)) {
        refuse(fmt::format("--size: \"{}\" is no size", text),
               "A3, A4, A3-landscape, A4-landscape, or width x height in pixels, 300 to 16384 each, such as 1600x1000");
    }
    return {static_cast<double>(width), static_cast<double>(height)};
}

layers::Theme theme_from(const PageOptions& options) {
    if (options.style == "light") { return layers::Theme::light; }
    if (options.style == "dark") { return layers::Theme::dark; }
    if (options.style == "print-grey") { return layers::Theme::grey; }
    refuse(fmt::format("--style: there is no style \"{}\"", options.style),
           layers::did_you_mean(options.style, {"light", "dark", "print-grey"}));
}

void write_page(const Page& page, const print::TextLayout& layout, const std::string& path, bool overwrite) {
    switch (page.format) {
        case PageFormat::svg: {
            print::SvgOptions svg;
            svg.receipt = page.receipt;
            svg.description = page.description;
            return geo::write_file(path, print::to_svg(page.sheet, layout, svg), overwrite);
        }
        case PageFormat::pdf:
            return geo::write_file(
                path, print::to_pdf(page.sheet, layout, geo::to_text(std::optional{today()}) + "T00:00:00Z"),
                page.receipt, overwrite);
        case PageFormat::png:
            return print::write_png(print::to_pixels(page.sheet, layout, page.dpi / 96), path, overwrite, page.receipt);
    }
}

}  // namespace app
