// SPDX-License-Identifier: MIT
#include "layers/model/detail/unit_groups.h"

#include "geo/error.h"
#include "geo/measure.h"
#include "geo/setting.h"
#include "layers/model/detail/unit_names.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace layers::detail {

using geo::SquareKilometres;

std::string some_of(const std::vector<std::string>& all, std::size_t shown) {
    const std::vector<std::string> first{all.begin(), all.begin() + static_cast<long>(std::min(shown, all.size()))};
    const std::string more = all.size() > shown ? fmt::format(" and {} more", all.size() - shown) : "";
    return fmt::format("{}{}", fmt::join(first, ", "), more);
}

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

namespace {

/// What a feature is called, the same for two spellings of one known unit.
std::string called(const UnitIdentity& identity) {
    const std::string iso = iso_of_name(identity.name);
    return iso.empty() || iso == either_kyiv ? name_key(identity.name) : iso;
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
                                       "{} joins what has the same code",
                                       some_of(shared, 4), geo::setting("unit-code", "FIELD")),
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

std::string iso_by_name(const UnitIdentity& identity) {
    std::string iso = iso_of_name(identity.name);
    if (!iso.empty() && iso != either_kyiv) { return iso; }
    for (const std::string& other : identity.other_names) {
        std::string sure = iso_of_name(other);
        if (!sure.empty() && sure != either_kyiv) { return sure; }
    }
    return iso;
}

[[noreturn]] void refuse_contradiction(const UnitIdentity& identity, const std::string& by_name,
                                       const std::string& fields, const std::string& path) {
    throw geo::Error{
        fmt::format("the unit {} has the code {}, which is that of {} ({})", identity.name, identity.code,
                    known_unit(identity.sense.iso)->name, fields),
        fmt::format("name the field that is right with {} (then {} is {}) or with {}",
                    geo::setting("unit-name", "FIELD"), identity.name, by_name, geo::setting("unit-code", "FIELD"))}
        .at({path});
}

/// The city is drawn at 840 to 1,654 km², the oblast at 27,000 and more.
std::string kyiv_of_size(SquareKilometres area) {
    constexpr SquareKilometres between{5000};
    return area < between ? "UA-30" : "UA-32";
}

class Grouping {
public:
    Grouping(const geo::Dataset& dataset, const UnitFields& chosen, Units& into)
        : dataset_{dataset}, chosen_{chosen}, units_{into} {
        UnitIdentities read = identities_of(dataset, chosen);
        into.fields = read.fields;
        identities_ = std::move(read.of_features);
        if (chosen.code.empty()) { drop_shared(identities_, &UnitIdentity::code, into); }
        drop_shared(identities_, &UnitIdentity::id, into);
        for (const UnitIdentity& identity : identities_) {
            ++times_[name_key(identity.name)];
            into.level = std::max(into.level, identity.level);
        }
    }

    std::vector<Group> run() {
        for (std::size_t i = 0; i < identities_.size(); ++i) {
            if (!dataset_.features[i].shape.region.empty()) { add(identities_[i], dataset_.features[i]); }
        }
        std::map<std::pair<std::string, std::string>, SquareKilometres> named;
        for (const Group& group : groups_) { named[{group.iso, name_key(group.identity.name)}] += group.area; }
        for (Group& group : groups_) { judge_size(group, named[{group.iso, name_key(group.identity.name)}]); }
        return merged();
    }

private:
    std::string iso_of(const UnitIdentity& identity, const geo::Region& region) const {
        if (identity.level > 1) { return {}; }
        std::string by_name = iso_by_name(identity);
        const std::string& by_code = identity.sense.iso;
        if (by_name == either_kyiv) {
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
        const std::string name = name_key(identity.name);
        const bool needs_place = iso.empty() && identity.code.empty() && identity.upper.empty() && times_[name] > 1;
        if (needs_place) { identity.upper = upper_by_place({feature.shape.region}); }
        const std::string& code = identity.code.empty() && iso.empty() ? identity.id : identity.code;
        std::string key = "code\n" + code;
        // Names are compared as written: "1-11" is not "11-1", nor "Zone I" "Zone i". Known units have many spellings.
        const std::string& written = iso.empty() ? identity.name : name;
        if (code.empty()) { key = fmt::format("name\n{}\n{}\n{}", written, name_key(identity.upper), iso); }
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

}  // namespace

std::vector<Group> groups_of(const geo::Dataset& dataset, const UnitFields& chosen, Units& units) {
    return Grouping{dataset, chosen, units}.run();
}

}  // namespace layers::detail
