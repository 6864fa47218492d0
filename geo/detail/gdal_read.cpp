// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_read.h"

#include "geo/detail/gdal_database.h"
#include "geo/detail/gdal_geometry.h"
#include "geo/detail/gdal_open.h"
#include "geo/detail/layer_choice.h"
#include "geo/detail/unused_crs.h"

#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

namespace geo::detail {

namespace {

void note_once(Dataset& into, const std::string& note) {
    if (std::find(into.notes.begin(), into.notes.end(), note) == into.notes.end()) { into.notes.push_back(note); }
}

// --- attributes ------------------------------------------------------------------------------------------------------

/// As ISO 8601 has it, the time and its zone where there are any.
std::string to_date(OGRFeatureH feature, int field, OGRFieldType type) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (type == OFTDate) { return date; }
    const std::string time = fmt::format("{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second));
    constexpr int unknown = 0, local = 1, utc = 100, minutes_per_step = 15;
    if (zone == unknown || zone == local) { return fmt::format("{}T{}", date, time); }
    if (zone == utc) { return fmt::format("{}T{}Z", date, time); }
    const int ahead = (zone - utc) * minutes_per_step;
    return fmt::format("{}T{}{}{:02}:{:02}", date, time, ahead < 0 ? '-' : '+', std::abs(ahead) / 60,
                       std::abs(ahead) % 60);
}

/// Whatever a driver hands out as it stands in the file; old files are in the Windows code page.
std::string to_text(OGRFeatureH feature, int field, Dataset& into) {
    std::string text = OGR_F_GetFieldAsString(feature, field);
    if (CPLIsUTF8(text.c_str(), -1) != 0) { return text; }
    const Owned<char, VSIFree> recoded{CPLRecode(text.c_str(), "CP1251", CPL_ENC_UTF8)};
    note_once(into, "texts that are not UTF-8 are read as CP1251");
    return recoded.get();
}

Value to_value(OGRFeatureH feature, int field, OGRFieldDefnH definition, Dataset& into) {
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) { return std::monostate{}; }
    const OGRFieldType type = OGR_Fld_GetType(definition);
    switch (type) {
        case OFTInteger:
            if (OGR_Fld_GetSubType(definition) == OFSTBoolean) { return OGR_F_GetFieldAsInteger(feature, field) != 0; }
            return std::int64_t{OGR_F_GetFieldAsInteger(feature, field)};
        case OFTInteger64:
            return std::int64_t{OGR_F_GetFieldAsInteger64(feature, field)};
        case OFTReal:
            return OGR_F_GetFieldAsDouble(feature, field);
        case OFTDate:
        case OFTDateTime:
            return to_date(feature, field, type);
        default:
            return to_text(feature, field, into);
    }
}

Properties to_properties(OGRFeatureH feature, OGRFeatureDefnH layer, Dataset& into) {
    Properties properties;
    for (int i = 0; i < OGR_FD_GetFieldCount(layer); ++i) {
        OGRFieldDefnH definition = OGR_FD_GetFieldDefn(layer, i);
        properties.emplace_back(OGR_Fld_GetNameRef(definition), to_value(feature, i, definition, into));
    }
    return properties;
}

// --- layers ----------------------------------------------------------------------------------------------------------

/// How a layer's coordinates become longitude and latitude on WGS84.
struct ToWgs84 {
    Transformation transformation;  ///< null if they are that already
    std::string crs{};
    EdgeBend bend{};
};

std::string name_of(OGRSpatialReferenceH crs) {
    const char* name = OSRGetName(crs);
    return name == nullptr ? "the file's CRS" : name;
}

/// Null where the layer does not say its CRS, or says that it is not known, as a GeoPackage does by srs_id -1 and 0.
OGRSpatialReferenceH declared_crs(OGRLayerH layer, const Input& input) {
    OGRSpatialReferenceH declared = OGR_L_GetSpatialRef(layer);
    const bool is_undefined =
        declared != nullptr && input.format == "gpkg" && name_of(declared).starts_with("Undefined ");
    return is_undefined ? nullptr : declared;
}

bool is_lon_lat_on_wgs84(OGRSpatialReferenceH crs) {
    const SpatialReference wgs84 = spatial_reference("OGC:CRS84"), epsg = spatial_reference("EPSG:4326");
    return OSRIsSame(crs, wgs84.get()) != 0 || OSRIsSame(crs, epsg.get()) != 0;
}

/// A grid that somebody laid out on site: only the user may know where on the earth it lies.
void require_place_on_earth(OGRSpatialReferenceH source, const ReadOptions& options) {
    if (OSRIsLocal(source) == 0) { return; }
    throw Error{fmt::format("the file's CRS, \"{}\", does not say where on the earth it lies", name_of(source)),
                "name the one that is meant, such as " + options.say_crs};
}

ToWgs84 to_wgs84(OGRLayerH layer, const Input& input, const ReadOptions& options, Dataset& into) {
    SpatialReference source;
    OGRSpatialReferenceH declared = declared_crs(layer, input);
    const bool is_vague = declared != nullptr && OSRIsLocal(declared) != 0 && !options.crs.empty();
    if (declared != nullptr && !is_vague) {
        source.reset(OSRClone(declared));
        OSRSetAxisMappingStrategy(source.get(), OAMS_TRADITIONAL_GIS_ORDER);
    } else if (!options.crs.empty()) {
        source = spatial_reference(options.crs);
    } else {
        note_once(into, "the file does not say its CRS; read as longitude and latitude on WGS84");
        return {nullptr};
    }
    const bool is_home = is_lon_lat_on_wgs84(source.get());
    if (!options.crs.empty()) {
        const SpatialReference given = spatial_reference(options.crs);
        const bool is_same = OSRIsSame(source.get(), given.get()) != 0 || (is_home && is_lon_lat_on_wgs84(given.get()));
        note_unused_crs(options.crs, is_same, into);
    }
    if (is_home) { return {nullptr}; }
    const SpatialReference wgs84 = spatial_reference("OGC:CRS84");
    require_place_on_earth(source.get(), options);
    Transformation transformation{OCTNewCoordinateTransformation(source.get(), wgs84.get())};
    if (!transformation) {
        throw Error{fmt::format("cannot transform the file's CRS, {}, to WGS84", name_of(source.get())),
                    "convert the file where its CRS is known, as with ogr2ogr -t_srs EPSG:4326"};
    }
    return {std::move(transformation), name_of(source.get())};
}

/// Null at the end. GDAL hands out a feature without geometry where it cannot read that.
GdalFeature next_feature(OGRLayerH layer, const SourceLocation& place) {
    CPLErrorReset();
    GdalFeature feature{OGR_L_GetNextFeature(layer)};
    if (CPLGetLastErrorType() >= CE_Failure) {
        throw Error{"it cannot be read: " + gdal_reason(), "fetch or export the file again, or take the feature out"}
            .at(place);
    }
    return feature;
}

void add_feature(OGRFeatureH raw, OGRLayerH layer, const Input& input, const ReadOptions& options,
                 std::optional<ToWgs84>& to, Dataset& into) {
    Feature feature;
    feature.number = static_cast<int>(into.features.size()) + 1;
    feature.layer = OGR_L_GetName(layer);
    feature.properties = to_properties(raw, OGR_L_GetLayerDefn(layer), into);
    if (OGRGeometryH geometry = OGR_F_GetGeometryRef(raw); geometry != nullptr) {
        try {
            if (!to) { to = to_wgs84(layer, input, options, into); }
            feature.shape = to_shape(geometry, to->transformation.get(), to->bend);
        } catch (const Error& error) { throw error.at({into.path, 0, 0, feature.number}); }
    }
    into.features.push_back(std::move(feature));
}

void read_layer(OGRLayerH layer, const Input& input, const ReadOptions& options, Dataset& into) {
    std::optional<ToWgs84> to;  // asked for by the first geometry: a table has no CRS
    OGR_L_ResetReading(layer);
    for (;;) {
        const GdalFeature raw = next_feature(layer, {into.path, 0, 0, static_cast<int>(into.features.size()) + 1});
        if (!raw) { break; }
        add_feature(raw.get(), layer, input, options, to, into);
    }
    if (to && to->transformation) {
        note_once(into, fmt::format("coordinates transformed to WGS84 from {}{}", to->crs, to->bend.words()));
    }
}

/// Of OpenStreetMap's data, whose layers come out of one stream: those of the options alone, through their filters.
void read_stream(GDALDatasetH dataset, const Input& input, const ReadOptions& options, Dataset& into) {
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        const auto named = std::find_if(options.base_layers.begin(), options.base_layers.end(),
                                        [layer](const auto& base) { return base.first == OGR_L_GetName(layer); });
        const std::string filter = named == options.base_layers.end() ? "osm_id = ''" : named->second;
        if (OGR_L_SetAttributeFilter(layer, filter.c_str()) != OGRERR_NONE) {
            throw Error{"its layers have not the columns of OpenStreetMap: " + gdal_reason()};
        }
        if (options.within) {
            const Bounds& box = *options.within;
            OGR_L_SetSpatialFilterRect(layer, box.west, box.south, box.east, box.north);
        }
    }
    std::optional<ToWgs84> to;
    for (;;) {
        OGRLayerH layer = nullptr;
        CPLErrorReset();
        const GdalFeature raw{GDALDatasetGetNextFeature(dataset, &layer, nullptr, nullptr, nullptr)};
        if (CPLGetLastErrorType() >= CE_Failure) {
            throw Error{"it cannot be read: " + gdal_reason(), "fetch the extract again"};
        }
        if (!raw) { return; }
        add_feature(raw.get(), layer, input, options, to, into);
    }
}

