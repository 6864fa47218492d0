// SPDX-License-Identifier: MIT
#include "layers/model/detail/unit_fields.h"

#include "geo/error.h"
#include "geo/setting.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <set>

namespace layers::detail {

namespace {

constexpr int levels = 5;

enum class Role { name, local, other, code, id };

/// A field of some publisher; # stands for the level, 1 to 5. Without one the field speaks of the feature itself. Case
/// does not count: Shapefiles and databases change it. Those that come first are asked first.
struct Field {
    Role role;
    std::string_view pattern;
};

constexpr std::array known_fields{
    // demarc's own exports, layer units (layers/plan_layers.cpp)
    Field{Role::name, "unit"}, Field{Role::local, "unit_uk"}, Field{Role::code, "unit_code"},
    // OCHA COD-AB until 2024, the field names of its Admin Boundaries Technical Note; then its earlier services
    Field{Role::name, "ADM#_EN"}, Field{Role::local, "ADM#_UA"}, Field{Role::local, "ADM#_UK"},
    Field{Role::other, "ADM#_RU"}, Field{Role::other, "ADM#_REF"}, Field{Role::code, "ADM#_PCODE"},
    Field{Role::name, "admin#Name_en"}, Field{Role::local, "admin#Name_ua"}, Field{Role::local, "admin#Name_uk"},
    Field{Role::other, "admin#Name_ru"}, Field{Role::code, "admin#Pcode"},
    // OCHA COD-AB since 2025; FAO GAUL has the first of them as well
    Field{Role::name, "adm#_name"}, Field{Role::local, "adm#_name1"}, Field{Role::other, "adm#_name2"},
    Field{Role::other, "adm#_name3"}, Field{Role::code, "adm#_pcode"},
    // GADM 4.1 (gadm.org/metadata.html)
    Field{Role::name, "NAME_#"}, Field{Role::local, "NL_NAME_#"}, Field{Role::other, "VARNAME_#"},
    Field{Role::code, "ISO_#"}, Field{Role::code, "HASC_#"}, Field{Role::id, "GID_#"}, Field{Role::id, "CC_#"},
    // Ukrainian open data, by the words of the KATOTTH register
    Field{Role::name, "oblast_name@1"}, Field{Role::name, "oblast@1"}, Field{Role::name, "raion_name@2"},
    Field{Role::name, "rayon_name@2"}, Field{Role::name, "raion@2"}, Field{Role::name, "rayon@2"},
    Field{Role::name, "hromada_name@3"}, Field{Role::name, "hromada@3"},
    // geoBoundaries (geoboundaries.org/api.html)
    Field{Role::name, "shapeName"}, Field{Role::code, "shapeISO"}, Field{Role::id, "shapeID"},
    // OpenStreetMap (wiki: Key:name, Key:ISO3166-2, Key:koatuu, Key:katotth); GDAL turns colons into underscores
    Field{Role::name, "name:en"}, Field{Role::name, "name_en"}, Field{Role::other, "int_name"},
    Field{Role::local, "name:uk"}, Field{Role::local, "name_uk"}, Field{Role::other, "name:ru"},
    Field{Role::other, "official_name"}, Field{Role::code, "ISO3166-2"}, Field{Role::code, "ISO3166_2"},
    // Natural Earth 5, 1:10m admin 1 (naturalearthdata.com); its code_hasc gives two units of Ukraine the same code
    Field{Role::code, "iso_3166_2"}, Field{Role::other, "name_alt"}, Field{Role::local, "name_local"},
    Field{Role::other, "woe_name"}, Field{Role::other, "woe_label"}, Field{Role::other, "gn_name"},
    Field{Role::code, "code_hasc"}, Field{Role::id, "adm1_code"},
    // what anybody writes
    Field{Role::name, "name"}, Field{Role::name, "title"}, Field{Role::name, "label"}, Field{Role::code, "code"},
    Field{Role::code, "pcode"}, Field{Role::code, "p_code"}, Field{Role::code, "iso"}, Field{Role::code, "iso_code"},
    Field{Role::code, "katotth"}, Field{Role::code, "katottg"}, Field{Role::code, "koatuu"}};

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// The field at that level, in lower case; empty if it has none there.
std::string field_at(std::string_view pattern, int level) {
    std::string name = lower(pattern);
    if (const std::size_t at = name.find('@'); at != std::string::npos) {
        return name[at + 1] - '0' == level ? name.substr(0, at) : "";
    }
    const std::size_t digit = name.find('#');
    if (digit == std::string::npos) { return level == 0 ? name : ""; }
    if (level == 0) { return {}; }
    name[digit] = static_cast<char>('0' + level);
    return name;
}

/// The fields that the file has of one level.
struct Columns {
    std::vector<std::string> names, locals, others, codes, ids;
    std::vector<std::string>& of(Role role) {
        switch (role) {
            case Role::name:
                return names;
            case Role::local:
                return locals;
            case Role::other:
                return others;
            case Role::code:
                return codes;
            case Role::id:
                break;
        }
        return ids;
    }
};

std::string trimmed(std::string text) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(space) - first + 1);
}

