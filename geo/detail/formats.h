// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "geo/detail/database.h"
#include "geo/detail/input.h"
#include "geo/projection.h"

#include <memory>
#include <optional>
#include <string>

namespace geo {

struct Projection::Engine {
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;
    virtual MapPoint forward(const LonLat& position) const = 0;
    virtual LonLat inverse(const MapPoint& point) const = 0;
};

}  // namespace geo

namespace geo::detail {

/// What needs GDAL and PROJ. They take 70 ms to load, ten times as long as the work on a small file, so they live in a
/// module of their own that is loaded when a file or a projection asks for it. The module uses only what is defined in
/// headers, and so shares no code with the program that loads it.
struct Formats {
    void (*read)(const Input& input, const ReadOptions& options, Dataset& into);
    void (*write)(const Dataset& dataset, const std::string& path, const std::string& format,
                  const WriteOptions& options);
    /// Into tables of those names, which are those of the layers too; see geo/detail/database.h.
    void (*write_tables)(const Dataset& dataset, const Database& database, const std::vector<std::string>& names,
                         bool overwrite);
    /// The same into memory.
    std::string (*bytes)(const Dataset& dataset, const std::string& format, const WriteOptions& options);
    std::shared_ptr<const Projection::Engine> (*project)(const std::string& crs);
    /// See geo::matching(); may pick nothing.
    std::vector<bool> (*matching)(const Dataset& dataset, const std::string& where);
    /// Well-known text with straight edges for one with arcs, or for hexadecimal well-known binary of any kind.
    std::string (*straightened)(const std::string& geometry);
    /// See geo::receipt_in(): of a GeoPackage.
    std::optional<std::string> (*gpkg_receipt)(const std::string& path);
};

/// Loads the module on first use; throws Error if it is missing from the installation.
const Formats& formats();

/// The one symbol that the module exports.
inline constexpr const char* formats_symbol = "demarc_formats";

}  // namespace geo::detail
