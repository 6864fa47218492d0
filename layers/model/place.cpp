// SPDX-License-Identifier: MIT
#include "layers/model/place.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/builtin/builtin.h"
#include "layers/model/suggest.h"

namespace layers {

namespace {

std::vector<Place> read_places() {
    std::vector<Place> places;
    for (const geo::Feature& feature : geo::read_geojson(builtin_file("places.geojson"), "built-in places").features) {
        const auto text = [&feature](const char* key) { return geo::text_of(feature.properties, key); };
        Place place{text("name"), text("name_uk"), text("unit_code"), text("kind"), text("role"), {}, false, {}};
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

}  // namespace

const std::vector<Place>& builtin_places() {
    static const std::vector<Place> places = read_places();
    return places;
}

const Place* find_place(std::string_view name) {
    const std::string wanted = folded(name);
    for (const Place& place : builtin_places()) {
        if (folded(place.name) == wanted || folded(place.name_uk) == wanted) { return &place; }
    }
    return nullptr;
}

std::vector<std::string> place_names() {
    std::vector<std::string> names;
    for (const Place& place : builtin_places()) { names.push_back(place.name); }
    return names;
}

std::string facility_kind(const Place& place) {
    return place.kind == "settlement" ? "port" : place.kind;
}

bool is_facility(const Place& place) {
    if (place.kind != "settlement") { return place.kind != "spit"; }
    const std::size_t at = place.role.find("port");
    const bool begins_word = at == 0 || (at != std::string::npos && place.role[at - 1] == ' ');
    return begins_word && (at + 4 == place.role.size() || place.role[at + 4] == ',' || place.role[at + 4] == ';' ||
                           place.role[at + 4] == ' ');
}

geo::LonLat capital() {
    static const geo::LonLat position = [] {
        for (const Place& place : builtin_places()) {
            if (place.name == "Kyiv") { return place.position; }
        }
        throw geo::Error{"the built-in places lack Kyiv"};
    }();
    return position;
}

}  // namespace layers
