// SPDX-License-Identifier: MIT
#include "app/render/render.h"

#include "app/clock.h"
#include "app/print/page/cairo_sheet.h"
#include "app/print/page/svg_sheet.h"
#include "app/receipt/receipt.h"
#include "app/render/drawn.h"
#include "app/render/sheet_words.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace app {

namespace {

using layers::SheetStyle;

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

struct Size {
    double width, height;
};

Size size_from(const std::string& text) {
    struct Named {
        const char* name;
        Size size;
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

enum class PageFormat { svg, pdf, png };

PageFormat format_from(const std::string& output) {
    if (output.ends_with(".svg")) { return PageFormat::svg; }
    if (output.ends_with(".pdf")) { return PageFormat::pdf; }
    if (output.ends_with(".png")) { return PageFormat::png; }
    refuse(fmt::format("cannot tell what to draw into {}", output),
           "name the plans, then the file: its name ends in .svg, .pdf or .png");
}

layers::Theme theme_from(const std::string& style) {
    if (style == "light") { return layers::Theme::light; }
    if (style == "dark") { return layers::Theme::dark; }
    if (style == "print-grey") { return layers::Theme::grey; }
    refuse(fmt::format("--style: there is no style \"{}\"", style),
           layers::did_you_mean(style, {"light", "dark", "print-grey"}));
}

void check(const RenderOptions& options, const std::vector<std::string>& plans, const Console& console) {
    constexpr std::size_t most_maps = 12;
    const std::string& output = options.words.back();
    const std::size_t lines = std::max<std::size_t>(1, options.lines.size() + options.controls.size());
    if (plans.empty()) {
        refuse("no plan is named", "name the plans first, then the file: demarc render freeze map.svg");
    }
    if (options.difference && plans.size() != 2) {
        refuse(fmt::format("--difference is of two plans, and {} {} named", plans.size(),
                           plans.size() == 1 ? "is" : "are"),
               "name two");
    }
    if (lines > 1 && plans.size() > 1) { refuse("several lines are for one plan", "name one plan, or one line"); }
    if (plans.size() * lines > most_maps) {
        refuse(fmt::format("{} maps do not fit a page", plans.size() * lines), fmt::format("{} at most", most_maps));
    }
    if (!options.overwrite && geo::exists(console.output(output))) {
        refuse(output + " exists", "give --overwrite to replace it");
    }
}

Receipt receipt_for(const RenderOptions& options, const std::vector<std::unique_ptr<const Drawn>>& drawn,
                    const Console& console) {
    InputNames names = input_names(options.inputs, drawn.front()->land);
    for (const auto* some : {&options.lines, &options.controls}) {
        names.lines.insert(names.lines.end(), some->begin(), some->end());
    }
    return receipt_of(console, names, drawn.front()->plans, options.words.back());
}

}  // namespace

void render(const RenderOptions& options, Console& console) {
    const std::string& output = options.words.back();
    const PageFormat format = format_from(output);
    const std::vector<std::string> plans{options.words.begin(), options.words.end() - 1};
    check(options, plans, console);
    const Size size = size_from(options.size);
    SheetStyle style;
    style.theme = theme_from(options.style);
    style.width = size.width;
    style.height = size.height;
    const std::vector<std::unique_ptr<const Drawn>> drawn = draw_plans(options, plans, style.theme, console);
    const std::vector<layers::SheetMap> maps = maps_of(drawn, options.difference, style.theme);
    style.shown = box_for(options.zoom, maps);
    for (const BaseFile& base : *drawn.front()->bases) {
        if (!is_shown(base, drawn.front()->frame, style.shown)) {
            console.note(base.name + ": none of it lies on the part that the map shows");
        }
    }
    if (options.zoom != "plan" && options.zoom != "all") { style.legend_head = tr("km² of the whole country"); }
    style.title = one_line(options.title.empty() ? title_of(maps) : options.title);
    style.notes = notes_of(drawn, maps, style.shown);
    const print::TextLayout layout;
    if (const std::string note = layout.note(); !note.empty()) { console.note(note); }
    const layers::Sheet sheet = layers::sheet_of(maps, style, layout);
    const std::string receipt = json_of(receipt_for(options, drawn, console)), path = console.output(output);
    print::SvgOptions svg;
    svg.receipt = receipt;
    svg.description = description_of(maps);
    switch (format) {
        case PageFormat::svg:
            geo::write_file(path, print::to_svg(sheet, layout, svg), options.overwrite);
            break;
        case PageFormat::pdf:
            geo::write_file(path, print::to_pdf(sheet, layout, geo::to_text(std::optional{today()}) + "T00:00:00Z"),
                            receipt, options.overwrite);
            break;
        case PageFormat::png:
            print::write_png(print::to_pixels(sheet, layout, options.dpi / 96), path, options.overwrite, receipt);
            break;
    }
    console.say(fmt::format("wrote {}: {} map{}", output, maps.size(), maps.size() == 1 ? "" : "s"));
}

}  // namespace app
