// SPDX-License-Identifier: MIT
#include "app/render/report.h"

#include "app/receipt/receipt.h"
#include "app/render/page_parts.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/report/basis_words.h"
#include "layers/report/html.h"

#include <fmt/format.h>

#include <algorithm>

namespace app {

namespace {

using report::escaped;

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

void check(const ReportOptions& options, const std::vector<std::string>& plans, const Console& console) {
    constexpr std::size_t most = 6;
    const std::string& output = options.words.back();
    if (!output.ends_with(".html")) {
        refuse(fmt::format("cannot tell what to write into {}", output),
               "name the plans, then the file: its name ends in .html");
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
    if (!options.title.empty()) { return options.title; }
    std::string title;
    for (const layers::Plan& plan : plans) {
        title += (title.empty() ? "" : " | ") + (plan.title.empty() ? plan.name : local_title(plan));
    }
    return title;
}

std::string method_html(const layers::Overlay& land) {
    const layers::LineInfo& line = land.control().info;
    std::vector<std::string> lines{line_words(line), report::edges_words(), tr("units: {}", land.units.source.source)};
    if (std::string interval = layers::interval_words({&line}, land.interval); !interval.empty()) {
        lines.push_back(std::move(interval));
    }
    lines.push_back(layers::redrawn_words());
    lines.push_back(tr("(a–b) smallest and largest reading"));
    lines.push_back(tr("? the text is unclear"));
    lines.push_back(tr("every figure is rounded by itself: sums may differ from their parts by 1 km²"));
    std::string html = fmt::format("<section id=\"method\"><h2>{}</h2>\n<ul>\n", escaped(tr("Method")));
    for (const std::string& words : lines) { html += fmt::format("<li>{}</li>\n", escaped(words)); }
    return html + "</ul></section>\n";
}

std::string contents_html(const std::vector<layers::Plan>& plans, bool has_changes) {
    std::string html = fmt::format("<nav aria-label=\"{}\"><ul>\n", escaped(tr("Contents")));
    const auto add = [&html](const std::string& id, const std::string& words) {
        html += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", escaped(id), escaped(words));
    };
    if (has_changes) { add("changes", tr("What changes")); }
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const layers::Plan& plan = plans[i];
        add(fmt::format("plan-{}", i + 1), plan.title.empty() ? plan.name : local_title(plan));
    }
    add("method", tr("Method"));
    add("data", tr("Data"));
    add("receipt", tr("Receipt"));
    return html + "</ul></nav>\n";
}

}  // namespace

void report_page(const ReportOptions& options, Console& console) {
    const std::string& output = options.words.back();
    const std::vector<std::string> names{options.words.begin(), options.words.end() - 1};
    check(options, names, console);
    const auto drawn = draw_plans(like_inputs(options.inputs), names, layers::Theme::light, console);
    const Drawn& all = *drawn.front();
    const std::vector<layers::SheetMap> maps = maps_of(drawn, false, layers::Theme::light);
    std::vector<report::PlanAreas> areas;
    for (const layers::PlanView& view : all.views) { areas.push_back({*view.plan, view.table}); }
    const Receipt receipt = receipt_of(console, input_names(options.inputs, all.land), all.plans, output);
    const bool has_changes = all.plans.size() == 2;
    const std::string title = one_line(title_of(options, all.plans));
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
        "content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"demarc {}\">\n"
        "<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n<header><h1>{}</h1>\n<p class=\"faint\">{}</p>\n{}"
        "</header>\n<main>\n",
        layers::language(), DEMARC_VERSION, escaped(title), page_file("report.css"), escaped(title),
        escaped(line_words(all.land.control().info)), contents_html(all.plans, has_changes));
    html +=
        fmt::format("<section id=\"maps\"><h2>{}</h2>\n{}</section>\n", escaped(tr("Maps")), maps_html(maps, areas));
    if (has_changes) { html += change_html({all.plans[0], all.plans[1], all.land}); }
    for (std::size_t i = 0; i < areas.size(); ++i) { html += plan_html(areas[i], all.land, i + 1); }
    html += method_html(all.land) + downloads_html(areas, all.land);
    html += fmt::format("<section id=\"receipt\"><h2>{}</h2>\n<p class=\"faint\">{}</p>\n<pre>{}</pre></section>\n",
                        escaped(tr("Receipt")), escaped(tr("how this page came about; demarc verify makes it again")),
                        escaped(report::to_json(record_of(receipt))));
    html += fmt::format(
        "</main>\n<script type=\"application/json\" id=\"demarc-receipt\">{}</script>\n<script>\n{}</script>\n"
        "</body>\n</html>\n",
        report::json_in_html(json_of(receipt)), page_file("report.js"));
    geo::write_file(console.output(output), html, options.overwrite);
    console.say(fmt::format("wrote {}: {} plan{}", output, all.plans.size(), all.plans.size() == 1 ? "" : "s"));
}

}  // namespace app
