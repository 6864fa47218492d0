// SPDX-License-Identifier: MIT
#include "app/render/base_files.h"

#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "geo/file.h"
#include "layers/language/language.h"
#include "layers/map/base_map.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>

namespace app {

namespace {

namespace fs = std::filesystem;

/// $XDG_CACHE_HOME/demarc, or ~/.cache/demarc; empty without either.
fs::path cache_folder() {
    const char* const folder = std::getenv("XDG_CACHE_HOME");
    if (folder != nullptr && fs::path{folder}.is_absolute()) { return fs::path{folder} / "demarc"; }
    const char* const home = std::getenv("HOME");
    return home == nullptr || *home == '\0' ? fs::path{} : fs::path{home} / ".cache" / "demarc";
}

/// What other files belong to may change while the file itself does not.
bool is_one_file(const fs::path& path) {
    constexpr std::array endings{".geojson", ".json", ".gpkg", ".fgb", ".pbf", ".osm", ".mbtiles", ".gz"};
    return std::any_of(endings.begin(), endings.end(),
                       [&path](const char* ending) { return path.extension() == ending; });
}

/// The oldest go, so that the folder does not grow for ever.
void make_room(const fs::path& folder) {
    constexpr std::size_t most = 16;
    std::vector<std::pair<fs::file_time_type, fs::path>> all;
    std::error_code refused;
    for (const fs::directory_entry& entry : fs::directory_iterator{folder, refused}) {
        if (entry.path().filename().string().starts_with("base-")) {
            all.emplace_back(entry.last_write_time(refused), entry.path());
        }
    }
    std::sort(all.begin(), all.end());
    for (std::size_t i = 0; i + most < all.size(); ++i) { fs::remove(all[i].second, refused); }
}

/// Where what a file came to is kept; another path once the file, the box or the program is another. Empty for what is
/// read as quickly again.
fs::path kept_path(const std::string& name, const geo::ReadOptions& reading) {
    constexpr std::uintmax_t worth_keeping = 2'000'000;
    std::error_code gone;
    const std::uintmax_t size = fs::file_size(name, gone);
    const auto changed = gone ? fs::file_time_type{} : fs::last_write_time(name, gone);
    const fs::path folder = cache_folder();
    if (gone || size < worth_keeping || folder.empty() || !is_one_file(name)) { return {}; }
    const std::string key =
        fmt::format("{}\n{}\n{}\n{}\n{},{},{},{}\n{}", DEMARC_VERSION, fs::absolute(name).string(), size,
                    changed.time_since_epoch().count(), reading.within->west, reading.within->south,
                    reading.within->east, reading.within->north, reading.crs);
    return folder / fmt::format("base-{}.geojson", sha256(key).substr(0, 32));
}

/// Nothing if it is not there, or not whole.
std::optional<geo::Dataset> kept(const fs::path& path) {
    std::error_code gone;
    const std::uintmax_t size = path.empty() ? 0 : fs::file_size(path, gone);
    std::ifstream file{path, std::ios::binary};
    if (path.empty() || gone || !file) { return std::nullopt; }
    std::string text(size, '\0');
    try {
        if (!file.read(text.data(), static_cast<std::streamsize>(text.size()))) { return std::nullopt; }
        return geo::read_geojson(text, path.string());
    } catch (const geo::Error&) { return std::nullopt; }
}

/// A disk without room for it is no reason to draw no map.
void keep(const geo::Dataset& base, const fs::path& path) {
    if (path.empty()) { return; }
    std::error_code refused;
    fs::create_directories(path.parent_path(), refused);
    try {
        geo::write_file(path.string(), geo::to_geojson(base), true);
        make_room(path.parent_path());
    } catch (const geo::Error&) {}
}

BaseFile read_base(const std::string& name, const geo::ReadOptions& reading, Console& console) {
    const std::string file = fs::path{name}.filename().string();
    const auto named = [&file](const std::string& credit) { return credit.empty() ? file : file + ": " + credit; };
    const fs::path path = kept_path(name, reading);
    if (auto base = kept(path)) {
        std::string words = named(geo::text_of(base->about, "source"));
        return {std::move(*base), name, std::move(words)};
    }
    const geo::Dataset read = geo::read(name, reading);
    BaseFile base{layers::base_features(read), name, named(layers::base_credit(read))};
    for (const std::string& note : base.features.notes) { console.note(fmt::format("{}: {}", name, note)); }
    if (base.features.features.empty()) {
        throw geo::Error{"nothing of it can be drawn",
                         "give lines, areas or places: roads, railways, waters, built-up land"}
            .at({name});
    }
    base.features.about = {{"source", layers::base_credit(read)}};
    keep(base.features, path);
    return base;
}

}  // namespace

bool is_shown(const BaseFile& base, const layers::MapFrame& frame, const layers::MapBox& shown) {
    const geo::Projection projection = geo::Projection::about(frame.origin);
    const auto lies_in = [&](const geo::Path& path) {
        layers::MapBox box;
        for (const geo::LonLat& position : path) {
            const geo::MapPoint point = projection.forward(position);
            box.add({static_cast<float>(point.x_m), static_cast<float>(point.y_m)});
        }
        return !path.empty() && box.overlaps(shown);
    };
    return std::any_of(base.features.features.begin(), base.features.features.end(), [&](const geo::Feature& feature) {
        const geo::Shape& shape = feature.shape;
        return lies_in(shape.points) || std::any_of(shape.paths.begin(), shape.paths.end(), lies_in) ||
               std::any_of(shape.region.polygons.begin(), shape.region.polygons.end(),
                           [&](const geo::Polygon& polygon) { return lies_in(polygon.shell); });
    });
}

std::vector<BaseFile> read_bases(const Inputs& inputs, const layers::MapFrame& frame, Console& console) {
    constexpr double beside = 0.5;  // degrees: the map shows some land round the units
    const geo::Bounds &units = frame.bounds,
                      box{units.west - beside, units.south - beside, units.east + beside, units.north + beside};
    const geo::ReadOptions options = plan_files_from(inputs);
    std::vector<BaseFile> bases;
    for (const std::string& name : inputs.bases) {
        bases.push_back(read_base(name, layers::base_reading(options, box), console));
    }
    return bases;
}

}  // namespace app
