// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_write.h"

#include <fmt/format.h>

namespace geo::detail {

namespace {

std::string escaped(std::string_view text, char character, std::string_view by) {
    std::string result;
    for (const char c : text) {
        if (c == character) {
            result += by;
        } else {
            result += c;
        }
    }
    return result;
}

std::string xml(const std::string& text) {
    return escaped(escaped(escaped(text, '&', "&amp;"), '<', "&lt;"), '"', "&quot;");
}

/// "r,g,b,a", as QGIS writes colours.
std::string rgba(const std::string& hex, double opacity) {
    const auto channel = [&hex](std::size_t at) { return std::stoi(hex.substr(at, 2), nullptr, 16); };
    return fmt::format("{},{},{},{}", channel(1), channel(3), channel(5), static_cast<int>(opacity * 255));
}

constexpr double mm_per_px = 25.4 / 96;

std::string option(std::string_view name, const std::string& value) {
    return fmt::format(R"(<Option type="QString" name="{}" value="{}"/>)", name, value);
}

std::string layer(std::string_view kind, const std::string& options, const std::string& within = "") {
    return fmt::format(R"(<layer class="{}" enabled="1" pass="0" locked="0"><Option type="Map">{}</Option>{}</layer>)",
                       kind, options, within);
}

std::string symbol(std::string_view type, const std::string& name, const std::string& layers) {
    return fmt::format(R"(<symbol type="{}" name="{}" alpha="1" clip_to_extent="1">{}</symbol>)", type, name, layers);
}

/// Lines or dots over a fill; `name` is the symbol's, and `number` that of the layer in it.
std::string hatch_layer(double angle, bool is_dots, const std::string& colour, const std::string& name, int number) {
    constexpr double apart_mm = 9 * mm_per_px, wide_mm = 1.4 * mm_per_px;
    const std::string within = fmt::format("@{}@{}", name, number);
    if (is_dots) {
        const std::string dot =
            layer("SimpleMarker", option("name", "circle") + option("color", colour) + option("outline_style", "no") +
                                      option("size", fmt::format("{:.3f}", 2 * wide_mm)) + option("size_unit", "MM"));
        return layer("PointPatternFill",
                     option("distance_x", fmt::format("{:.3f}", apart_mm)) + option("distance_x_unit", "MM") +
                         option("distance_y", fmt::format("{:.3f}", apart_mm)) + option("distance_y_unit", "MM"),
                     symbol("marker", within, dot));
    }
    const std::string line =
        layer("SimpleLine", option("line_color", colour) + option("line_width", fmt::format("{:.3f}", wide_mm)) +
                                option("line_width_unit", "MM"));
    return layer("LinePatternFill",
                 option("angle", fmt::format("{}", angle)) + option("distance", fmt::format("{:.3f}", apart_mm)) +
                     option("distance_unit", "MM"),
                 symbol("line", within, line));
}

std::string hatch_layers(const StyleEntry& entry, const std::string& name) {
    const std::string colour = rgba(entry.stroke, 1);
    const auto lines = [&](double angle, int number) { return hatch_layer(angle, false, colour, name, number); };
    switch (entry.hatch) {
        case Hatch::rising:
            return lines(45, 1);
        case Hatch::falling:
            return lines(135, 1);
        case Hatch::crossed:
            return lines(45, 1) + lines(135, 2);
        case Hatch::level:
            return lines(0, 1);
        case Hatch::upright:
            return lines(90, 1);
        case Hatch::dots:
            return hatch_layer(0, true, colour, name, 1);
        case Hatch::none:
            break;
    }
    return {};
}

std::string symbol_of(const StyleEntry& entry, std::size_t number) {
    const std::string name = fmt::format("{}", number),
                      width = fmt::format("{:.3f}", entry.stroke_width_px * mm_per_px);
    if (entry.point_px > 0) {
        return symbol("marker", name,
                      layer("SimpleMarker", option("name", "circle") + option("color", rgba(entry.fill, 1)) +
                                                option("outline_color", rgba(entry.stroke, 1)) +
                                                option("size", fmt::format("{:.3f}", entry.point_px * mm_per_px)) +
                                                option("size_unit", "MM")));
    }
    if (entry.fill.empty()) {
        return symbol("line", name,
                      layer("SimpleLine", option("line_color", rgba(entry.stroke, 1)) + option("line_width", width) +
                                              option("line_width_unit", "MM")));
    }
    return symbol("fill", name,
                  layer("SimpleFill", option("color", rgba(entry.fill, entry.fill_opacity)) +
                                          option("style", entry.fill_opacity > 0 ? "solid" : "no") +
                                          option("outline_color", rgba(entry.stroke, 1)) +
                                          option("outline_width", width) + option("outline_width_unit", "MM")) +
                      hatch_layers(entry, name));
}

/// Words with a halo: on what lies under a point's words nothing can be told otherwise.
std::string labelling(const LayerStyle& style) {
    const bool of_points = !style.entries.empty() && style.entries.front().point_px > 0;
    return fmt::format(R"(<labeling type="simple"><settings calloutType="simple">)"
                       R"(<text-style fieldName="{}" isExpression="0" fontSize="{}" fontSizeUnit="Point" )"
                       R"(textColor="32,32,32,255" textOpacity="1">)"
                       R"(<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" )"
                       R"(bufferColor="255,255,255,217" bufferOpacity="0.85" bufferJoinStyle="128"/></text-style>)"
                       R"(<placement placement="{}" dist="1" distUnits="MM"/>)"
                       R"(<rendering obstacle="1" drawLabels="1"/></settings></labeling>)",
                       style.label_field, of_points ? 8 : 9, of_points ? 6 : 1);
}

std::string qml(const LayerStyle& style) {
    std::string categories, symbols;
    for (std::size_t i = 0; i < style.entries.size(); ++i) {
        const StyleEntry& entry = style.entries[i];
        categories += fmt::format(R"(<category symbol="{}" value="{}" label="{}" render="true" type="string"/>)", i,
                                  xml(entry.value), xml(entry.label));
        symbols += symbol_of(entry, i);
    }
    const bool is_labelled = !style.label_field.empty();
    return fmt::format(
        R"(<!DOCTYPE qgis><qgis version="3.22" labelsEnabled="{}"><renderer-v2 type="categorizedSymbol" attr="{}">)"
        "<categories>{}</categories><symbols>{}</symbols></renderer-v2>{}</qgis>",
        is_labelled ? 1 : 0, style.field, categories, symbols, is_labelled ? labelling(style) : "");
}

constexpr const char* make_table =
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT, "
    "f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, "
    "description TEXT, owner TEXT, ui TEXT, update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')))";

constexpr const char* register_table =
    "INSERT INTO gpkg_contents (table_name, data_type, identifier) "
    "VALUES ('layer_styles', 'attributes', 'layer_styles')";

}  // namespace

std::vector<std::string> qgis_styles(const std::vector<LayerStyle>& styles) {
    std::vector<std::string> statements{make_table, register_table};
    for (const LayerStyle& style : styles) {
        statements.push_back(fmt::format(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
            "VALUES ('', '', '{}', 'geom', '{}', '{}', '', 1, 'demarc', '', '1970-01-01T00:00:00.000Z')",
            style.layer, style.layer, escaped(qml(style), '\'', "''")));
    }
    return statements;
}

}  // namespace geo::detail
