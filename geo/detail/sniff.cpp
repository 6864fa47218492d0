// SPDX-License-Identifier: MIT
#include "geo/detail/sniff.h"

#include "geo/detail/endings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace geo::detail {

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view bytes, format, words;
};

constexpr std::array magics{Magic{"\x1f\x8b"sv, "gzip", "gzip"},
                            Magic{"PK\x03\x04"sv, "zip", "a zip archive"},
                            Magic{"PK\x05\x06"sv, "zip", "an empty zip archive"},
                            Magic{"SQLite format 3\0"sv, "gpkg", "a GeoPackage or another SQLite database"},
                            Magic{"fgb\x03"sv, "fgb", "FlatGeobuf"},
                            Magic{"\x00\x00\x27\x0a"sv, "shp", "a Shapefile"},
                            Magic{"PAR1"sv, "", "Parquet, which Debian's GDAL cannot read"},
                            Magic{"ARROW1"sv, "", "Arrow, which Debian's GDAL cannot read"},
                            Magic{"\xff\xfe"sv, "", "UTF-16 text"},
                            Magic{"\xfe\xff"sv, "", "UTF-16 text"},
                            Magic{"%PDF"sv, "", "a PDF"},
                            Magic{"\x89PNG"sv, "", "a picture"},
                            Magic{"\xff\xd8\xff"sv, "", "a picture"},
                            Magic{"II*\0"sv, "", "a picture"},
                            Magic{"MM\0*"sv, "", "a picture"},
                            Magic{"7z\xbc\xaf"sv, "", "a 7z archive"},
                            Magic{"Rar!"sv, "", "a RAR archive"},
                            Magic{"\xfd"
                                  "7zXZ"sv,
                                  "tar", "packed with xz"},
                            Magic{"\x28\xb5\x2f\xfd"sv, "tar", "packed with zstd"},
                            Magic{"BZh"sv, "tar", "packed with bzip2"}};

/// Names that GDAL would take for connections, were they the content of a file.
constexpr std::array connections{"pg:"sv,   "postgresql:"sv, "mysql:"sv,      "mssql:"sv,   "oci:"sv,   "wfs:"sv,
                                 "wfs3:"sv, "oapif:"sv,      "es:"sv,         "http://"sv,  "ftp://"sv, "https:"sv,
                                 "csw:"sv,  "s3:"sv,         "couchdb:"sv,    "mongodb:"sv, "/vsi"sv,   "carto:"sv,
                                 "ngw:"sv,  "odbc:"sv,       "[credentials"sv};

std::string_view after_space(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    const std::size_t first = text.find_first_not_of(" \t\r\n\x1e");
    return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

/// The first element's name without its prefix, past declarations and comments.
std::string_view root_of(std::string_view xml) {
    for (;;) {
        xml = after_space(xml);
        const std::string_view end = xml.starts_with("<!--") ? "-->"sv : xml.starts_with("<?") ? "?>"sv : ">"sv;
        if (!xml.starts_with("<?") && !xml.starts_with("<!")) { break; }
        const std::size_t close = xml.find(end);
        if (close == std::string_view::npos) { return {}; }
        xml.remove_prefix(close + end.size());
    }
    if (!xml.starts_with('<')) { return {}; }
    std::string_view name = xml.substr(1, xml.find_first_of(" \t\r\n/>", 1) - 1);
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) { name.remove_prefix(colon + 1); }
    return name;
}

Content look_at_xml(std::string_view text) {
    const std::string_view root = root_of(text);
    if (root == "kml") { return {"kml", "KML"}; }
    if (root == "osm") { return {"osm", "OpenStreetMap data"}; }
    if (root == "gpx") { return {"gpx", "GPX"}; }
    const bool is_html = lower(root) == "html" || lower(text.substr(0, 14)) == "<!doctype html";
    if (is_html) { return {"", "a web page, such as a server's error or log-in page"}; }
    if (root.starts_with("OGRVRT") || root.starts_with("VRTDataset")) {
        return {"", "a GDAL virtual format (VRT), which names other files and addresses"};
    }
    if (root.starts_with("OGRWFS") || root.ends_with("Capabilities")) {
        return {"", "the description of a map server, which names addresses"};
    }
    if (root.find("Exception") != std::string_view::npos) { return {"", "a server's error answer"}; }
    if (root == "FeatureCollection" || text.substr(0, 4096).find("opengis.net/gml") != std::string_view::npos) {
        return {"gml", "GML"};
    }
    return {"", root.empty() ? "XML" : fmt::format("XML of <{}>", root.substr(0, 40))};
}

bool is_text(std::string_view bytes) {
    return std::none_of(bytes.begin(), bytes.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < ' ' && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\x1e';
    });
}

bool has_columns(std::string_view text) {
    const std::string line = lower(text.substr(0, text.find('\n')));
    constexpr std::array wkt{"wkt"sv, "geom"sv, "polygon"sv, "linestring"sv, "point"sv};
    return line.starts_with("sep=") || line.find_first_of(",;\t") != std::string::npos ||
           std::any_of(wkt.begin(), wkt.end(), [&](auto word) { return line.find(word) != std::string::npos; });
}

}  // namespace

Content look_at_content(std::string_view bytes) {
    for (const Magic& magic : magics) {
        if (bytes.starts_with(magic.bytes)) { return {magic.format, std::string{magic.words}}; }
    }
    if (bytes.substr(0, 32).find("\x0a\x09OSMHeader"sv) == 4) { return {"osm", "OpenStreetMap data"}; }
    if (bytes.size() > 262 && bytes.substr(257, 5) == "ustar") { return {"tar", "a tar archive"}; }
    const std::string_view head = bytes.substr(0, 4096), text = after_space(bytes);
    if (text.starts_with('{') || text.starts_with('[')) {
        if (lower(text.substr(0, 12)) != "[credentials") { return {"json", "JSON"}; }
    }
    if (text.starts_with('<')) { return look_at_xml(text); }
    if (!is_text(head)) { return {"", "of a binary format that demarc does not know"}; }
    const std::string start = lower(text.substr(0, 24));
    const auto begins = [&start](std::string_view word) { return start.starts_with(word); };
    if (std::any_of(connections.begin(), connections.end(), begins)) {
        return {"", "the address of a database or server"};
    }
    if (start.starts_with("!table")) { return {"tab", "a MapInfo table"}; }
    if (start.starts_with("version") && lower(head).find("\ncharset") != std::string::npos) {
        return {"mif", "MapInfo text"};
    }
    if (start.starts_with("0\nsection") || start.starts_with("0\r\nsection") || start.starts_with("999")) {
        return {"dxf", "DXF"};
    }
    if (has_columns(text)) { return {"csv", "text in columns"}; }
    return {"", "text of no kind that demarc knows"};
}

}  // namespace geo::detail
