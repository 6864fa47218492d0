// SPDX-License-Identifier: MIT
#include "layers/unit_file.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/overlay.h"
#include "geo/repair.h"
#include "layers/detail/unit_fields.h"
#include "layers/detail/unit_names.h"

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

using detail::UnitIdentity;
using geo::SquareKilometres;

/// A few of them, and how many more.
std::string some_of(const std::vector<std::string>& all, std::size_t shown = 8) {
    const std::vector<std::string> first{all.begin(), all.begin() + static_cast<long>(std::min(shown, all.size()))};
    const std::string more = all.size() > shown ? fmt::format(" and {} more", all.size() - shown) : "";
    return fmt::format("{}{}", fmt::join(first, ", "), more);
}

// --- demarc's own exports --------------------------------------------------------------------------------------------

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
                         "demarc export PLAN units.geojson --layer units writes units"}
            .at({dataset.path});
    }
    geo::Dataset units = dataset;
    const auto gone = [](const geo::Feature& feature) { return own_layer_of(feature) != "units"; };
    units.features.erase(std::remove_if(units.features.begin(), units.features.end(), gone), units.features.end());
    return units;
}

// --- codes that are none ---------------------------------------------------------------------------------------------

/// What a feature is called, the same for two spellings of one known unit.
std::string called(const UnitIdentity& identity) {
    const std::string iso = detail::iso_of_name(identity.name);
    return iso.empty() || iso == detail::either_kyiv ? detail::name_key(identity.name) : iso;
}

using NamesByCode = std::map<std::string, std::map<std::string, std::string>>;

void note_shared(const NamesByCode& names, Units& units) {
    std::vector<std::string> shared;
    for (const auto& [code, by_key] : names) {
        if (by_key.size() < 2) { continue; }
        std::vector<std::string> list;
        for (const auto& [key, name] : by_key) { list.push_back(name); }
        shared.push_back(fmt::format("{} ({})", code, some_of(list, 3)));
    }
    if (shared.empty()) { return; }
    units.notes.push_back({fmt::format("codes that stand beside several names are not taken for the units' own: {}; "
                                       "--unit-code FIELD joins what has the same code",
                                       some_of(shared, 4)),
                           {}});
}

/// Codes that stand beside several names are those of a country, or of what the units lie in.
void drop_shared(std::vector<UnitIdentity>& identities, std::string UnitIdentity::*code, Units& units) {
    NamesByCode names;
    for (const UnitIdentity& identity : identities) {
        if (!(identity.*code).empty() && !identity.name.empty()) {
            names[identity.*code].emplace(called(identity), identity.name);
        }
    }
    for (UnitIdentity& identity : identities) {
        if (names[identity.*code].size() < 2) { continue; }
        if (code == &UnitIdentity::code) {
            if (const Unit* upper = known_unit(identity.sense.iso); upper != nullptr && identity.level == 0) {
                if (identity.upper.empty()) { identity.upper = upper->name; }
                identity.level = 2;
            }
            identity.sense = {};
        }
        (identity.*code).clear();
    }
    if (code == &UnitIdentity::code) { note_shared(names, units); }
}

// --- known units -----------------------------------------------------------------------------------------------------

std::string iso_by_name(const UnitIdentity& identity) {
    std::string iso = detail::iso_of_name(identity.name);
    if (!iso.empty() && iso != detail::either_kyiv) { return iso; }
    for (const std::string& other : identity.other_names) {
        const std::string sure = detail::iso_of_name(other);
        if (!sure.empty() && sure != detail::either_kyiv) { return sure; }
    }
    return iso;
}

[[noreturn]] void refuse_contradiction(const UnitIdentity& identity, const std::string& by_name,
                                       const std::string& fields, const std::string& path) {
    throw geo::Error{fmt::format("the unit {} has the code {}, which is that of {} ({})", identity.name, identity.code,
                                 known_unit(identity.sense.iso)->name, fields),
                     fmt::format("name the field that is right with --unit-name FIELD (then {} is {}) or with "
                                 "--unit-code FIELD",
                                 identity.name, by_name)}
        .at({path});
}

/// The city is drawn at 840 to 1,654 km², the oblast at 27,000 and more.
std::string kyiv_of_size(SquareKilometres area) {
    constexpr SquareKilometres between{5000};
    return area < between ? "UA-30" : "UA-32";
}

// --- features that are one unit --------------------------------------------------------------------------------------

struct Group {
    UnitIdentity identity;
    std::vector<geo::Region> pieces;  ///< of each feature
    std::string iso;                  ///< of a unit of Ukraine
    bool by_name = false;
    int number = 0;  ///< of its first feature
    SquareKilometres area;
};

/// The built-in unit in which the largest piece lies, for files that do not say it.
std::string upper_by_place(const std::vector<geo::Region>& pieces) {
    static const std::vector<Unit> known = builtin_units().units;
    const geo::Polygon* largest = nullptr;
    SquareKilometres area;
    for (const geo::Region& piece : pieces) {
        for (const geo::Polygon& polygon : piece.polygons) {
            if (geo::area_of(polygon) <= area) { continue; }
            area = geo::area_of(polygon);
            largest = &polygon;
        }
    }
    if (largest == nullptr) { return {}; }
    const geo::LonLat inside = geo::point_inside(*largest);
    const auto found = std::find_if(known.begin(), known.end(),
                                    [&inside](const Unit& unit) { return geo::contains(unit.region, inside); });
    return found == known.end() ? "" : found->name;
}

