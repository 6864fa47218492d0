// SPDX-License-Identifier: MIT
#include "app/commands/inputs.h"
#include "geo/error.h"
#include "layers/model/country.h"
#include "layers/model/unit_file.h"
#include "layers/plan_language/plan_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace app {

namespace {

void check_unit_options(const Inputs& inputs) {
    if (inputs.units == "-" && inputs.by == "-") {
        throw geo::Error{"standard input cannot be both --units and --by", "name a file for one of them",
                         geo::Error::Kind::bad_usage};
    }
    if (!inputs.units.empty() || !inputs.by.empty()) { return; }
    const char* option = !inputs.unit_name.empty()      ? "--unit-name"
                         : !inputs.unit_code.empty()    ? "--unit-code"
                         : !inputs.units_layers.empty() ? "--units-layer"
                                                        : nullptr;
    if (option == nullptr) { return; }
    throw geo::Error{fmt::format("{} is of a file of units, and none is given", option),
                     "give the file with --units or with --by", geo::Error::Kind::bad_usage};
}

bool has_field(const geo::Dataset& dataset, const std::string& field) {
    const auto same = [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); };
    for (const geo::Feature& feature : dataset.features) {
        for (const auto& [name, value] : feature.properties) {
            if (std::equal(name.begin(), name.end(), field.begin(), field.end(), same)) { return true; }
        }
    }
    return false;
}

/// Of the layers that the options name those that the file has, if it has some.
void keep_layers(geo::Dataset& dataset, const std::vector<std::string>& names) {
    const auto other = [&names](const geo::Feature& feature) {
        return std::find(names.begin(), names.end(), feature.layer) == names.end();
    };
    auto& features = dataset.features;
    if (std::all_of(features.begin(), features.end(), other)) { return; }
    features.erase(std::remove_if(features.begin(), features.end(), other), features.end());
}

/// Those of --input-layer, if there is no other file that they could be of.
const std::vector<std::string>& layers_of_units(const Inputs& inputs) {
    const bool has_other_file = !inputs.control.empty() || (!inputs.line.empty() && !is_builtin_line(inputs.line));
    return inputs.units_layers.empty() && !has_other_file ? inputs.layers : inputs.units_layers;
}

geo::ReadOptions units_reading(const Inputs& inputs) {
    geo::ReadOptions options = plan_files_from(inputs);
    options.layers = layers_of_units(inputs);
    return options;
}

/// The same options name fields and layers of both files: each file takes what it has, and one of them must have it.
layers::Units read_units(const std::string& path, const std::string& other_path, const Inputs& inputs) {
    if (other_path.empty()) {
        return layers::to_units(geo::read(path, units_reading(inputs)), {inputs.unit_name, inputs.unit_code});
    }
    geo::Dataset dataset = geo::read(path, plan_files_from(inputs));
    keep_layers(dataset, inputs.units_layers);
    const auto of_this = [&](const std::string& field) {
        if (field.empty() || has_field(dataset, field)) { return field; }
        return other_path == "-" || has_field(geo::read(other_path, plan_files_from(inputs)), field) ? std::string{}
                                                                                                     : field;
    };
    return layers::to_units(dataset, {of_this(inputs.unit_name), of_this(inputs.unit_code)});
}

}  // namespace

layers::Units units_from(const Inputs& inputs) {
    check_unit_options(inputs);
    return inputs.units.empty() ? layers::builtin_units() : read_units(inputs.units, inputs.by, inputs);
}

std::optional<layers::Units> reporting_units_from(const Inputs& inputs) {
    if (inputs.by.empty()) { return std::nullopt; }
    return read_units(inputs.by, inputs.units, inputs);
}

std::vector<std::string> names_for(const Inputs& inputs, const layers::Units& units, bool all, Console& console) {
    std::vector<std::string> known = all ? layers::builtin_plan_names() : layers::catalogue().front().names;
    if (inputs.units.empty()) { return known; }
    std::vector<std::string> names, left_out;
    std::set<std::string> missing;
    for (const std::string& name : known) {
        const std::vector<std::string> codes = layers::units_missing(layers::load_plan(name, units.units), units.units);
        if (codes.empty() && !layers::speaks_of(layers::load_plan(name, units.units), units)) { continue; }
        (codes.empty() ? names : left_out).push_back(name);
        missing.insert(codes.begin(), codes.end());
    }
    if (!left_out.empty()) {
        console.note(fmt::format("left out, since they name units that {} lacks ({}; {}): {}", inputs.units,
                                 layers::unit_words({missing.begin(), missing.end()}), units.fields,
                                 fmt::join(left_out, ", ")));
    }
    return names;
}

void require_units(const layers::Plan& plan, const layers::Units& units) {
    layers::require_units(plan, units,
                          "if other fields hold names or codes, name them with --unit-name FIELD and --unit-code "
                          "FIELD; for a table by these polygons leave out --units and give the file with --by");
}

}  // namespace app
