// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_filter.h"

#include "geo/detail/gdal.h"

#include <fmt/format.h>
#include <ogr_feature.h>

#include <map>
#include <optional>

namespace geo::detail {

namespace {

/// What the values of one field have in common.
enum class Type { none, boolean, integer, real, text };

Type type_of(const Value& value) {
    switch (value.index()) {
        case 1:
            return Type::boolean;
        case 2:
            return Type::integer;
        case 3:
            return Type::real;
        case 4:
            return Type::text;
        default:
            return Type::none;
    }
}

Type together(Type a, Type b) {
    if (a == b || b == Type::none) { return a; }
    if (a == Type::none) { return b; }
    const bool numbers = a != Type::boolean && b != Type::boolean && a != Type::text && b != Type::text;
    return numbers ? Type::real : Type::text;
}

struct Field {
    std::string name;
    Type type = Type::none;
};

/// By name, in the order in which the features bring them.
class Fields {
public:
    explicit Fields(const Dataset& dataset) {
        for (const Feature& feature : dataset.features) {
            for (const auto& [name, value] : feature.properties) {
                const auto [found, is_new] = indices_.try_emplace(name, static_cast<int>(list_.size()));
                if (is_new) { list_.push_back({name, Type::none}); }
                Field& field = list_[static_cast<std::size_t>(found->second)];
                field.type = together(field.type, type_of(value));
            }
        }
    }
    const std::vector<Field>& list() const { return list_; }
    int index_of(const std::string& name) const { return indices_.at(name); }

private:
    std::vector<Field> list_;
    std::map<std::string, int> indices_;
};

std::string words_of(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) { return *text; }
    if (const auto* flag = std::get_if<bool>(&value)) { return *flag ? "true" : "false"; }
    if (const auto* whole = std::get_if<std::int64_t>(&value)) { return fmt::format("{}", *whole); }
    if (const auto* number = std::get_if<double>(&value)) { return fmt::format("{}", *number); }
    return {};
}

using FeatureDefinition = Owned<void, [](OGRFeatureDefnH definition) { OGR_FD_Release(definition); }>;

/// GDAL tells boolean fields from text, and takes either `flag = 1` or `flag = 'true'`: the caller tries both.
FeatureDefinition definition_of(const Fields& fields, bool flags_are_text) {
    FeatureDefinition definition{OGR_FD_Create("features")};
    OGR_FD_Reference(definition.get());
    OGR_FD_SetGeomType(definition.get(), wkbUnknown);
    for (const auto& [name, type] : fields.list()) {
        const bool is_flag = type == Type::boolean && !flags_are_text;
        const OGRFieldType as = is_flag                 ? OFTInteger
                                : type == Type::integer ? OFTInteger64
                                : type == Type::real    ? OFTReal
                                                        : OFTString;
        const GdalFieldDefinition field{OGR_Fld_Create(name.c_str(), as)};
        OGR_FD_AddFieldDefn(definition.get(), field.get());
    }
    return definition;
}

void set(OGRFeatureH feature, int index, const Value& value, OGRFieldType type) {
    if (std::holds_alternative<std::monostate>(value)) { return OGR_F_SetFieldNull(feature, index); }
    const auto* whole = std::get_if<std::int64_t>(&value);
    switch (type) {
        case OFTInteger:
            return OGR_F_SetFieldInteger(feature, index, std::get<bool>(value) ? 1 : 0);
        case OFTInteger64:
            return OGR_F_SetFieldInteger64(feature, index, *whole);
        case OFTReal:
            return OGR_F_SetFieldDouble(feature, index,
                                        whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value));
        default:
            return OGR_F_SetFieldString(feature, index, words_of(value).c_str());
    }
}

/// Nothing where the filter does not go with the fields' types; GDAL has said why.
std::optional<std::vector<bool>> evaluated(const Dataset& dataset, const Fields& fields, const std::string& where,
                                           bool flags_are_text) {
    const FeatureDefinition definition = definition_of(fields, flags_are_text);
    OGRFeatureQuery query;
    CPLErrorReset();
    if (query.Compile(OGRFeatureDefn::FromHandle(definition.get()), where.c_str()) != OGRERR_NONE) {
        return std::nullopt;
    }
    std::vector<bool> picked;
    for (const Feature& feature : dataset.features) {
        const GdalFeature row{OGR_F_Create(definition.get())};
        OGR_F_SetFID(row.get(), feature.number);
        for (int i = 0; i < OGR_FD_GetFieldCount(definition.get()); ++i) { OGR_F_SetFieldNull(row.get(), i); }
        for (const auto& [name, value] : feature.properties) {
            const int index = fields.index_of(name);
            set(row.get(), index, value, OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition.get(), index)));
        }
        picked.push_back(query.Evaluate(OGRFeature::FromHandle(row.get())) != 0);
    }
    return picked;
}

}  // namespace

std::vector<bool> gdal_matching(const Dataset& dataset, const std::string& where) {
    const Fields fields{dataset};
    for (const bool flags_are_text : {false, true}) {
        if (auto picked = evaluated(dataset, fields, where, flags_are_text)) { return *picked; }
    }
    throw Error{gdal_reason(), "", Error::Kind::bad_usage};
}

}  // namespace geo::detail