class Grouping {
public:
    Grouping(const geo::Dataset& dataset, const UnitFields& chosen, Units& into)
        : dataset_{dataset}, chosen_{chosen}, units_{into} {
        detail::UnitIdentities read = detail::identities_of(dataset, chosen);
        into.fields = read.fields;
        identities_ = std::move(read.of_features);
        if (chosen.code.empty()) { drop_shared(identities_, &UnitIdentity::code, into); }
        drop_shared(identities_, &UnitIdentity::id, into);
        for (const UnitIdentity& identity : identities_) {
            ++times_[detail::name_key(identity.name)];
            into.level = std::max(into.level, identity.level);
        }
    }

    std::vector<Group> run() {
        for (std::size_t i = 0; i < identities_.size(); ++i) {
            if (!dataset_.features[i].shape.region.empty()) { add(identities_[i], dataset_.features[i]); }
        }
        std::map<std::pair<std::string, std::string>, SquareKilometres> named;
        for (const Group& group : groups_) { named[{group.iso, detail::name_key(group.identity.name)}] += group.area; }
        for (Group& group : groups_) { judge_size(group, named[{group.iso, detail::name_key(group.identity.name)}]); }
        return merged();
    }

private:
    std::string iso_of(const UnitIdentity& identity, const geo::Region& region) const {
        if (identity.level > 1) { return {}; }
        std::string by_name = iso_by_name(identity);
        const std::string& by_code = identity.sense.iso;
        if (by_name == detail::either_kyiv) {
            by_name = by_code == "UA-30" || by_code == "UA-32" ? by_code : kyiv_of_size(geo::area_of(region));
        }
        if (by_name.empty() || by_code.empty() || by_name == by_code) { return by_code.empty() ? by_name : by_code; }
        const bool one_is_chosen = chosen_.name.empty() != chosen_.code.empty();
        if (!one_is_chosen && identity.sense.sure) {
            refuse_contradiction(identity, by_name, units_.fields, dataset_.path);
        }
        return chosen_.code.empty() ? by_name : by_code;
    }

    void add(UnitIdentity& identity, const geo::Feature& feature) {
        const std::string iso = iso_of(identity, feature.shape.region);
        const std::string name = detail::name_key(identity.name);
        const bool needs_place = iso.empty() && identity.code.empty() && identity.upper.empty() && times_[name] > 1;
        if (needs_place) { identity.upper = upper_by_place({feature.shape.region}); }
        const std::string& code = identity.code.empty() && iso.empty() ? identity.id : identity.code;
        std::string key = "code\n" + code;
        if (code.empty()) { key = fmt::format("name\n{}\n{}\n{}", name, detail::name_key(identity.upper), iso); }
        if (code.empty() && name.empty()) { key = fmt::format("feature\n{}", feature.number); }
        const auto [found, is_new] = index_.emplace(key, groups_.size());
        if (is_new) {
            groups_.push_back({identity, {}, iso, identity.sense.iso.empty(), feature.number, {}});
            if (identity.code.empty()) { groups_.back().identity.code = code; }
        }
        Group& group = groups_[found->second];
        group.pieces.push_back(feature.shape.region);
        group.area += geo::area_of(feature.shape.region);
    }

    /// A town, raion or constituency may bear an oblast's name. Where only the name speaks for it, its size must too;
    /// outlines of one unit differ by less than that (Kyiv city: 840 to 1,654 km²).
    void judge_size(Group& group, SquareKilometres area) const {
        constexpr double least = 0.4;
        if (group.iso.empty() || !group.by_name || group.identity.level == 1) { return; }
        const SquareKilometres right = geo::area_of(known_unit(group.iso)->region);
        if (area > right * least) { return; }
        units_.notes.push_back({fmt::format("{} ({:.0f} km²) is not taken for the first-level unit of that name "
                                            "({:.0f} km²)",
                                            group.identity.name, area.value(), right.value()),
                                {}});
        group.iso.clear();
    }

    std::vector<Group> merged() {
        std::vector<Group> result;
        std::map<std::string, std::size_t> known;
        for (Group& group : groups_) {
            if (!group.iso.empty()) {
                const auto [found, is_new] = known.emplace(group.iso, result.size());
                if (!is_new) {
                    auto& pieces = result[found->second].pieces;
                    std::move(group.pieces.begin(), group.pieces.end(), std::back_inserter(pieces));
                    continue;
                }
            }
            result.push_back(std::move(group));
        }
        return result;
    }

    const geo::Dataset& dataset_;
    const UnitFields& chosen_;
    Units& units_;
    std::vector<UnitIdentity> identities_;
    std::map<std::string, int> times_;
    std::map<std::string, std::size_t> index_;
    std::vector<Group> groups_;
};

// --- units -----------------------------------------------------------------------------------------------------------

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
    add([&](std::size_t i) { return units[i].upper.empty() ? upper_by_place(groups[i].pieces) : units[i].upper; });
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
    units.notes.push_back({fmt::format("several features are one unit: {}", some_of(joined)), {}});
}

/// Each feature by itself: read together, land that two of them cover would be a hole by the even-odd rule.
void take_regions(Units& units, std::vector<Group>& groups) {
    std::vector<geo::FeatureNote> notes;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        Unit& unit = units.units[i];
        try {
            std::vector<const geo::Region*> pieces;
            for (geo::Region& piece : groups[i].pieces) {
                geo::Repaired repaired = geo::repair(piece);
                piece = std::move(repaired.region);
                for (const geo::Note& note : repaired.notes) { notes.push_back({unit.name, note}); }
                pieces.push_back(&piece);
            }
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
    require_one_layer(dataset, "--units-layer");
    const geo::Dataset own = without_other_layers(dataset);
    Units result{{}, source_of(dataset), {}, dataset.path};
    for (const std::string& note : dataset.notes) { result.notes.push_back({note, {}}); }
    std::vector<Group> groups = Grouping{own, chosen, result}.run();
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
