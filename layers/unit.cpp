// SPDX-License-Identifier: MIT
#include "layers/unit.h"

#include "geo/error.h"
#include "geo/overlay.h"
#include "layers/builtin.h"
#include "layers/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace layers {

namespace {

using namespace std::string_view_literals;

std::string without(std::string text, std::string_view ending) {
    if (text.ends_with(ending)) { text.resize(text.size() - ending.size()); }
    return text;
}

/// What people write for a unit, folded.
std::string key_of(std::string_view written) {
    std::string key = folded(written);
    for (const auto ending : {" oblast"sv, " область"sv, " region"sv, "ська"sv, "ька"sv}) {
        key = without(key, ending);
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> also{{
        {"crimea", "ar crimea"},
        {"autonomous republic of crimea", "ar crimea"},
        {"крим", "ar crimea"},
        {"sevastopol city", "sevastopol"},
        {"zaporizhia", "zaporizhzhia"},
        {"zaporizhzhya", "zaporizhzhia"},
        {"odessa", "odesa"},
        {"mykolayiv", "mykolaiv"},
        {"dnipro", "dnipropetrovsk"},
        {"kiev", "kyiv"},
        {"city of kyiv", "kyiv city"},
    }};
    for (const auto& [alias, name] : also) {
        if (key == alias) { return std::string{name}; }
    }
    return key;
}

std::string first_text(const geo::Properties& properties, const std::vector<const char*>& keys) {
    for (const char* key : keys) {
        std::string text = geo::text_of(properties, key);
        if (!text.empty()) { return text; }
    }
    return {};
}

Unit to_unit(const geo::Feature& feature) {
    Unit unit;
    unit.name = geo::name_of(feature);
    unit.name_uk = first_text(feature.properties, {"name_uk", "name:uk", "NAME_UK", "ADM1_UA"});
    unit.code = first_text(feature.properties, {"code", "iso_3166_2", "ISO3166-2", "iso3166-2", "shapeISO", "ISO_1"});
    unit.kind = first_text(feature.properties, {"kind"});
    return unit;
}

/// Names and codes as the built-in units have them, where they know the unit.
void adopt_known_name(Unit& unit, const std::vector<Unit>& known) {
    int index = unit.code.empty() ? -1 : find_unit(known, unit.code);
    if (index < 0) { index = find_unit(known, unit.name); }
    if (index < 0 && !unit.name_uk.empty()) { index = find_unit(known, unit.name_uk); }
    if (index < 0) { return; }
    const Unit& same = known[static_cast<std::size_t>(index)];
    unit.name = same.name;
    unit.name_uk = same.name_uk;
    unit.code = same.code;
    unit.kind = same.kind;
}

void repair_all(Units& units, const std::string& path) {
    std::vector<geo::FeatureNote> notes;
    for (Unit& unit : units.units) {
        try {
            geo::Repaired repaired = geo::repair(unit.region);
            unit.region = std::move(repaired.region);
            for (const geo::Note& note : repaired.notes) { notes.push_back({unit.name, note}); }
        } catch (const geo::Error& error) {
            throw geo::Error{fmt::format("unit {}: {}", unit.name, error.problem()), error.remedy()}.at({path});
        }
    }
    for (geo::Note& note : geo::gathered(notes)) { units.notes.push_back(std::move(note)); }
}

/// A file of Ukraine's units that lacks some of them would otherwise be taken for the whole.
void note_missing(Units& units, const std::vector<Unit>& known) {
    std::vector<std::string> missing;
    for (const Unit& unit : known) {
        const auto same = [&unit](const Unit& other) { return other.code == unit.code; };
        if (std::none_of(units.units.begin(), units.units.end(), same)) { missing.push_back(unit.name); }
    }
    if (missing.empty() || missing.size() == known.size()) { return; }
    units.notes.push_back({fmt::format("the file has no unit of its own for {}", fmt::join(missing, ", ")), {}});
}

}  // namespace

Source source_of(const geo::Dataset& dataset) {
    const auto about = [&dataset](const char* key) { return geo::text_of(dataset.about, key); };
    Source source{about("title"), about("source"), about("date"), about("licence"), about("accuracy")};
    if (source.source.empty()) { source.source = dataset.path; }
    return source;
}

void require_one_layer(const geo::Dataset& dataset) {
    std::vector<std::string> names;
    for (const geo::Feature& feature : dataset.features) {
        if (feature.shape.region.empty() && feature.shape.paths.empty()) { continue; }  // points, or a table
        if (std::find(names.begin(), names.end(), feature.layer) == names.end()) { names.push_back(feature.layer); }
    }
    if (names.size() < 2) { return; }
    throw geo::Error{fmt::format("the file has several layers: {}", fmt::join(names, ", ")),
                     fmt::format("name one with --input-layer {}", names.front()), geo::Error::Kind::bad_usage}
        .at({dataset.path});
}

geo::Region Units::country() const {
    std::vector<const geo::Region*> regions;
    for (const Unit& unit : units) { regions.push_back(&unit.region); }
    return geo::unite_all(regions);
}

geo::Layer Units::layer() const {
    geo::Layer owners;
    for (const Unit& unit : units) { owners.emplace_back(&unit.region); }
    return owners;
}

Units builtin_units() {
    geo::Dataset dataset = geo::read_geojson(builtin_file("units.geojson"), "built-in units");
    Units result{{}, source_of(dataset), {}};
    for (geo::Feature& feature : dataset.features) {
        Unit unit = to_unit(feature);
        unit.region = std::move(feature.shape.region);  // valid already: tests/layers/unit_test.cpp
        result.units.push_back(std::move(unit));
    }
    return result;
}

Units to_units(const geo::Dataset& dataset) {
    require_one_layer(dataset);
    const std::vector<Unit> known = builtin_units().units;
    Units result{{}, source_of(dataset), {}};
    for (const std::string& note : dataset.notes) { result.notes.push_back({note, {}}); }
    int joined = 0;
    for (const geo::Feature& feature : dataset.features) {
        if (feature.shape.region.empty()) { continue; }
        Unit unit = to_unit(feature);
        adopt_known_name(unit, known);
        if (unit.code.empty()) { unit.code = unit.name; }
        unit.region = feature.shape.region;
        const auto same = [&unit](const Unit& other) { return other.code == unit.code; };
        const auto first = std::find_if(result.units.begin(), result.units.end(), same);
        if (first == result.units.end()) {
            result.units.push_back(std::move(unit));
        } else {
            geo::append(first->region, unit.region);
            ++joined;
        }
    }
    if (result.units.empty()) {
        throw geo::Error{"units are polygons, and this file has none", "give polygons of first-level units"}.at(
            {dataset.path});
    }
    if (joined > 0) {
        result.notes.push_back({fmt::format("{} features were joined to a unit of the same code", joined), {}});
    }
    repair_all(result, dataset.path);
    note_missing(result, known);
    return result;
}

int find_unit(const std::vector<Unit>& units, std::string_view written) {
    const std::string plain = folded(written), key = key_of(written);
    const auto index_of = [&units](const auto& same) {
        const auto found = std::find_if(units.begin(), units.end(), same);
        return found == units.end() ? -1 : static_cast<int>(found - units.begin());
    };
    const int exact = index_of([&plain](const Unit& unit) {
        return plain == folded(unit.code) || plain == folded(unit.name) || plain == folded(unit.name_uk);
    });
    if (exact >= 0) { return exact; }
    return index_of([&key](const Unit& unit) {
        return key == key_of(unit.name) || (!unit.name_uk.empty() && key == key_of(unit.name_uk));
    });
}

}  // namespace layers
