// SPDX-License-Identifier: MIT
#include "geo/detail/kml_document.h"

#include "geo/detail/endings.h"
#include "geo/detail/handles.h"
#include "geo/detail/kml_geometry.h"
#include "geo/error.h"

#include <expat.h>
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <exception>
#include <map>

namespace geo::detail {

namespace {

// More than people draw, and too little to do harm.
constexpr std::size_t deepest = 1000, most_fields = 10'000;
constexpr int most_alike = 100;  // fields of one name in a Placemark

/// Without its prefix, whose namespace files often forget to declare.
std::string_view local(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) { return {}; }
    return std::string{text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1)};
}

std::string attribute(const char** attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2) {
        if (local(attributes[0]) == name) { return attributes[1]; }
    }
    return {};
}

/// As a Schema declares it; text that is none stays text.
Value typed(const std::string& text, std::string_view type) {
    const auto number = [&text](auto value) -> Value {
        const char* const end = text.data() + text.size();
        const auto [stop, status] = std::from_chars(text.data(), end, value);
        return status == std::errc{} && stop == end ? Value{value} : Value{text};
    };
    if (type == "int" || type == "uint" || type == "short" || type == "ushort") { return number(std::int64_t{0}); }
    if (type == "float" || type == "double") { return number(0.0); }
    if (type == "bool" && (text == "1" || text == "true")) { return true; }
    if (type == "bool" && (text == "0" || text == "false")) { return false; }
    return text;
}

/// One way through the document: handlers of elements as expat meets them.
class Reader {
public:
    void start(std::string_view name, const char** attributes, int line) {
        if (open_.empty()) { require_root(name); }
        if (open_.size() > deepest) { throw Error{"elements lie in elements, too deep to be meant"}.at({"", line}); }
        open_.emplace_back(name);
        text_.clear();
        line_ = line;
        if (name == "Folder" || name == "Document") {
            folders_.emplace_back();
        } else if (name == "Placemark") {
            placemark_ = {};
            in_placemark_ = true;
            kinds_.clear();
            groups_ = 0;
        } else if (name == "Polygon") {
            outer_.clear();
            inner_.clear();
        } else if (has_positions(name)) {
            positions_.clear();
        } else if (name == "MultiGeometry" || name == "MultiTrack") {
            groups_ += is_inside("MultiGeometry") ? 0 : 1;
        } else if (name == "Data" || name == "SimpleData") {
            field_ = attribute(attributes, "name");
        } else if (name == "SimpleField") {
            types_[attribute(attributes, "name")] = attribute(attributes, "type");
        }
    }

    void text(std::string_view more) { text_ += more; }

    void end(std::string_view name) {
        open_.pop_back();
        const std::string_view parent = open_.empty() ? std::string_view{} : std::string_view{open_.back()};
        if (name == "Folder" || name == "Document") {
            folders_.pop_back();
        } else if (name == "Placemark") {
            finish_placemark();
        } else if (name == "href" && (parent == "Link" || parent == "Url") && is_inside("NetworkLink")) {
            document_.links.push_back(trimmed(text_));
        } else if (name == "name" && (parent == "Folder" || parent == "Document")) {
            folders_.back() = trimmed(text_);
        } else if (in_placemark_) {
            end_in_placemark(name, parent);
        } else if (name == "coordinates" && parent != "LatLonQuad") {
            ++outside_;
        }
        text_.clear();
    }

    KmlDocument finish() {
        note(outside_, "geometries left aside, as they belong to no Placemark");
        note(empty_, "geometries left aside, as they have no coordinates");
        note(models_, "three-dimensional models left aside");
        note(split_, "polygons with several outer rings, which KML does not know, read as several polygons each");
        return std::move(document_);
    }

private:
    void note(int count, std::string_view what) {
        if (count > 0) { document_.notes.push_back(fmt::format("{}: {}", what, count)); }
    }

    static void require_root(std::string_view name) {
        constexpr std::array roots{"kml", "Document", "Folder", "Placemark"};
        if (std::find(roots.begin(), roots.end(), name) == roots.end()) {
            throw Error{fmt::format("this is XML of <{}>, not KML", name), "export it as KML again"};
        }
    }

    bool is_inside(std::string_view name) const { return std::find(open_.begin(), open_.end(), name) != open_.end(); }

    Properties& properties() { return placemark_.feature.properties; }

    void add_property(const std::string& key, Value value) {
        if (key.empty()) { return; }
        std::string free = key;
        for (int again = 2; find(properties(), free) != nullptr && again < most_alike; ++again) {
            free = fmt::format("{}_{}", key, again);
        }
        if (properties().size() > most_fields) {
            throw Error{"a Placemark has too many fields to be meant"}.at({"", line_});
        }
        properties().emplace_back(free, std::move(value));
    }

