// SPDX-License-Identifier: MIT
#include "app/render/page_parts.h"

#include "app/print/page/svg_sheet.h"
#include "geo/error.h"
#include "layers/map/legend.h"
#include "layers/map/plan_layers.h"
#include "layers/model/estimate_words.h"
#include "layers/report/html.h"
#include "layers/report/report_parts.h"
#include "layers/report/workbook.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

// Made by layers/embed.cmake.
extern "C" {
struct DemarcPageFile {
    const char* name;
    const char* begin;
    const char* end;
};
extern const DemarcPageFile demarc_page_files[];
}

namespace app {

namespace {

using report::escaped;

/// What the map shows, in a sentence of figures.
std::string description_of(const report::PlanAreas& areas) {
    std::string words;
    for (const layers::StatusClass& status_class : areas.table.classes()) {
        words += fmt::format("{}{}: {}", words.empty() ? "" : "; ", in_words(status_class, areas.plan.sides),
                             spoken_text(areas.table.of(status_class)));
    }
    return words;
}

std::string map_html(const layers::SheetMap& map, const report::PlanAreas& areas, const layers::MapBox& shown,
                     std::size_t number) {
    constexpr double width = 540;  // near that of its place: words keep their size
    layers::SheetStyle style;
    style.is_bare = true;
    style.width = width;
    style.height =
        std::clamp(width * (shown.north - shown.south) / (shown.east - shown.west), width * 0.5, width * 1.2);
    style.shown = shown;
    style.title = report::title_of(areas.plan);
    const print::TextLayout layout;
    layers::Sheet sheet = layers::sheet_of({map}, style, layout);
    layers::add_targets(map, style, sheet);
    print::SvgOptions options;
    options.prefix = fmt::format("m{}-", number);
    options.is_inline = true;
    options.description = description_of(areas);
    return fmt::format("<figure><figcaption>{}</figcaption><div class=\"map\">{}</div></figure>\n",
                       escaped(style.title), print::to_svg(sheet, layout, options));
}

std::string css_colour(layers::Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

/// The hatch of a swatch, as CSS draws it.
std::string css_hatch(layers::Hatch hatch, const std::string& colour) {
    using layers::Hatch;
    const auto lines = [&colour](const char* angle) {
        return fmt::format("repeating-linear-gradient({}, {} 0 1.4px, transparent 1.4px 6px)", angle, colour);
    };
    switch (hatch) {
        case Hatch::rising:
            return lines("135deg");
        case Hatch::falling:
            return lines("45deg");
        case Hatch::crossed:
            return lines("135deg") + ", " + lines("45deg");
        case Hatch::level:
            return lines("0deg");
        case Hatch::upright:
            return lines("90deg");
        case Hatch::dots:
            return fmt::format("radial-gradient({} 1.4px, transparent 1.6px) 0 0 / 7px 7px", colour);
        case Hatch::none:
            break;
    }
    return {};
}

std::string entry_html(const layers::LegendEntry& entry) {
    const std::string text = escaped(entry.text);
    if (entry.is_line) {
        return fmt::format("<li><span class=\"swatch line\" style=\"color:{}\"></span>{}</li>\n",
                           css_colour(entry.colour), text);
    }
    const layers::Colour land = layers::palette(layers::Theme::light).land;
    const std::string ground = css_colour(blended(entry.colour, land)),
                      hatch = css_hatch(entry.hatch, css_colour(entry.hatch_colour));
    return fmt::format("<li><span class=\"swatch\" style=\"background:{}{}{}\"></span>{}</li>\n", hatch,
                       hatch.empty() ? "" : ", ", ground, text);
}

/// RFC 4648, 4: bytes that are no text.
std::string in_base64(std::string_view bytes) {
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        std::uint32_t group = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            group = group << 8U | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) { text += i <= count ? digits[group >> (18 - 6 * i) & 63U] : '='; }
    }
    return text;
}

/// A text that a script in the page can take out again as it was.
std::string data_html(const std::string& id, const char* type, const std::string& text) {
    const std::string json = report::json_in_html(nlohmann::json(text).dump());
    return fmt::format("<script type=\"application/json\" id=\"{}\" data-type=\"{}\">{}</script>\n", id, type, json);
}

}  // namespace

