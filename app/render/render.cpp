// SPDX-License-Identifier: MIT
#include "app/render/render.h"

#include "app/receipt/receipt.h"
#include "app/render/drawn.h"
#include "app/render/page.h"
#include "app/render/sheet_words.h"
#include "geo/error.h"
#include "geo/file.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

namespace {

using layers::SheetStyle;

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

PageFormat format_from(const std::string& output) {
    if (const auto format = page_format_of(output)) { return *format; }
    refuse(fmt::format("cannot tell what to draw into {}", output),
           "name the plans, then the file: its name ends in .svg, .pdf or .png");
}

void check(const RenderOptions& options, const std::vector<std::string>& plans, const Console& console) {
    constexpr std::size_t most_maps = 12;
    const std::string& output = options.words.back();
    const std::size_t lines = std::max<std::size_t>(1, options.lines.size() + options.controls.size());
    if (plans.empty()) {
        refuse("no plan is named", "name the plans first, then the file: demarc render freeze map.svg");
    }
    if (options.difference && plans.size() == 1 && lines == 2) {
        const auto& [option, days] =
            options.controls.empty() ? std::pair{"--line", options.lines} : std::pair{"--control", options.controls};
        const std::string& second = days.size() == 2 ? days.back() : options.lines.front();
        refuse("--difference is of two plans on one line, and two lines are named",
               fmt::format("between two days: demarc compare {} {} {} {} {} --map {}", plans.front(), option,
                           days.front(), days.size() == 2 ? option : "--line", second, output));
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
    const PageSize size = size_from(options.page);
    SheetStyle style;
    style.theme = theme_from(options.page);
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
    style.title = one_line(options.page.title.empty() ? title_of(maps) : options.page.title);
    style.notes = notes_of(drawn, maps, style.shown);
    const print::TextLayout layout;
    if (const std::string note = layout.note(); !note.empty()) { console.note(note); }
    const layers::Sheet sheet = layers::sheet_of(maps, style, layout);
    write_page({sheet, description_of(maps), json_of(receipt_for(options, drawn, console)), format, options.page.dpi},
               layout, console.output(output), options.overwrite);
    console.say(fmt::format("wrote {}: {} map{}", output, maps.size(), maps.size() == 1 ? "" : "s"));
}

}  // namespace app
