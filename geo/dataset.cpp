// SPDX-License-Identifier: MIT
#include "geo/dataset.h"

#include "geo/database.h"
#include "geo/detail/csv_read.h"
#include "geo/detail/database.h"
#include "geo/detail/endings.h"
#include "geo/detail/file_set.h"
#include "geo/detail/formats.h"
#include "geo/detail/input.h"
#include "geo/detail/kml.h"
#include "geo/detail/layer_choice.h"
#include "geo/detail/output.h"
#include "geo/detail/reproject.h"
#include "geo/detail/shapefile_check.h"
#include "geo/detail/text_kind.h"
#include "geo/detail/unused_crs.h"
#include "geo/error.h"
#include "geo/file.h"
#include "geo/nothing.h"
#include "geo/safe_text.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <new>
#include <set>
#include <utility>

namespace geo {

namespace {

void for_each_position(const Shape& shape, const std::function<void(const LonLat&)>& visit) {
    std::for_each(shape.points.begin(), shape.points.end(), visit);
    for (const Path& path : shape.paths) { std::for_each(path.begin(), path.end(), visit); }
    for (const Ring* ring : rings_of(shape.region)) { std::for_each(ring->begin(), ring->end(), visit); }
}

/// What all positions of a file look like together, to tell one bad position from a misread file.
struct Look {
    double widest_x = 0, widest_y = 0;
    bool off_the_earth() const { return widest_x > 180 || widest_y > 90; }
    bool in_metres() const { return std::max(widest_x, widest_y) > 1000; }
    bool swapped() const { return widest_y > 90 && widest_y <= 180 && widest_x <= 90; }
    bool to_360() const { return widest_x > 180 && widest_x <= 360 && widest_y <= 90; }
};

Look look_at(const Dataset& dataset) {
    Look look;
    for (const Feature& feature : dataset.features) {
        for_each_position(feature.shape, [&](const LonLat& position) {
            if (!std::isfinite(position.lon) || !std::isfinite(position.lat)) {
                throw Error{fmt::format("a position is not finite: ({}, {})", position.lon, position.lat),
                            "write it as two numbers, or take the feature out"}
                    .at({dataset.path, 0, 0, feature.number});
            }
            look.widest_x = std::max(look.widest_x, std::fabs(position.lon));
            look.widest_y = std::max(look.widest_y, std::fabs(position.lat));
        });
    }
    return look;
}

[[noreturn]] void refuse(const Dataset& dataset, const Look& look, const ReadOptions& options) {
    for (const Feature& feature : dataset.features) {
        for_each_position(feature.shape, [&](const LonLat& position) {
            if (std::fabs(position.lon) <= 180 && std::fabs(position.lat) <= 90) { return; }
            const SourceLocation place{dataset.path, 0, 0, feature.number};
            const std::string pair = fmt::format("({}, {})", position.lon, position.lat);
            if (look.in_metres()) {
                throw Error{fmt::format("{} looks projected, in metres, and the file does not say its CRS", pair),
                            "name it, such as " + options.say_crs}
                    .at(place);
            }
            if (look.swapped()) {
                throw Error{fmt::format("{} has its latitude first", pair), "write longitude, then latitude"}.at(place);
            }
            if (look.to_360()) {
                throw Error{fmt::format("{} is off the earth: longitudes seem to run from 0 to 360 here", pair),
                            "take 360 from those over 180: 200 is -160"}
                    .at(place);
            }
            throw Error{fmt::format("{} is off the earth", pair),
                        "longitudes go from -180 to 180, latitudes from -90 to 90, longitude first"}
                .at(place);
        });
    }
    throw Error{"positions are off the earth"};
}

Dataset checked(Dataset dataset, const ReadOptions& options) {
    if (dataset.features.empty()) {
        throw Nothing{Error{"the file holds no features", "give one that does"}.at({dataset.path})};
    }
    const Look look = look_at(dataset);
    if (look.off_the_earth()) { refuse(dataset, look, options); }
    return dataset;
}

/// What needs GDAL; JSON of other kinds too, as far as GDAL knows them.
void read_by_gdal(const detail::Input& input, const ReadOptions& options, Dataset& into) {
    into.features.clear();
    if (input.format == "shp") { detail::check_shapefile(input); }
    try {
        detail::formats().read(input, options, into);
    } catch (const Error& error) {
        const bool is_ours = error.kind() == Error::Kind::bad_usage || !into.features.empty();
        if (input.format != "json" || is_ours) { throw; }
        throw Error{"this JSON is not GeoJSON: its \"type\" is none of GeoJSON's",
                    "give a FeatureCollection, a Feature or a geometry"};
    }
}

/// GeoJSON that is in metres against the standard says nothing of its CRS; the user may.
void bring_home(const ReadOptions& options, const std::string& named, Dataset& dataset) {
    if (options.crs.empty()) { return; }
    if (!named.empty()) {
        return detail::note_unused_crs(options.crs, detail::is_same_crs(options.crs, named), dataset);
    }
    if (!look_at(dataset).in_metres()) {
        return detail::note_unused_crs(options.crs, detail::is_wgs84(options.crs), dataset);
    }
    if (detail::is_wgs84(options.crs)) { return; }
    detail::Reprojection reprojection;
    for (Feature& feature : dataset.features) { reprojection.apply(feature.shape, options.crs); }
    for (std::string& note : reprojection.notes()) { dataset.notes.push_back(std::move(note)); }
}

/// GeoJSON has no layers of its own; demarc's exports say them in a property.
void choose_layers(Dataset& dataset, const std::vector<std::string>& asked) {
    if (asked.empty()) { return; }
    std::vector<std::string> there;
    for (const Feature& feature : dataset.features) {
        const std::string layer = text_of(feature.properties, "layer");
        if (!layer.empty() && std::find(there.begin(), there.end(), layer) == there.end()) { there.push_back(layer); }
    }
    detail::require_layers(asked, there);
    std::erase_if(dataset.features, [&asked](const Feature& feature) {
        return !detail::is_chosen(text_of(feature.properties, "layer"), asked);
    });
}

void read_by_format(const detail::Input& input, const ReadOptions& options, Dataset& into) {
    if (input.format == "json") {
        if (const auto named = detail::parse_geojson(input.files.front().bytes, options, into)) {
            bring_home(options, *named, into);
            return choose_layers(into, options.layers);
        }
    }
    if (input.format == "csv") { return detail::read_csv(input.files.front().bytes, options, into); }
    if (input.format == "kml") {
        detail::note_unused_crs(options.crs, detail::is_wgs84(options.crs), into);
        return detail::read_kml(input.files, options.layers, into);
    }
    read_by_gdal(input, options, into);
}

/// GDAL shows a GPX track as a line and, in a layer of their own, its points once more.
void drop_points_of_tracks(Dataset& dataset) {
    const auto& features = dataset.features;
    const auto has = [&features](const char* layer) {
        return std::any_of(features.begin(), features.end(), [layer](const Feature& f) { return f.layer == layer; });
    };
    for (const auto& [lines, points] : {std::pair{"tracks", "track_points"}, std::pair{"routes", "route_points"}}) {
        if (!has(lines)) { continue; }
        std::erase_if(dataset.features, [layer = points](const Feature& feature) { return feature.layer == layer; });
    }
}

/// Features that lie in the box or beside it.
void pick(const Bounds& box, Dataset& dataset) {
    Bounds all;
    std::erase_if(dataset.features, [&](const Feature& feature) {
        Bounds own = bounds_of(feature.shape.region);
        for (const Path& path : feature.shape.paths) { own.add(bounds_of(path)); }
        own.add(bounds_of(feature.shape.points));
        all.add(own);
        return own.empty() || !own.overlaps(box);
    });
    if (!dataset.features.empty()) { return; }
    throw Error{fmt::format("none of it lies where the map is: it reaches from {} to {}, the map from {} to {}",
                            to_text(LonLat{all.west, all.south}), to_text(LonLat{all.east, all.north}),
                            to_text(LonLat{box.west, box.south}), to_text(LonLat{box.east, box.north})),
                "give one of that land"};
}

void pick(const std::string& where, Dataset& dataset) {
    if (where.empty()) { return; }
    const std::vector<bool> picked = matching(dataset, where);
    std::vector<Feature> kept;
    for (std::size_t i = 0; i < picked.size(); ++i) {
        if (picked[i]) { kept.push_back(std::move(dataset.features[i])); }
    }
    dataset.notes.push_back(fmt::format("{} of {} features are taken: {}", kept.size(), picked.size(), where));
    dataset.features = std::move(kept);
}

constexpr std::array name_keys{"name",    "name:en", "name_en", "NAME",   "Name",  "NAME_1", "NAME_EN", "shapeName",
                               "ADM1_EN", "title",   "Title",   "name_1", "label", "id",     "ID"};

struct Ending {
    std::string_view ending, format;
};
constexpr std::array endings{Ending{".geojson", "geojson"}, Ending{".json", "geojson"}, Ending{".gpkg", "gpkg"},
                             Ending{".shp", "shp"},         Ending{".kml", "kml"},      Ending{".kmz", "kmz"},
                             Ending{".fgb", "fgb"},         Ending{".csv", "csv"}};
/// Of tables alone: no ending of an export.
constexpr std::string_view workbook = "xlsx";

/// Words from plans and files as they may stand in formats whose readers do more with them than show them.
Dataset with_safe_words(Dataset dataset, const std::string& format) {
    if (format != "csv" && format != "kml" && format != "kmz") { return dataset; }
    for (Feature& feature : dataset.features) {
        for (auto& [key, value] : feature.properties) {
            if (auto* words = std::get_if<std::string>(&value)) {
                *words = format == "csv" ? spreadsheet_text(*words) : text_in_kml(*words);
            }
        }
    }
    return dataset;
}

/// Gives properties their short names; the list of those that had a longer one, as CSV.
std::string shorten_names(Dataset& dataset, const WriteOptions& options) {
    std::set<std::pair<std::string, std::string>> used;
    for (Feature& feature : dataset.features) {
        for (auto& [key, value] : feature.properties) {
            const auto known = std::ranges::find(options.short_names, key, &std::pair<std::string, std::string>::first);
            if (known == options.short_names.end()) { continue; }
            used.emplace(known->second, key);
            key = known->second;
        }
    }
    std::string list = "field,name\n";
    for (const auto& [field, name] : used) { list += fmt::format("{},{}\n", field, name); }
    return used.empty() ? "" : list;
}

}  // namespace

std::string text_of(const Properties& properties, std::string_view key) {
    const Value* value = find(properties, key);
    if (value == nullptr) { return {}; }
    struct Words {
        std::string operator()(std::monostate) const { return {}; }
        std::string operator()(bool flag) const { return flag ? "true" : "false"; }
        std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
        std::string operator()(double number) const { return fmt::format("{}", number); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Words{}, *value);
}

std::string name_of(const Feature& feature) {
    for (const char* key : name_keys) {
        std::string name = text_of(feature.properties, key);
        if (!name.empty()) { return name; }
    }
    return fmt::format("{}", feature.number);
}

bool has_known_ending(const std::string& path) {
    const std::string_view format = detail::format_by_ending(detail::without_gz(path));
    return !format.empty() && !detail::is_of_base_maps(format);
}

bool names_input(const std::string& path) {
    return exists(path) || detail::is_in_archive(path) || detail::is_address(path);
}

Dataset detail::read_input(const Input& input, const ReadOptions& options) {
    if (is_of_base_maps(input.format) && options.base_layers.empty()) {
        throw Error{"files of that kind are for base maps: lines and areas are not read from them",
                    "bring what is meant to GeoJSON or GeoPackage first, as with ogr2ogr", Error::Kind::bad_usage};
    }
    Dataset dataset;
    dataset.path = input.name;
    dataset.notes = input.notes;
    dataset.layers_are_chosen = !options.layers.empty();
    read_by_format(input, options, dataset);
    if (input.format == "gpx") { drop_points_of_tracks(dataset); }
    if (input.format == "osm" && dataset.features.empty()) {
        throw Error{"none of its roads, railways, waters, towns lies where the map is", "give one of that land"};
    }
    dataset = checked(std::move(dataset), options);
    if (options.within) { pick(*options.within, dataset); }
    pick(options.where, dataset);
    return dataset;
}

Dataset read(const std::string& path, const ReadOptions& options) {
    const SourceLocation place{path == "-" ? "standard input" : path};
    try {
        return detail::read_input(detail::open_input(path, options.max_bytes), options);
    } catch (const Error& error) { rethrow_at(error, place); } catch (const std::bad_alloc&) {
        throw Error{"it needs more memory than there is", "give a smaller file"}.at(place);
    }
}

Dataset read_geojson(std::string_view text, const std::string& name) {
    Dataset dataset;
    dataset.path = name;
    try {
        if (!detail::parse_geojson(text, {}, dataset)) { throw Error{"this JSON is not GeoJSON"}; }
        return checked(std::move(dataset), {});
    } catch (const Error& error) { rethrow_at(error, {name}); }
}

std::string format_of(const std::string& path) {
    if (names_database(path)) { return detail::tables; }
    for (const auto& [ending, format] : endings) {
        if (path.size() > ending.size() && path.ends_with(ending)) { return std::string{format}; }
    }
    std::vector<std::string_view> known;
    for (const Ending& entry : endings) { known.push_back(entry.ending); }
    throw Error{fmt::format("cannot tell the format of {}", path),
                fmt::format("end its name in {}, or name one with {}", fmt::join(known, ", "), setting("format")),
                Error::Kind::bad_usage};
}

void write(const Dataset& dataset, const std::string& path, const WriteOptions& options) {
    if (names_database(path)) { return detail::write_tables(dataset, path, options); }
    const std::string format = !options.format.empty() ? options.format : path == "-" ? "geojson" : format_of(path);
    const auto known = [&format](const Ending& entry) { return entry.format == format; };
    if (format != workbook && std::none_of(endings.begin(), endings.end(), known)) {
        throw Error{fmt::format("there is no format \"{}\"", format),
                    "geojson, gpkg, shp, kml, kmz, fgb and csv are known", Error::Kind::bad_usage};
    }
    if (path == "-") {
        if (format != "geojson") {
            throw Error{"only GeoJSON goes to standard output", "name a file", Error::Kind::bad_usage};
        }
        const std::string text = to_geojson(dataset);
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
            throw Error{"cannot write to standard output"};
        }
        return;
    }
    try {
        if (format == "geojson") { return detail::write_whole(path, to_geojson(dataset), options.overwrite); }
        if (format == workbook && !path.ends_with(".xlsx")) {
            throw Error{"a workbook's name ends in .xlsx", "name it so", Error::Kind::bad_usage};
        }
        if (format == "shp" && !path.ends_with(".shp")) {
            throw Error{"a Shapefile's name ends in .shp", "name it so", Error::Kind::bad_usage};
        }
        const std::string receipt = path + detail::receipt_ending;
        const bool may_have_receipt = format != "gpkg" && format != "shp" && !detail::is_device(path);
        if (may_have_receipt && !dataset.receipt.empty()) { detail::refuse_existing(receipt, options.overwrite); }
        detail::PendingFile pending{path, options.overwrite, format};
        Dataset written = with_safe_words(dataset, format);
        const std::string fields = format == "shp" ? shorten_names(written, options) : "";
        detail::formats().write(written, pending.path(), format, options);
        if (!fields.empty()) {
            const std::filesystem::path file{path};
            detail::write_all(
                std::filesystem::path{pending.path()}.replace_filename(file.stem().string() + ".fields.csv").string(),
                fields);
        }
        if (format == "shp" && !dataset.receipt.empty() && !detail::is_device(path)) {  // of several files one more
            const std::filesystem::path beside = std::filesystem::path{receipt}.filename();
            detail::write_all(std::filesystem::path{pending.path()}.replace_filename(beside).string(),
                              dataset.receipt + "\n");
        }
        if (!may_have_receipt) { return pending.commit(); }
        std::optional<detail::PendingFile> beside;
        if (!dataset.receipt.empty()) {
            beside.emplace(receipt, true);
            detail::write_all(beside->path(), dataset.receipt + "\n");
        }
        std::error_code none;
        std::filesystem::remove(receipt, none);  // a receipt never stands beside a file that it is not of
        pending.commit();
        if (beside) { beside->commit(); }
    } catch (const Error& error) { throw error.at({path}); }
}

std::string to_bytes(const Dataset& dataset, const std::string& format, const WriteOptions& options) {
    return detail::formats().bytes(with_safe_words(dataset, format), format, options);
}

}  // namespace geo
