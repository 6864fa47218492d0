// SPDX-License-Identifier: MIT
#include "app/render/chart.h"

#include "app/receipt/receipt.h"
#include "app/render/page.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/chart/draw.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace app {

namespace {

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

PageFormat format_from(const std::string& output) {
    if (const auto format = page_format_of(output)) { return *format; }
    refuse(fmt::format("--chart: cannot tell what to draw into {}", output), "end its name in .svg, .pdf or .png");
}

/// Many days may be read before anything is written.
void require_room_for(const std::string& path, PageFormat format, bool overwrite) {
    if (!overwrite) {
        if (geo::exists(path)) { refuse(path + " exists", "give --overwrite to replace it"); }
        const std::string receipt = path + ".receipt.json";
        if (format == PageFormat::pdf && geo::exists(receipt)) {
            refuse(receipt + " exists", "give --overwrite to replace it");
        }
    }
    const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
    if (access(folder.c_str(), W_OK | X_OK) == 0) { return; }
    throw geo::Error{
        fmt::format("cannot write into the folder {}: {}", folder.string(), std::generic_category().message(errno)),
        "name another folder", geo::Error::Kind::bad_usage};
}

}  // namespace

DrawChart chart_drawer(const ChartOptions& options, Console& console) {
    const PageFormat format = format_from(options.output);
    const PageSize size = size_from(options.page);
    const layers::Theme theme = theme_from(options.page);
    require_room_for(console.output(options.output), format, options.overwrite);
    return [=, &console](const layers::Chart& made, const InputNames& inputs) {
        layers::Chart chart = made;
        if (!options.page.title.empty()) { chart.title = one_line(options.page.title); }
        const print::TextLayout layout;
        if (const std::string note = layout.note(); !note.empty()) { console.note(note); }
        const layers::ChartLayout laid = layers::layout_of(chart, size.width, size.height, layout);
        const layers::Sheet sheet = layers::sheet_of(laid, theme);
        const std::string receipt = json_of(receipt_of(console, inputs, {}, options.output));
        write_page({sheet, chart.description, receipt, format, options.page.dpi}, layout,
                   console.output(options.output), options.overwrite);
        if (!laid.without_room.empty()) {
            console.note(fmt::format("{}: {} units have no room on the chart, and are named on it", options.output,
                                     laid.without_room.size()));
        }
        console.say(fmt::format("wrote {}: {} panel{}", options.output, laid.panels.size(),
                                laid.panels.size() == 1 ? "" : "s"));
    };
}

}  // namespace app
