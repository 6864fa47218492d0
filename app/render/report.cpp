// SPDX-License-Identifier: MIT
#include "app/render/report.h"

#include "app/clock.h"
#include "app/print/page/pdf_document.h"
#include "app/receipt/receipt.h"
#include "app/render/page_parts.h"
#include "app/render/sheet_words.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/model/line_words.h"
#include "layers/plan_language/plan_file.h"
#include "layers/report/html.h"
#include "layers/report/report_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace app {

namespace {

using report::escaped;

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

void check(const ReportOptions& options, const std::vector<std::string>& plans, const Console& console) {
    constexpr std::size_t most = 6;
    const std::string& output = options.words.back();
    const std::array known{".html", ".md", ".pdf"};
    if (std::none_of(known.begin(), known.end(), [&output](const char* ending) { return output.ends_with(ending); })) {
        refuse(fmt::format("cannot tell what to write into {}", output),
               "name the plans, then the file: its name ends in .html, .md or .pdf");
    }
    if (plans.empty()) {
        refuse("no plan is named", "name the plans first, then the file: demarc report freeze report.html");
    }
    for (auto plan = plans.begin(); plan != plans.end(); ++plan) {
        if (std::find(plans.begin(), plan, *plan) != plan) { refuse(*plan + " is named twice", "name each plan once"); }
    }
    if (plans.size() > most) { refuse(fmt::format("{} plans are too many for a page", plans.size()), "six at most"); }
    if (!options.overwrite && geo::exists(console.output(output))) {
        refuse(output + " exists", "give --overwrite to replace it");
    }
}

std::string title_of(const ReportOptions& options, const std::vector<layers::Plan>& plans) {
    if (!options.title.empty()) { return one_line(options.title); }
    std::string title;
    for (const layers::Plan& plan : plans) { title += (title.empty() ? "" : " | ") + report::title_of(plan); }
    return one_line(title);
}

std::string contents_html(const std::vector<layers::Plan>& plans, bool has_changes) {
    std::string html = fmt::format("<nav aria-label=\"{}\"><ul>\n", escaped(tr("Contents")));
    const auto add = [&html](const std::string& id, const std::string& words) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(id), escaped(words));
    };
    if (has_changes) { add("changes", tr("What changes")); }
    for (std::size_t i = 0; i < plans.size(); ++i) { add(fmt::format("plan-{}", i + 1), report::title_of(plans[i])); }
    add("method", tr("Method"));
    add("data", tr("Data"));
    add("receipt", tr("Receipt"));
    return html + "</ul></nav>\n";
}

/// What a report is made of, whatever its format.
struct Parts {
    const std::vector<std::unique_ptr<const Drawn>>& drawn;
    std::string title;
    std::vector<report::PlanAreas> areas;
    std::optional<report::Document> changes;
    std::vector<report::Document> plans;
    report::Document method;
    Receipt receipt;

    const Drawn& all() const { return *drawn.front(); }
    std::vector<layers::SheetMap> maps() const { return maps_of(drawn, false, layers::Theme::light); }
};

/// Between two plans; of one, what changes against the land as it is held.
std::optional<report::Document> changes_in(const Drawn& drawn, bool draws) {
    constexpr const char* as_held = "as-held";
    const layers::Plan& first = drawn.plans.front();
    if (drawn.plans.size() == 2) { return report::change_part({first, drawn.plans.back(), drawn.land, drawn.redrawn}); }
    if (drawn.plans.size() > 2 || first.name == as_held) { return std::nullopt; }
    layers::PlanOptions options;
    options.sides = first.sides;
    const layers::Plan held = layers::load_plan(as_held, drawn.land.units.units, options);
    report::Document part = report::change_part({held, first, drawn.land});
    part.add_words(tr("Compared with the land as it is held: {}", line_words(drawn.land.control().info)), true);
    if (draws) {
        part.add_words(tr("± of what changes is without the draws here; demarc compare as-held has it with them"),
                       true);
    }
    return part;
}

