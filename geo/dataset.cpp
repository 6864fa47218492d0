// SPDX-License-Identifier: MIT
#include "geo/dataset.h"

#include "geo/detail/formats.h"
#include "geo/detail/input.h"
#include "geo/detail/kml.h"
#include "geo/detail/layer_choice.h"
#include "geo/detail/output.h"
#include "geo/error.h"
#include "geo/file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <functional>
#include <new>

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

[[noreturn]] void refuse(const Dataset& dataset, const Look& look) {
    for (const Feature& feature : dataset.features) {
        for_each_position(feature.shape, [&](const LonLat& position) {
            if (std::fabs(position.lon) <= 180 && std::fabs(position.lat) <= 90) { return; }
            const Place place{dataset.path, 0, 0, feature.number};
            const std::string pair = fmt::format("({}, {})", position.lon, position.lat);
            if (look.in_metres()) {
                throw Error{fmt::format("{} looks projected, in metres, and the file does not say its CRS", pair),
                            "name it, such as --crs EPSG:32637"}
                    .at(place);
            }
            if (look.swapped()) {
                throw Error{fmt::format("{} has its latitude first", pair), "write longitude, then latitude"}.at(place);
            }
            throw Error{fmt::format("{} is off the earth", pair),
                        "longitudes go from -180 to 180, latitudes from -90 to 90, longitude first"}
                .at(place);
        });
    }
    throw Error{"positions are off the earth"};
}

Dataset checked(Dataset dataset) {
    if (dataset.features.empty()) {
        throw Error{"the file holds no features", "give one that does"}.at({dataset.path});
    }
    const Look look = look_at(dataset);
    if (look.off_the_earth()) { refuse(dataset, look); }
    return dataset;
}

/// Also GeoJSON in another CRS, and JSON of other kinds, as far as GDAL knows them.
void read_by_gdal(detail::Input& input, const ReadOptions& options, Dataset& into) {
    into.features.clear();
    const bool is_json = input.format == "json";
    if (is_json && options.crs.empty()) { input.crs = detail::crs_of_json(input.files.front().bytes); }
    try {
        detail::formats().read(input, options, into);
    } catch (const Error& error) {
        if (!is_json || !input.crs.empty() || error.kind() == Error::Kind::bad_usage || !into.features.empty()) {
            throw;
        }
        throw Error{"this JSON is not GeoJSON: its \"type\" is none of GeoJSON's",
                    "give a FeatureCollection, a Feature or a geometry"};
    }
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

void read_json(detail::Input& input, const ReadOptions& options, Dataset& into) {
    const bool native = detail::parse_geojson(input.files.front().bytes, into);
    // GeoJSON that is in metres against the standard says nothing of its CRS; the user may
    const bool in_metres = native && !options.crs.empty() && look_at(into).in_metres();
    if (!native || in_metres) { return read_by_gdal(input, options, into); }
    choose_layers(into, options.layers);
}

constexpr std::array name_keys{"name",    "name:en", "name_en", "NAME",   "Name",  "NAME_1", "NAME_EN", "shapeName",
                               "ADM1_EN", "title",   "Title",   "name_1", "label", "id",     "ID"};

struct Ending {
    std::string_view ending, format;
};
constexpr std::array endings{Ending{".geojson", "geojson"}, Ending{".json", "geojson"}, Ending{".gpkg", "gpkg"},
                             Ending{".shp", "shp"},         Ending{".kml", "kml"},      Ending{".kmz", "kmz"},
                             Ending{".fgb", "fgb"},         Ending{".csv", "csv"}};

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

bool names_input(const std::string& path) {
    return exists(path) || detail::is_in_archive(path) || detail::is_address(path);
}

Dataset read(const std::string& path, const ReadOptions& options) {
    const Place place{path == "-" ? "standard input" : path};
    try {
        detail::Input input = detail::open_input(path, options.max_bytes);
        Dataset dataset;
        dataset.path = input.name;
        dataset.notes = input.notes;
        dataset.layers_are_chosen = !options.layers.empty();
        if (input.format == "json") {
            read_json(input, options, dataset);
        } else if (input.format == "kml") {
            detail::read_kml(input.files, options.layers, dataset);
        } else {
            detail::formats().read(input, options, dataset);
        }
        return checked(std::move(dataset));
    } catch (const Error& error) { throw error.at(place); } catch (const std::bad_alloc&) {
        throw Error{"it needs more memory than there is", "give a smaller file"}.at(place);
    }
}

Dataset read_geojson(std::string_view text, const std::string& name) {
    Dataset dataset;
    dataset.path = name;
    try {
        if (!detail::parse_geojson(text, dataset)) { throw Error{"its positions are not longitude and latitude"}; }
        return checked(std::move(dataset));
    } catch (const Error& error) { throw error.at({name}); }
}

std::string format_of(const std::string& path) {
    for (const auto& [ending, format] : endings) {
        if (path.size() > ending.size() && path.ends_with(ending)) { return std::string{format}; }
    }
    std::vector<std::string_view> known;
    for (const Ending& entry : endings) { known.push_back(entry.ending); }
    throw Error{fmt::format("cannot tell the format of {}", path),
                fmt::format("end its name in {}, or name one with --format", fmt::join(known, ", ")),
                Error::Kind::bad_usage};
}

void write(const Dataset& dataset, const std::string& path, const WriteOptions& options) {
    const std::string format = !options.format.empty() ? options.format : path == "-" ? "geojson" : format_of(path);
    const auto known = [&format](const Ending& entry) { return entry.format == format; };
    if (std::none_of(endings.begin(), endings.end(), known)) {
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
    detail::PendingFile pending{path, options.overwrite};
    try {
        if (format == "geojson") {
            detail::write_all(pending.path(), to_geojson(dataset));
        } else {
            detail::formats().write(dataset, pending.path(), format, options.styles);
        }
    } catch (const Error& error) { throw error.at({path}); }
    pending.commit();
}

}  // namespace geo