    void end_in_placemark(std::string_view name, std::string_view parent) {
        const bool says = parent == "Placemark" && (name == "name" || name == "description" || name == "address");
        const bool spans = parent == "TimeSpan" && (name == "begin" || name == "end");
        if (says || spans) {
            add_property(std::string{name}, trimmed(text_));
        } else if ((name == "value" && parent == "Data") || name == "SimpleData") {
            const auto type = types_.find(field_);
            add_property(field_, typed(trimmed(text_), type == types_.end() ? "" : type->second));
        } else if (name == "when" && parent == "TimeStamp") {
            when_ = trimmed(text_);
        } else {
            end_geometry(name, parent);
        }
    }

    void end_geometry(std::string_view name, std::string_view parent) {
        if (name == "coordinates" && parent != "LatLonQuad") {
            require_place_of_coordinates(parent);
            read_positions([this] { positions_ = kml_coordinates(text_); });
        } else if (name == "coord" && parent == "Track") {
            read_positions([this] { positions_.push_back(kml_track_position(text_)); });
        } else if (name == "LinearRing" && (parent == "outerBoundaryIs" || parent == "innerBoundaryIs")) {
            if (positions_.empty()) {
                ++empty_;
            } else {
                (parent == "outerBoundaryIs" ? outer_ : inner_).push_back(positions_);
            }
        } else if (name == "LinearRing" && parent == "Polygon") {
            throw Error{"a Polygon's LinearRing lies in no boundary", "put it into outerBoundaryIs"}.at({"", line_});
        } else if (name == "LineString" || name == "LinearRing" || name == "Track") {
            add("LineString", [this] { placemark_.feature.shape.paths.push_back(positions_); });
        } else if (name == "Point") {
            add("Point", [this] { placemark_.feature.shape.points.push_back(positions_.front()); });
        } else if (name == "Polygon") {
            end_polygon();
        } else if (name == "Model") {
            ++models_;
        }
        if (has_positions(name)) { positions_.clear(); }
    }

    static bool has_positions(std::string_view name) {
        return name == "LineString" || name == "LinearRing" || name == "Point" || name == "Track";
    }

    void require_place_of_coordinates(std::string_view parent) const {
        if (!has_positions(parent)) {
            throw Error{fmt::format("coordinates stand in <{}>, where none belong", parent),
                        "put them into a LinearRing"}
                .at({"", line_});
        }
        if (!positions_.empty()) {
            throw Error{fmt::format("a {} has two lists of coordinates", parent), "draw two"}.at({"", line_});
        }
    }

    void end_polygon() {
        if (outer_.empty()) {
            if (!inner_.empty()) { throw Error{"a Polygon has no outer boundary", "draw one"}.at({"", line_}); }
            return;
        }
        if (outer_.size() > 1) { ++split_; }
        kinds_.emplace_back("Polygon");
        for (Polygon& polygon : kml_polygons(std::move(outer_), std::move(inner_))) {
            placemark_.feature.shape.region.polygons.push_back(std::move(polygon));
        }
        outer_.clear();
        inner_.clear();
    }

    template <class Take>
    void add(const char* kind, const Take& take) {
        if (positions_.empty()) {
            ++empty_;
            return;
        }
        kinds_.emplace_back(kind);
        take();
    }

    template <class Read>
    void read_positions(const Read& read) {
        try {
            read();
        } catch (const Error& error) {
            throw Error{error.problem(), error.remedy()}.at({"", line_ + std::max(error.place().line, 1) - 1});
        }
    }

    /// "MultiPolygon" for several of one kind, as GeoJSON calls it.
    std::string type() const {
        if (kinds_.empty()) { return {}; }
        const bool is_one_kind =
            std::all_of(kinds_.begin(), kinds_.end(), [this](auto& kind) { return kind == kinds_.front(); });
        if (!is_one_kind) { return "GeometryCollection"; }
        return (kinds_.size() > 1 || groups_ > 0 ? "Multi" : "") + kinds_.front();
    }

    void finish_placemark() {
        if (!when_.empty()) { add_property(find(properties(), "date") == nullptr ? "date" : "timestamp", when_); }
        when_.clear();
        in_placemark_ = false;
        placemark_.feature.shape.type = type();
        for (const std::string& folder : folders_) {
            if (!folder.empty()) { placemark_.folders.push_back(folder); }
        }
        document_.placemarks.push_back(std::move(placemark_));
        placemark_ = {};
    }

    KmlDocument document_;
    std::vector<std::string> open_, folders_, kinds_;
    std::map<std::string, std::string> types_;  // of fields, by Schema
    std::string text_, field_, when_;
    KmlPlacemark placemark_;
    bool in_placemark_ = false;
    std::vector<LonLat> positions_;
    std::vector<Ring> outer_, inner_;
    int line_ = 0, groups_ = 0, outside_ = 0, empty_ = 0, models_ = 0, split_ = 0;
};

