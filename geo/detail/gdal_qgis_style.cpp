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

std::string symbol(const StyleEntry& entry, std::size_t number) {
    const bool is_line = entry.fill.empty();
    const std::string options = is_line ? fmt::format(R"(<Option type="QString" name="line_color" value="{}"/>)"
                                                      R"(<Option type="QString" name="line_width" value="0.6"/>)",
                                                      rgba(entry.stroke, 1))
                                        : fmt::format(R"(<Option type="QString" name="color" value="{}"/>)"
                                                      R"(<Option type="QString" name="outline_color" value="{}"/>)"
                                                      R"(<Option type="QString" name="outline_width" value="0.2"/>)",
                                                      rgba(entry.fill, entry.fill_opacity), rgba(entry.stroke, 1));
    return fmt::format(
        R"(<symbol type="{}" name="{}" alpha="1"><layer class="{}" enabled="1"><Option type="Map">{}</Option></layer></symbol>)",
        is_line ? "line" : "fill", number, is_line ? "SimpleLine" : "SimpleFill", options);
}

std::string qml(const LayerStyle& style) {
    std::string categories, symbols;
    for (std::size_t i = 0; i < style.entries.size(); ++i) {
        const StyleEntry& entry = style.entries[i];
        categories += fmt::format(R"(<category symbol="{}" value="{}" label="{}" render="true" type="string"/>)", i,
                                  xml(entry.value), xml(entry.label));
        symbols += symbol(entry, i);
    }
    return fmt::format(R"(<!DOCTYPE qgis><qgis version="3.22"><renderer-v2 type="categorizedSymbol" attr="{}">)"
                       "<categories>{}</categories><symbols>{}</symbols></renderer-v2></qgis>",
                       style.field, categories, symbols);
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