/// Tables without geometry are not in the way, nor are the points of which GPX makes its lines.
bool holds_shapes(OGRLayerH layer, std::string_view format) {
    const std::string name = OGR_L_GetName(layer);
    const bool repeats = format == "gpx" && (name == "track_points" || name == "route_points");
    return OGR_L_GetGeomType(layer) != wkbNone && !repeats;
}

void read_layers(GDALDatasetH dataset, const Input& input, const ReadOptions& options, Dataset& into) {
    std::vector<std::string> there;
    std::vector<OGRLayerH> chosen;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        const bool is_named = !options.layers.empty() && is_chosen(OGR_L_GetName(layer), options.layers);
        if (!is_named && !holds_shapes(layer, input.format)) { continue; }
        there.emplace_back(OGR_L_GetName(layer));
        if (options.layers.empty() || is_named) { chosen.push_back(layer); }
    }
    require_layers(options.layers, there);
    for (OGRLayerH layer : chosen) { read_layer(layer, input, options, into); }
}

/// What the server counts must arrive: a connection that breaks may look like the table's end.
void read_database(const Database& database, const ReadOptions& options, Dataset& into) {
    const GdalDataset dataset = open_database(database);
    const std::vector<ChosenTable> tables = tables_in(dataset.get(), database, options);
    into.layers_are_chosen = into.layers_are_chosen || !database.tables.empty();
    for (const ChosenTable& table : tables) {
        const std::size_t before = into.features.size();
        read_layer(table.layer, {into.path, "pg", {}, {}}, options, into);
        const auto came = static_cast<std::int64_t>(into.features.size() - before);
        if (came == table.rows) { continue; }
        throw Error{
            fmt::format("the server counts {} rows in {} and sent {}", table.rows, OGR_L_GetName(table.layer), came),
            "the connection may have broken: try again"};
    }
}