class Reader {
public:
    Reader(const geo::Dataset& dataset, const UnitFields& chosen) : dataset_{dataset} {
        std::set<std::string> seen;
        for (const geo::Feature& feature : dataset.features) {
            for (const auto& [name, value] : feature.properties) {
                if (seen.insert(name).second) { present_.push_back(name); }
            }
        }
        for (int level = 0; level <= levels; ++level) {
            for (const Field& field : known_fields) {
                const std::string name = field_at(field.pattern, level);
                const std::string actual = name.empty() ? "" : actual_of(name);
                auto& list = columns_[static_cast<std::size_t>(level)].of(field.role);
                if (!actual.empty() && std::find(list.begin(), list.end(), actual) == list.end()) {
                    list.push_back(actual);
                }
            }
        }
        name_ = named(chosen.name, geo::setting("unit-name"));
        code_ = named(chosen.code, geo::setting("unit-code"));
        own_names_ = speaks_of_features_themselves();
    }

    UnitIdentities run() {
        UnitIdentities result;
        for (const geo::Feature& feature : dataset_.features) { result.of_features.push_back(identity_of(feature)); }
        result.fields = words();
        return result;
    }

private:
    std::string actual_of(const std::string& name) const {
        const auto found =
            std::find_if(present_.begin(), present_.end(), [&](const std::string& has) { return lower(has) == name; });
        return found == present_.end() ? "" : *found;
    }

    std::string named(const std::string& written, const std::string& option) const {
        if (written.empty()) { return {}; }
        if (std::find(present_.begin(), present_.end(), written) != present_.end()) { return written; }
        std::string actual = actual_of(lower(written));
        if (!actual.empty()) { return actual; }
        throw geo::Error{fmt::format("{}: the file has no field \"{}\"", option, written),
                         present_.empty() ? "its features have no properties at all"
                                          : fmt::format("its fields are: {}", fmt::join(present_, ", ")),
                         geo::Error::Kind::bad_usage}
            .at({dataset_.path});
    }

    static std::string value(const geo::Feature& feature, const std::string& field) {
        std::string text = trimmed(geo::text_of(feature.properties, field));
        return is_placeholder(text) ? "" : text;
    }

    /// The first that is filled; `used` collects where it stood.
    static std::string first(const geo::Feature& feature, const std::vector<std::string>& list,
                             std::vector<std::string>* used = nullptr) {
        for (const std::string& field : list) {
            std::string text = value(feature, field);
            if (text.empty()) { continue; }
            if (used != nullptr && std::find(used->begin(), used->end(), field) == used->end()) {
                used->push_back(field);
            }
            return text;
        }
        return {};
    }

    std::string own_name(const geo::Feature& feature) const {
        const std::string name = first(feature, at(0).names);
        return name.empty() ? first(feature, at(0).locals) : name;
    }

    const Columns& at(int level) const { return columns_[static_cast<std::size_t>(level)]; }

    int deepest_filled(const geo::Feature& feature, int below = levels + 1) const {
        for (int level = below - 1; level > 0; --level) {
            if (!first(feature, at(level).names).empty() || !first(feature, at(level).locals).empty()) { return level; }
        }
        return 0;
    }

    /// Beside fields with a level, "name" may be the unit and those what it lies in: it is where it tells more apart.
    bool speaks_of_features_themselves() const {
        std::set<std::string> own, levelled;
        for (const geo::Feature& feature : dataset_.features) {
            std::string path;
            for (int level = 1; level <= levels; ++level) {
                const std::string part = first(feature, at(level).names);
                path += (part.empty() ? first(feature, at(level).locals) : part) + "\n";
            }
            levelled.insert(path);
            own.insert(path + own_name(feature));
        }
        return own.size() > levelled.size();
    }

    int level_of_field(const std::string& name) const {
        for (int level = 1; level <= levels; ++level) {
            const Columns& columns = at(level);
            for (const auto* list : {&columns.names, &columns.locals, &columns.others, &columns.codes, &columns.ids}) {
                if (std::find(list->begin(), list->end(), name) != list->end()) { return level; }
            }
        }
        return 0;
    }

    /// 0 where the feature's own fields count.
    int level_of_names(const geo::Feature& feature) const {
        if (!name_.empty()) { return level_of_field(name_); }
        if (!code_.empty() && level_of_field(code_) > 0) { return level_of_field(code_); }
        return own_names_ && !own_name(feature).empty() ? 0 : deepest_filled(feature);
    }

