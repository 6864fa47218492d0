// SPDX-License-Identifier: MIT
#include "app/render/pack_words.h"

#include "app/render/sheet_words.h"
#include "layers/model/estimate_words.h"
#include "layers/model/line_words.h"
#include "layers/model/sliver_words.h"
#include "layers/model/text_age.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// To a hundred below ten thousand, to a thousand above, to ten below a thousand, in full below a hundred.
std::string about(geo::SquareKilometres area) {
    const double value = area.value();
    const double step = value >= 10'000 ? 1000 : value >= 1000 ? 100 : value >= 100 ? 10 : 1;
    return layers::with_thousands(std::round(value / step) * step);
}

std::string titled(const layers::Plan& plan) {
    const std::string title = plan.title.empty() ? plan.name : local_title(plan);
    return plan.date ? fmt::format("{} ({})", title, geo::to_text(plan.date)) : title;
}

/// " (the text is unclear)", or of how much of it that is so; empty if it is clear.
std::string unclear_words(const layers::Estimate& estimate) {
    if (!estimate.unclear) { return {}; }
    const bool in_part = estimate.open && about(*estimate.open) != about(estimate.area);
    return " " + (in_part ? tr("(of which the text is unclear on about {} km²)", about(*estimate.open))
                          : tr("(the text is unclear)"));
}

/// "Ukraine withdraws about 5,200 km²", with what other readings make of it; empty for nothing in any of them.
std::string figure_of(const std::string& what, const layers::Estimate& estimate) {
    constexpr geo::SquareKilometres worth_saying{0.5};
    const auto& readings = estimate.readings;
    const geo::SquareKilometres most = readings ? std::max(estimate.area, readings->most) : estimate.area;
    if (most < worth_saying) { return {}; }
    if (estimate.redrawn && !readings) {  // what is drawn along a smooth line is too small
        return tr("{} about {} km²", what, about(*estimate.redrawn)) + unclear_words(estimate);
    }
    std::string figure = estimate.area < worth_saying ? tr("{} up to about {} km² by one reading", what, about(most))
                                                      : tr("{} about {} km²", what, about(estimate.area));
    if (readings && estimate.area >= worth_saying) {
        const geo::SquareKilometres least = std::min({readings->least, readings->most, estimate.area});
        const std::string low = about(least), high = about(most);
        if (low != high) { figure += " " + tr("({} to {} by other readings)", low, high); }
    }
    return figure + unclear_words(estimate);
}

/// What would be an emphasis or a link in Markdown.
std::string in_markdown(const std::string& words) {
    std::string safe;
    for (const char c : words) {
        if (std::string_view{"\\`*_[]<>#|"}.find(c) != std::string_view::npos) { safe += '\\'; }
        safe += c;
    }
    return safe;
}

/// Of the map of the difference, where there is one.
std::string caption_of_changes(const Drawn& drawn) {
    if (!drawn.comparison) { return {}; }
    const layers::Comparison& comparison = *drawn.comparison;
    const layers::Plan &a = *drawn.views[0].plan, &b = *drawn.views[1].plan;
    std::vector<std::string> figures;
    for (const layers::StatusClass& from : comparison.classes_from()) {
        for (const layers::StatusClass& to : comparison.classes_to()) {
            if (layers::change_of(from, to) == layers::Change::none) { continue; }
            const std::string what = fmt::format("{} → {}:", in_words(from, a.sides), in_words(to, b.sides));
            std::string figure = figure_of(what, comparison.of(from, to));
            if (!figure.empty()) { figures.push_back(std::move(figure)); }
        }
    }
    if (figures.empty()) { return {}; }
    return "\n" +
           fmt::format("{}: {}.\n", tr("What changes from {} to {}", titled(a), titled(b)), fmt::join(figures, "; "));
}

}  // namespace

std::string captions_of(const Drawn& drawn) {
    std::string captions;
    for (const layers::PlanView& view : drawn.views) {
        const std::vector<layers::StatusClass> classes = view.table.classes();
        std::vector<std::string> figures;
        for (const layers::StatusClass& one : classes) {
            if (one == layers::untouched) { continue; }
            std::string figure = figure_of(layers::class_words(one, classes, view.plan->sides), view.table.of(one));
            if (!figure.empty()) { figures.push_back(std::move(figure)); }
        }
        for (const layers::Zone& zone : view.plan->zones) {
            const std::string title = zone.title.empty() ? zone.id : view.plan->sides.text(zone.title);
            std::string figure = figure_of(title + ":", view.table.of_zone(zone.id));
            if (!figure.empty()) { figures.push_back(std::move(figure)); }
        }
        if (!captions.empty()) { captions += "\n"; }
        const layers::LineInfo& line = layers::line_under(*view.plan, drawn.land);
        const std::string age = layers::text_age_words({view.plan}, line);
        const std::string slivers = layers::sliver_words(drawn.land.lines[drawn.land.line_index(view.plan->line)]);
        captions += fmt::format("{}: {}. {}\n", titled(*view.plan), fmt::join(figures, "; "),
                                tr("Measured on: {}.", line_words(line) + (age.empty() ? "" : "; " + age) +
                                                           (slivers.empty() ? "" : "; " + slivers)));
    }
    return captions + caption_of_changes(drawn);
}

std::string alternatives_of(const std::vector<layers::SheetMap>& maps) {
    std::string words;
    for (const layers::SheetMap& map : maps) {
        if (!words.empty()) { words += "\n"; }
        words += description_of({map}) + ".\n";
    }
    return words;
}

std::string sources_of(const std::vector<std::unique_ptr<const Drawn>>& drawn) {
    const Drawn& all = *drawn.front();
    std::string text = fmt::format("# {}\n", tr("Sources"));
    for (const layers::Plan& plan : all.plans) {
        text += fmt::format("\n## {}\n\n", in_markdown(titled(plan)));
        for (const auto& [key, source] : plan.sources) {
            const std::string title = in_markdown(source.title.empty() ? source.publisher : source.title);
            const std::string link = layers::link_of(source);
            text += link.empty() ? fmt::format("- {}", title) : fmt::format("- [{}](<{}>)", title, link);
            if (link.empty() && !source.address.empty()) { text += ", " + in_markdown(source.address); }
            for (const std::string& more : {source.title.empty() ? std::string{} : source.publisher, source.date}) {
                if (!more.empty()) { text += ", " + in_markdown(more); }
            }
            text += "\n";
        }
    }
    const std::vector<layers::SheetMap> maps = maps_of(drawn, false, layers::Theme::light);
    text += fmt::format("\n## {}\n\n", tr("Method"));
    std::vector<std::string> notes = notes_of(drawn, maps, maps.front().content.frame->whole);
    for (const std::string& note : notes) {
        if (!note.starts_with(tr("sources") + ": ")) { text += "- " + in_markdown(note) + "\n"; }
    }
    return text;
}

}  // namespace app