/// What GDAL warns of while a file is read: truncated records, rings left open. Collected, as they belong to the notes.
class Warnings {
public:
    Warnings() { CPLPushErrorHandlerEx(collect, this); }
    ~Warnings() { CPLPopErrorHandler(); }
    Warnings(const Warnings&) = delete;
    Warnings& operator=(const Warnings&) = delete;
    const std::vector<std::string>& texts() const { return texts_; }

private:
    static void CPL_STDCALL collect(CPLErr kind, CPLErrorNum, const char* text) {
        auto& texts = static_cast<Warnings*>(CPLGetErrorHandlerUserData())->texts_;
        constexpr std::size_t most = 5;
        const bool is_new = std::find(texts.begin(), texts.end(), text) == texts.end();
        if (kind == CE_Warning && is_new && texts.size() < most) { texts.emplace_back(text); }
    }

    std::vector<std::string> texts_;
};

/// GDAL names its copy in memory, which says nothing to the reader.
std::string without(const std::string& folder, std::string text) {
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at)) {
        text.erase(at, folder.size());
    }
    return text;
}

}  // namespace

void gdal_read(const Input& input, const ReadOptions& options, Dataset& into) {
    if (input.format == "pg") { return read_database(input.database, options, into); }
    const MemoryFolder folder{input};
    const Warnings warnings;
    try {
        const GdalDataset dataset = open_with_gdal(input, folder, options, into);
        if (const char* credit = GDALGetMetadataItem(dataset.get(), "attribution", nullptr); credit != nullptr) {
            into.about.emplace_back("attribution", std::string{credit});  // of tiles
        }
        if (input.format == "osm") {
            read_stream(dataset.get(), input, options, into);
        } else {
            read_layers(dataset.get(), input, options, into);
        }
    } catch (const Error& error) {
        throw Error{without(folder.path(), error.problem()), error.remedy(), error.kind()}.at(error.place());
    }
    for (const std::string& text : warnings.texts()) { note_once(into, "GDAL warns: " + without(folder.path(), text)); }
}

}  // namespace geo::detail