Parts parts_of(const ReportOptions& options, const std::vector<std::unique_ptr<const Drawn>>& drawn, Console& console) {
    const Drawn& all = *drawn.front();
    Parts made{drawn,
               title_of(options, all.plans),
               {},
               changes_in(all, !options.inputs.draws.empty()),
               {},
               report::method_part(all.land),
               receipt_of(console, input_names(options.inputs, all.land), all.plans, options.words.back())};
    for (const layers::PlanView& view : all.views) { made.areas.push_back({*view.plan, view.table}); }
    for (std::size_t i = 0; i < made.areas.size(); ++i) {
        made.plans.push_back(report::plan_part(made.areas[i], all.land, i + 1));
    }
    return made;
}

std::string receipt_words() {
    return tr("how this page came about; demarc verify makes it again");
}

std::string page_of(const Parts& made) {
    const Drawn& all = made.all();
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"demarc {}\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<header><h1>{}</h1>\n<p class=\"faint\">{}</p>\n{}"
        "</header>\n<main>\n",
        layers::language(), DEMARC_VERSION, escaped(made.title), page_file("report.css"), escaped(made.title),
        escaped(line_words(all.land.control().info)), contents_html(all.plans, made.changes.has_value()));
    html += fmt::format("<section id=\"maps\"><h2>{}</h2>\n{}</section>\n", escaped(tr("Maps")),
                        maps_html(made.maps(), made.areas));
    if (made.changes) { html += to_html(*made.changes); }
    for (const report::Document& plan : made.plans) { html += to_html(plan); }
    html += to_html(made.method) + downloads_html(made.areas, all.land);
    html += fmt::format("<section id=\"receipt\"><h2>{}</h2>\n<p class=\"faint\">{}</p>\n<pre>{}</pre></section>\n",
                        escaped(tr("Receipt")), escaped(receipt_words()),
                        escaped(report::to_json(record_of(made.receipt))));
    return html + fmt::format(
                      "</main>\n<script type=\"application/json\" id=\"demarc-receipt\">{}</script>\n<script>\n{}"
                      "</script>\n</body>\n</html>\n",
                      report::json_in_html(json_of(made.receipt)), page_file("report.js"));
}

/// All but the maps, one after another.
report::Document words_of(const Parts& made) {
    report::Document document;
    if (made.changes) { document.add(*made.changes); }
    for (const report::Document& plan : made.plans) { document.add(plan); }
    document.add(made.method);
    return document;
}

std::string markdown_of(const Parts& made) {
    report::Document document;
    document.add(report::Document::Heading{made.title, 1});
    document.add_words(line_words(made.all().land.control().info), true);
    document.add(words_of(made));
    return to_markdown(document);
}

/// A page of maps, as demarc render has it, and behind it the words.
std::string pdf_of(const Parts& made) {
    constexpr double mm = 96 / 25.4;
    layers::SheetStyle style;
    style.width = 210 * mm;
    style.height = 297 * mm;
    const std::vector<layers::SheetMap> maps = made.maps();
    style.shown = box_for("plan", maps);
    style.title = made.title;
    style.notes = notes_of(made.drawn, maps, style.shown);
    const print::TextLayout layout;
    return print::to_pdf(layers::sheet_of(maps, style, layout), words_of(made), layout,
                         geo::to_text(std::optional{today()}) + "T00:00:00Z");
}

}  // namespace

void report_page(const ReportOptions& options, Console& console) {
    const std::string& output = options.words.back();
    const std::vector<std::string> names{options.words.begin(), options.words.end() - 1};
    check(options, names, console);
    const auto drawn = draw_plans(like_inputs(options.inputs), names, layers::Theme::light, console);
    const Parts made = parts_of(options, drawn, console);
    const std::string path = console.output(output);
    if (output.ends_with(".html")) {
        geo::write_file(path, page_of(made), options.overwrite);
    } else {
        geo::write_file(path, output.ends_with(".md") ? markdown_of(made) : pdf_of(made), json_of(made.receipt),
                        options.overwrite);
    }
    const std::size_t count = made.areas.size();
    console.say(fmt::format("wrote {}: {} plan{}", output, count, count == 1 ? "" : "s"));
}

}  // namespace app
