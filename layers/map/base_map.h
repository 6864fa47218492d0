// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/map/scene.h"

#include <optional>
#include <string>

namespace layers {

/// What a base map draws of the land: roads, railways, rivers, waters, built-up land, places.
enum class BaseKind { road, railway, river, water, built_up, place, line, area };

/// A feature's kind, and how much it matters: 1 a motorway, a river, a main line; 5 a street, a stream. Of a place its
/// people, or about as many as one of its kind has.
struct BaseClass {
    BaseKind kind;
    double rank = 1;
};

/// By the usual columns and values of OpenStreetMap, of extracts as Shapefiles (fclass), of vector tiles (class) and of
/// Natural Earth (featurecla), and by what the feature draws; nothing for what is not drawn.
std::optional<BaseClass> base_class_of(const geo::Feature& feature);

/// How a base map is read: what lies in the box, and of OpenStreetMap's data what base_class_of() knows.
geo::ReadOptions base_reading(geo::ReadOptions options, const geo::Bounds& within);

/// The features that are drawn, each with its class and names alone; where none is known by its columns, all lines,
/// areas and named points as they are, with a note.
geo::Dataset base_features(const geo::Dataset& read);

/// Adds what base_features() made to a scene that is drawn over the land and under its lines. Lesser things appear as
/// one comes nearer. Places that the gazetteer has, where its names are on the map, are not named twice.
void add_base(const geo::Dataset& base, const geo::Projection& projection, Theme theme, bool has_gazetteer,
              Scene& scene);

/// Whom to name for it: what the file says of itself, or OpenStreetMap's contributors for their data; empty if nobody.
std::string base_credit(const geo::Dataset& read);

}  // namespace layers
