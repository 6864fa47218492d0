// SPDX-License-Identifier: MIT
#include "layers/model/place.h"

#include "geo/dataset.h"
#include "geo/error.h"
#include "layers/builtin/builtin.h"
#include "layers/language/language.h"
#include "layers/model/detail/builtin_rows.h"
#include "layers/model/suggest.h"
#include "layers/model/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace layers {

namespace {

// --- reading ---------------------------------------------------------------------------------------------------------

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

std::vector<Place> read_settlements() {
    std::vector<Place> places;
    for (const auto& row : detail::builtin_rows("settlements.csv")) {
        Place place{row.at(0), row.at(1),
                    row.at(3), "settlement",
                    "",        detail::number_in<std::int64_t>(row.at(4)),
                    true,      {detail::number_in<double>(row.at(5)), detail::number_in<double>(row.at(6))}};
        place.is_minor = true;
        place.other_names = detail::parts_of(row.at(2), '|');
        places.push_back(std::move(place));
    }
    return places;
}

// --- names -----------------------------------------------------------------------------------------------------------

using Found = std::vector<const Place*>;

/// Places by their folded names: what they are called, and what they were.
struct Names {
    std::unordered_map<std::string, Found> now, once;
};

void add(const std::string& name, const Place& place, std::unordered_map<std::string, Found>& names) {
    Found& found = names[folded(name)];
    if (!name.empty() && std::find(found.begin(), found.end(), &place) == found.end()) { found.push_back(&place); }
}

Names read_names() {
    Names names;
    for (const Place* place : all_places()) {
        add(place->name, *place, names.now);
        add(place->name_uk, *place, names.now);
        for (const std::string& other : place->other_names) { add(other, *place, names.once); }
    }
    for (const auto& row : detail::builtin_rows("old_names.csv")) {
        // Either may be the one that this gazetteer has as the name.
        for (const auto& [written, has] : {std::pair{row.at(0), row.at(1)}, std::pair{row.at(1), row.at(0)}}) {
            const auto found = names.now.find(folded(has));
            if (found == names.now.end()) { continue; }
            for (const Place* place : found->second) {
                if (place->unit_code == row.at(2)) { add(written, *place, names.once); }
            }
        }
    }
    return names;
}

const Names& names() {
    static const Names all = read_names();
    return all;
}

Found named(const std::unordered_map<std::string, Found>& names, std::string_view name) {
    const auto found = names.find(folded(name));
    return found == names.end() ? Found{} : found->second;
}

/// What plans and reports name comes before villages of the same name.
Found without_minor(Found found) {
    const auto is_minor = [](const Place* place) { return place->is_minor; };
    if (!std::all_of(found.begin(), found.end(), is_minor)) { std::erase_if(found, is_minor); }
    return found;
}

std::string unit_of(const Place& place) {
    const Unit* unit = known_unit(place.unit_code);
    return unit == nullptr ? place.unit_code : unit->name;
}

[[noreturn]] void refuse_several(std::string_view written, const Found& found) {
    std::string list;
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        list += fmt::format("{}{}, {} ({:.2f},{:.2f})", i == 0 ? "" : "; ", found[i]->name, unit_of(*found[i]),
                            found[i]->position.lon, found[i]->position.lat);
    }
    if (found.size() > most) { list += fmt::format(" and {} more", found.size() - most); }
    const auto same_unit = [&found](const Place* place) { return place->unit_code == found.front()->unit_code; };
    throw geo::Error{fmt::format("{} settlements are called \"{}\": {}", found.size(), written, list),
                     std::all_of(found.begin(), found.end(), same_unit)
                         ? fmt::format("give a position, longitude first: {:.2f},{:.2f}", found.front()->position.lon,
                                       found.front()->position.lat)
                         : fmt::format("name the unit too: \"{}, {}\"", found.front()->name, unit_of(*found.front())),
                     geo::Error::Kind::bad_usage};
}

}  // namespace

const std::vector<Place>& builtin_places() {
    static const std::vector<Place> places = read_places();
    return places;
}

const std::vector<Place>& settlements() {
    static const std::vector<Place> places = read_settlements();
    return places;
}

const std::vector<const Place*>& all_places() {
    static const std::vector<const Place*> places = [] {
        std::vector<const Place*> all;
        for (const auto* some : {&builtin_places(), &settlements()}) {
            for (const Place& place : *some) { all.push_back(&place); }
        }
        return all;
    }();
    return places;
}

const Place* find_place(std::string_view name) {
    for (const Place& place : builtin_places()) {  // most are these, and the others take a while to read
        if (folded(place.name) == folded(name) || folded(place.name_uk) == folded(name)) { return &place; }
    }
    std::string unit_code;
    std::string_view alone = name;
    if (const std::size_t comma = name.rfind(", "); comma != name.npos) {
        static const std::vector<Unit> units = builtin_units().units;
        const int unit = find_unit(units, name.substr(comma + 2));
        if (unit < 0) { return nullptr; }
        unit_code = units[static_cast<std::size_t>(unit)].code;
        alone = name.substr(0, comma);
    }
    for (const auto* some : {&names().now, &names().once}) {
        Found found = named(*some, alone);
        if (!unit_code.empty()) {
            std::erase_if(found, [&unit_code](const Place* place) { return place->unit_code != unit_code; });
        }
        found = without_minor(std::move(found));
        if (found.size() > 1) { refuse_several(name, found); }
        if (found.size() == 1) { return found.front(); }
    }
    return nullptr;
}

std::string renaming_words(std::string_view written, const Place& found) {
    const std::string wanted = folded(written.substr(0, written.rfind(", ")));
    if (wanted == folded(found.name) || wanted == folded(found.name_uk)) { return {}; }
    std::string others;
    for (const Place* other : named(names().once, written)) {
        if (other != &found) {
            others += tr("; also {}, {}, was called so", local_name(other->name, other->name_uk), tr(unit_of(*other)));
        }
    }
    return tr("{} is found as {}, {}{}", written, local_name(found.name, found.name_uk), tr(unit_of(found)), others);
}

std::string local_place_name(const std::string& name) {
    const Place* place = language() == "en" ? nullptr : find_place(name);
    return place == nullptr ? name : local_name(place->name, place->name_uk);
}

std::vector<std::string> place_names() {
    std::set<std::string> names;
    for (const Place* place : all_places()) { names.insert(place->name); }
    return {names.begin(), names.end()};
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