/// expat is C: what a handler throws waits here until the parser has stopped.
struct Run {
    XML_Parser parser;
    Reader reader{};
    std::exception_ptr thrown{};

    template <class Handle>
    void guard(const Handle& handle) {
        if (thrown) { return; }
        try {
            handle();
        } catch (...) {
            thrown = std::current_exception();
            XML_StopParser(parser, XML_FALSE);
        }
    }
    int line() const { return static_cast<int>(XML_GetCurrentLineNumber(parser)); }
};

void on_start(void* data, const char* name, const char** attributes) {
    Run& run = *static_cast<Run*>(data);
    run.guard([&] { run.reader.start(local(name), attributes, run.line()); });
}

void on_end(void* data, const char* name) {
    Run& run = *static_cast<Run*>(data);
    run.guard([&] { run.reader.end(local(name)); });
}

void on_text(void* data, const char* text, int length) {
    Run& run = *static_cast<Run*>(data);
    run.guard([&] { run.reader.text({text, static_cast<std::size_t>(length)}); });
}

void on_entity(void* data, const char*, int, const char*, int, const char*, const char*, const char*, const char*) {
    Run& run = *static_cast<Run*>(data);
    run.guard([&] {
        throw Error{"it declares entities, which KML has no use for", "export it as KML again"}.at({"", run.line()});
    });
}

/// expat knows Unicode and Latin 1; old maps come in Windows code pages and KOI8, one byte a letter.
int on_encoding(void*, const char* name, XML_Encoding* encoding) {
    const std::string wanted = lower(name);
    constexpr std::array<std::string_view, 5> families{"windows-125", "cp125", "cp866", "koi8-", "iso-8859-"};
    const auto is_of = [&wanted](std::string_view family) { return wanted.starts_with(family); };
    if (std::none_of(families.begin(), families.end(), is_of)) { return XML_STATUS_ERROR; }
    const iconv_t raw = iconv_open("UCS-4LE", wanted.c_str());
    if (raw == reinterpret_cast<iconv_t>(-1)) { return XML_STATUS_ERROR; }
    const Owned<void, iconv_close> converter{raw};
    for (int byte = 0; byte < 256; ++byte) {
        char letter = static_cast<char>(byte);
        std::uint32_t code = 0;
        char *from = &letter, *to = reinterpret_cast<char*>(&code);
        std::size_t from_left = 1, to_left = sizeof code;
        const bool is_letter = iconv(raw, &from, &from_left, &to, &to_left) != static_cast<std::size_t>(-1);
        encoding->map[byte] = is_letter ? static_cast<int>(code) : -1;
    }
    encoding->data = nullptr;
    encoding->convert = nullptr;
    encoding->release = nullptr;
    return XML_STATUS_OK;
}

[[noreturn]] void refuse(XML_Parser parser, bool at_end) {
    const XML_Error code = XML_GetErrorCode(parser);
    const bool is_cut = at_end && (code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN ||
                                   code == XML_ERROR_UNCLOSED_CDATA_SECTION || code == XML_ERROR_PARTIAL_CHAR);
    throw Error{is_cut ? "the KML ends in the middle" : fmt::format("this is not XML: {}", XML_ErrorString(code)),
                is_cut ? "the file may have been cut short: fetch it again" : "export it as KML again"}
        .at({"", static_cast<int>(XML_GetCurrentLineNumber(parser)),
             static_cast<int>(XML_GetCurrentColumnNumber(parser)) + 1});
}

}  // namespace

KmlDocument parse_kml(std::string_view text) {
    const Owned<XML_ParserStruct, XML_ParserFree> parser{XML_ParserCreate(nullptr)};
    Run run{parser.get()};
    XML_SetUserData(parser.get(), &run);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetEntityDeclHandler(parser.get(), on_entity);
    XML_SetUnknownEncodingHandler(parser.get(), on_encoding, nullptr);
    constexpr std::size_t most_at_once = std::size_t{1} << 24;  // expat counts in int
    while (true) {
        const std::string_view part = text.substr(0, most_at_once);
        text.remove_prefix(part.size());
        const XML_Status status =
            XML_Parse(parser.get(), part.data(), static_cast<int>(part.size()), text.empty() ? XML_TRUE : XML_FALSE);
        if (run.thrown) { std::rethrow_exception(run.thrown); }
        if (status != XML_STATUS_OK) { refuse(parser.get(), text.empty()); }
        if (text.empty()) { return run.reader.finish(); }
    }
}

}  // namespace geo::detail
