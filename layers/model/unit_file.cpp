// SPDX-License-Identifier: MIT
#include "layers/model/unit_file.h"

#include "geo/error.h"
#include "geo/overlay.h"
#include "geo/repair.h"
#include "geo/setting.h"
#include "layers/model/detail/unit_groups.h"
#include "layers/model/detail/unit_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace layers {

namespace {

using detail::Group;
using detail::UnitIdentity;
using geo::SquareKilometres;

std::string own_layer_of(const geo::Feature& feature) {
    const auto has = [&feature](const char* key) { return geo::find(feature.properties, key) != nullptr; };
    if (!has("unit_code")) { return {}; }
    const std::string layer = geo::text_of(feature.properties, "layer");
    return layer.empty() && has("holder") && has("status") ? "status" : layer;
}

/// Of an export with several layers the units alone. A status layer divides land by who holds it.
geo::Dataset without_other_layers(const geo::Dataset& dataset) {
    std::set<std::string> own;
    for (const geo::Feature& feature : dataset.features) { own.insert(own_layer_of(feature)); }
    constexpr std::array others{"status", "zone", "difference"};
    const auto is_other = [&](const std::string& layer) {
        return std::find(others.begin(), others.end(), layer) != others.end();
    };
    if (own.count("units") == 0) {
        const auto other = std::find_if(own.begin(), own.end(), is_other);
        if (other == own.end()) { return dataset; }
        throw geo::Error{fmt::format("the layer {} of demarc's exports holds land by who holds it, not units", *other),
                         "demarc export PLAN units.geojson " + geo::setting("layer", "units") + " writes units"}
            .at({dataset.path});
    }
    geo::Dataset units = dataset;
    const auto gone = [](const geo::Feature& feature) { return own_layer_of(feature) != "units"; };
    units.features.erase(std::remove_if(units.features.begin(), units.features.end(), gone), units.features.end());
    return units;
}

/// Without its region.
Unit unit_of(const Group& group) {
    const UnitIdentity& identity = group.identity;
    if (const Unit* known = known_unit(group.iso)) {
        return {known->name, known->name_uk, known->code, known->kind, {}};
    }
    const std::string number = fmt::format("feature {}", group.number);
    const std::string name = !identity.name.empty() ? identity.name : !identity.code.empty() ? identity.code : number;
    return {name, identity.name_uk, identity.code, identity.kind, {}, identity.upper};
}

/// Tables go by name and exports by code: neither may mean two units.
void tell_apart(std::vector<Unit>& units, const std::vector<Group>& groups) {
    std::map<std::string, int> times;
    const auto count = [&] {
        times.clear();
        for (const Unit& unit : units) { ++times[detail::name_key(unit.name)]; }
    };
    const auto add = [&](const auto& more) {
        count();
        for (std::size_t i = 0; i < units.size(); ++i) {
            Unit& unit = units[i];
            const bool is_known = known_unit(unit.code) != nullptr && known_unit(unit.code)->name == unit.name;
            if (times[detail::name_key(unit.name)] < 2 || is_known) { continue; }
            if (const std::string words = more(i); !words.empty()) { unit.name += fmt::format(" ({})", words); }
        }
    };
    add([&](std::size_t i) {
        return units[i].upper.empty() ? detail::upper_by_place(groups[i].pieces) : units[i].upper;
    });
    add([&](std::size_t i) { return units[i].code; });
    std::map<std::string, int> numbers;
    add([&](std::size_t i) { return fmt::format("{}", ++numbers[detail::name_key(units[i].name)]); });
    std::set<std::string> codes;
    for (Unit& unit : units) {
        if (unit.code.empty() || !codes.insert(unit.code).second) { unit.code = unit.name; }
    }
}

void note_joined(Units& units, const std::vector<Group>& groups) {
    std::vector<std::string> joined;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t count = groups[i].pieces.size();
        if (count > 1) { joined.push_back(fmt::format("{} ({})", units.units[i].name, count)); }
    }
    if (joined.empty()) { return; }
    units.notes.push_back({fmt::format("several features are one unit: {}", detail::some_of(joined)), {}});
}

/// What is said of several features of a unit is said of it once.
void add_once(const std::vector<geo::Note>& said, const std::string& name, std::vector<geo::FeatureNote>& notes) {
    std::map<std::string, SquareKilometres> moved;
    for (const geo::Note& note : said) { moved[note.text] += note.moved; }
    for (const auto& [text, area] : moved) { notes.push_back({name, {text, area}}); }
}

/// Each feature by itself: read together, land that two of them cover would be a hole by the even-odd rule.
void take_regions(Units& units, std::vector<Group>& groups) {
    std::vector<geo::FeatureNote> notes;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Unit& unit = units.units[i];
        try {
            std::vector<const geo::Region*> pieces;
            std::vector<geo::Note> said;
            for (geo::Region& piece : groups[i].pieces) {
                geo::Repaired repaired = geo::repair(piece);
                piece = std::move(repaired.region);
                std::move(repaired.notes.begin(), repaired.notes.end(), std::back_inserter(said));
                pieces.push_back(&piece);
            }
            add_once(said, unit.name, notes);
            unit.region = pieces.size() == 1 ? std::move(groups[i].pieces.front()) : geo::unite_all(pieces);
        } catch (const geo::Error& error) {
            throw geo::Error{fmt::format("unit {}: {}", unit.name, error.problem()), error.remedy()}.at({units.path});
        }
    }
    for (geo::Note& note : geo::gathered(notes)) { units.notes.push_back(std::move(note)); }
}

/// A file of Ukraine's units that lacks some of them would otherwise be taken for the whole.
void note_missing(Units& units) {
    const std::vector<Unit> known = builtin_units().units;
    std::vector<std::string> missing;
    for (const Unit& unit : known) {
        const auto same = [&unit](const Unit& other) { return other.code == unit.code; };
        if (std::none_of(units.units.begin(), units.units.end(), same)) { missing.push_back(unit.name); }
    }
    if (missing.empty() || missing.size() == known.size()) { return; }
    units.notes.push_back({fmt::format("the file has no unit of its own for {}", fmt::join(missing, ", ")), {}});
}

}  // namespace

Units to_units(const geo::Dataset& dataset, const UnitFields& chosen) {
    require_one_layer(dataset, "units-layer");
    const geo::Dataset own = without_other_layers(dataset);
    Units result{{}, source_of(dataset), {}, dataset.path};
    for (const std::string& note : dataset.notes) { result.notes.push_back({note, {}}); }
    std::vector<Group> groups = detail::groups_of(own, chosen, result);
    for (const Group& group : groups) { result.units.push_back(unit_of(group)); }
    if (result.units.empty()) {
        throw geo::Error{"units are polygons, and this file has none", "give polygons of first-level units"}.at(
            {dataset.path});
    }
    tell_apart(result.units, groups);
    note_joined(result, groups);
    take_regions(result, groups);
    note_missing(result);
    return result;
}

}  // namespace layers