std::string_view page_file(std::string_view name) {
    for (const DemarcPageFile* file = demarc_page_files; file->name != nullptr; ++file) {
        if (name == file->name) { return {file->begin, static_cast<std::size_t>(file->end - file->begin)}; }
    }
    throw geo::Error{"there is no page file " + std::string{name}};
}

std::string maps_html(const std::vector<layers::SheetMap>& maps, const std::vector<report::PlanAreas>& areas) {
    const layers::MapBox shown = box_for("plan", maps);
    std::string html;
    if (maps.size() == 2) {
        html += fmt::format(
            "<div class=\"controls\"><button type=\"button\" id=\"mode\" aria-pressed=\"false\">{}</button>"
            "<label hidden>{} <input type=\"range\" id=\"wipe\" min=\"0\" max=\"100\" value=\"50\"></label></div>\n",
            escaped(tr("one over the other")), escaped(tr("divider")));
    }
    html += fmt::format(
        "<div class=\"controls\"><button type=\"button\" id=\"zoom-in\">{}</button><button type=\"button\" "
        "id=\"zoom-out\">{}</button><button type=\"button\" id=\"zoom-all\">{}</button></div>\n"
        "<p class=\"told\" id=\"told\" aria-live=\"polite\"></p>\n<div id=\"stage\"><div class=\"maps\">\n",
        escaped(tr("larger")), escaped(tr("smaller")), escaped(tr("whole map")));
    for (std::size_t i = 0; i < maps.size(); ++i) { html += map_html(maps[i], areas[i], shown, i + 1); }
    return html + "</div></div>\n" + legend_html(maps);
}

std::string legend_html(const std::vector<layers::SheetMap>& maps) {
    const layers::MapBox shown = box_for("plan", maps);
    std::vector<std::string> seen;
    std::string html = "<ul class=\"legend\">\n";
    for (const layers::SheetMap& map : maps) {
        for (const layers::LegendEntry& entry : layers::legend_of(*map.content.a, map.content, {}, shown)) {
            if (entry.is_note || std::find(seen.begin(), seen.end(), entry.text) != seen.end()) { continue; }
            seen.push_back(entry.text);
            html += entry_html(entry);
        }
    }
    return html + "</ul>\n";
}

std::string downloads_html(const std::vector<report::PlanAreas>& areas, const layers::Overlay& land) {
    std::string buttons, data;
    int count = 0;
    const auto add = [&](const std::string& name, const char* type, const std::string& text) {
        const std::string id = fmt::format("data-{}", ++count);
        buttons += fmt::format("<button type=\"button\" data-download=\"{0}\" data-name=\"{1}\">{1}</button>\n",
                               escaped(id), escaped(name));
        data += data_html(escaped(id), type, text);
    };
    const auto add_bytes = [&](const std::string& name, const char* type, const std::string& bytes) {
        add(name, type, in_base64(bytes));
        data.insert(data.rfind(" data-type="), " data-base64");
    };
    add("areas.csv", "text/csv", "\xEF\xBB\xBF" + report::areas_csv(areas, land));  // a spreadsheet asks for the mark
    geo::Dataset workbook;
    add_sheet("figures", report::areas_rows(areas, land), workbook);
    add_bytes("areas.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              geo::to_bytes(workbook, "xlsx"));
    add("areas.json", "application/json", report::areas_json(areas, land));
    for (const report::PlanAreas& one : areas) {
        std::string name = one.plan.name;
        std::replace(name.begin(), name.end(), '@', '-');
        add(name + ".geojson", "application/geo+json",
            geo::to_geojson(layers::layers_of(one.plan, land, {"status", "zone", "line"}).dataset));
    }
    return fmt::format(
        "<section id=\"data\" class=\"downloads\"><h2>{}</h2>\n<div class=\"controls\">{}</div>\n{}</section>\n",
        escaped(tr("Data")), buttons, data);
}

}  // namespace app
