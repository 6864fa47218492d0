// SPDX-License-Identifier: MIT
#include "layers/place.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/builtin.h"

namespace layers {

std::vector<PlaceOfInterest> builtin_places() {
    std::vector<PlaceOfInterest> places;
    for (const geo::Feature& feature : geo::read_geojson(builtin_file("places.geojson"), "built-in places").features) {
        const auto text = [&feature](const char* key) { return geo::text_of(feature.properties, key); };
        PlaceOfInterest place{
            text("name"), text("name_uk"), text("unit_code"), text("kind"), text("role"), {}, false, {}};
        const geo::Value* population = geo::find(feature.properties, "population");
        if (population != nullptr && std::holds_alternative<std::int64_t>(*population)) {
            place.population = std::get<std::int64_t>(*population);
        }
        place.population_approximate = text("population_approximate") == "true";
        place.position = feature.shape.points.at(0);
        places.push_back(std::move(place));
    }
    return places;
}

geo::LonLat capital() {
    static const geo::LonLat position = [] {
        for (const PlaceOfInterest& place : builtin_places()) {
            if (place.name == "Kyiv") { return place.position; }
        }
        throw geo::Error{"the built-in places lack Kyiv"};
    }();
    return position;
}

}  // namespace layers
