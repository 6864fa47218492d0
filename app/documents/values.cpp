// SPDX-License-Identifier: MIT
#include "app/documents/values.h"

#include "layers/model/contact_line.h"
#include "layers/model/place.h"
#include "layers/model/unit.h"
#include "layers/model/vocabulary.h"
#include "layers/plan_language/plan_file.h"
#include "layers/sources/source_list.h"

namespace app {

namespace {

std::vector<std::string> unit_names() {
    std::vector<std::string> names;
    for (const layers::Unit& unit : layers::builtin_units().units) { names.push_back(unit.name); }
    return names;
}

std::vector<std::string> place_names() {
    std::vector<std::string> names;
    for (const layers::Place& place : layers::builtin_places()) { names.push_back(place.name); }
    return names;
}

std::vector<std::string> source_names() {
    std::vector<std::string> names;
    for (const layers::NamedSource& source : layers::builtin_sources()) { names.push_back(source.name); }
    return names;
}

}  // namespace

Values values_of(const DeclaredOption& option) {
    const std::string& value = option.value;
    const auto names = [&value](const char* word) { return value.find(word) != value.npos; };
    if (!option.one_of.empty()) { return {option.one_of, Paths::none}; }
    if (value == "PLAN") { return {layers::builtin_plan_names(), Paths::plan_files}; }
    if (names("PLAN")) { return {layers::builtin_plan_names(), Paths::any}; }  // and an output
    if (value == "NAME|FILE") { return {layers::builtin_line_names(), Paths::any}; }
    if (names("FILE") || names("OUTPUT") || names("FOLDER")) { return {{}, Paths::any}; }
    if (value == "ADDRESS|NAME") { return {source_names(), Paths::none}; }
    if (value == "UNIT") { return {unit_names(), Paths::none}; }
    if (names("PLACE")) { return {place_names(), Paths::none}; }
    if (value == "STATUS") { return {layers::ids_of(layers::statuses()), Paths::none}; }
    if (value == "HOLDER") { return {layers::ids_of(layers::holders()), Paths::none}; }
    if (value == "KIND") { return {layers::ids_of(layers::zone_kinds()), Paths::none}; }
    return {};
}

}  // namespace app