    UnitIdentity identity_of(const geo::Feature& feature) {
        UnitIdentity made;
        const int level = level_of_names(feature);
        const Columns& columns = at(level);
        if (!name_.empty()) { made.name = first(feature, {name_}, &names_used_); }
        if (name_.empty()) { made.name = first(feature, columns.names, &names_used_); }
        made.name_uk = first(feature, columns.locals, made.name.empty() ? &names_used_ : nullptr);
        if (made.name.empty() && name_.empty()) { made.name = made.name_uk; }
        made.kind = value(feature, "kind");
        add_other_names(feature, columns, made);
        read_code(feature, columns, made);
        made.id = first(feature, columns.ids);
        made.level = level > 0 ? level : level_said(feature);
        read_upper(feature, level > 0 ? level : levels + 1, made);
        if (made.level == 0 && !made.upper.empty()) { made.level = 2; }
        return made;
    }

    void add_other_names(const geo::Feature& feature, const Columns& columns, UnitIdentity& made) const {
        if (!name_.empty() && level_of_field(name_) == 0) { return; }  // the user means this field and no other
        for (const auto* list : {&columns.names, &columns.locals, &columns.others}) {
            for (const std::string& field : *list) {
                std::string text = value(feature, field);
                for (std::size_t bar; (bar = text.find('|')) != std::string::npos; text.erase(0, bar + 1)) {
                    made.other_names.push_back(text.substr(0, bar));
                }
                if (!text.empty()) { made.other_names.push_back(text); }
            }
        }
    }

    /// Of several codes one that Ukraine's units are known by.
    void read_code(const geo::Feature& feature, const Columns& columns, UnitIdentity& made) {
        std::vector<std::string> list = columns.codes.empty() && &columns != &at(0) ? at(0).codes : columns.codes;
        if (!code_.empty()) { list = {code_}; }
        for (const std::string& field : list) {
            const std::string code = value(feature, field);
            if (code.empty()) { continue; }
            const CodeSense sense = sense_of_code(code);
            const bool better = !sense.iso.empty() && made.sense.iso.empty() && made.sense.upper_iso.empty();
            if (!made.code.empty() && !better) { continue; }
            made.code = code;
            made.sense = sense;
            first(feature, {field}, &codes_used_);
        }
    }

    void read_upper(const geo::Feature& feature, int below, UnitIdentity& made) {
        const int level = deepest_filled(feature, std::min(below, levels + 1));
        if (level > 0) {
            made.upper = first(feature, at(level).names, &uppers_used_);
            if (made.upper.empty()) { made.upper = first(feature, at(level).locals, &uppers_used_); }
            const std::string iso = level == 1 ? sense_of_code(first(feature, at(1).codes)).iso : "";
            const std::string named = level == 1 ? iso_of_name(made.upper) : "";
            made.upper = known_name(named.empty() || named == either_kyiv ? iso : named, made.upper);
        }
        if (made.upper.empty()) { made.upper = known_name(made.sense.upper_iso, ""); }
    }

    static std::string known_name(const std::string& iso, const std::string& otherwise) {
        if (iso.empty()) { return otherwise; }
        const Unit* unit = known_unit(iso);
        return unit == nullptr ? otherwise : unit->name;
    }

    /// geoBoundaries says ADM2, OpenStreetMap 4 for oblasts, 6 for raions, 7 for hromadas (wiki: WikiProject Ukraine).
    static int level_said(const geo::Feature& feature) {
        const std::string type = lower(value(feature, "shapeType"));
        if (type.size() == 4 && type.starts_with("adm") && type[3] >= '1' && type[3] <= '5') { return type[3] - '0'; }
        int number = 0;
        const std::string written = value(feature, "admin_level");
        if (std::from_chars(written.data(), written.data() + written.size(), number).ec != std::errc{}) { return 0; }
        return number <= 4 ? 1 : number <= 6 ? 2 : 3;
    }

    std::string words() const {
        const auto from = [](const std::vector<std::string>& list) { return fmt::format("{}", fmt::join(list, ", ")); };
        std::string text = names_used_.empty() ? "no field of names was found" : "names from " + from(names_used_);
        text += codes_used_.empty() ? ", no field of codes was found" : ", codes from " + from(codes_used_);
        return uppers_used_.empty() ? text : text + ", what they lie in from " + from(uppers_used_);
    }

    const geo::Dataset& dataset_;
    std::vector<std::string> present_;
    std::array<Columns, levels + 1> columns_;
    std::string name_, code_;  ///< as the user has named them
    bool own_names_ = false;
    std::vector<std::string> names_used_, codes_used_, uppers_used_;
};

}  // namespace

UnitIdentities identities_of(const geo::Dataset& dataset, const UnitFields& chosen) {
    return Reader{dataset, chosen}.run();
}

}  // namespace layers::detail
