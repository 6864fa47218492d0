// SPDX-License-Identifier: MIT
#include "layers/plan_language/plan_file.h"

#include "geo/error.h"
#include "geo/file.h"
#include "layers/builtin/builtin.h"
#include "layers/model/suggest.h"
#include "layers/plan_language/detail/plan_folder.h"
#include "layers/plan_language/detail/plan_reader.h"
#include "layers/plan_language/texts.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace layers {

namespace {

constexpr std::size_t largest_plan = 1 << 20;

std::string read_file(const std::string& path) {
    if (geo::exists(path) && std::filesystem::is_directory(path)) {
        throw geo::Error{"this is a directory", "name a plan file in it", geo::Error::Kind::bad_usage}.at({path});
    }
    std::ifstream file{path, std::ios::binary};
    if (!file) { throw geo::Error{"cannot open the plan", "check the path", geo::Error::Kind::bad_usage}.at({path}); }
    std::string text(largest_plan + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

bool is_builtin(const std::string& name) {
    const std::string file = "plans/" + name + ".yaml";
    const std::vector<std::string> files = builtin_files(file, ".yaml");  // reading the catalogue takes longer
    return std::find(files.begin(), files.end(), file) != files.end();
}

bool looks_like_path(const std::string& name) {
    return name.find('/') != std::string::npos || name.ends_with(".yaml") || name.ends_with(".yml") ||
           geo::exists(name);
}

[[noreturn]] void refuse_name(const std::string& name) {
    if (const TextWithoutLand* text = find_text(name)) {
        throw geo::Error{fmt::format("there is no plan of {}: {}", name, text->why),
                         "demarc plans " + name + " shows it", geo::Error::Kind::bad_usage};
    }
    throw geo::Error{fmt::format("there is no plan \"{}\", and no such file", name),
                     did_you_mean(name, builtin_plan_names()), geo::Error::Kind::bad_usage};
}

void check_size(std::string_view text, const std::string& file) {
    if (text.size() > largest_plan) {
        throw geo::Error{"a plan of more than 1 MB", "plans are a few pages"}.at({file});
    }
}

/// An error in a plan shows the line that it is about: of no other file is one shown.
void check_extended(const std::string& path) {
    if (!path.ends_with(".yaml") && !path.ends_with(".yml")) {
        throw geo::Error{fmt::format("{} is no plan to extend", path), "the name of a plan file ends in .yaml"};
    }
    if (!geo::is_regular_file(path)) {
        throw geo::Error{fmt::format("there is no plan {} to extend", path), "paths are seen from the plan's folder"};
    }
}

/// The text of a plan by name, or by a path as seen from the file that names it.
detail::PlanText find_plan(const std::string& name, const std::string& seen_from) {
    if (is_builtin(name)) {
        const std::string file = fmt::format("plans/{}.yaml", name);
        return {std::string{builtin_file(file)}, file, true};
    }
    const std::string path = seen_from.empty() ? name : detail::file_beside(seen_from, name);
    if (!looks_like_path(path)) { refuse_name(name); }
    if (!seen_from.empty()) { check_extended(path); }
    detail::PlanText found{read_file(path), path, false};
    check_size(found.text, path);
    return found;
}

Plan plan_of(detail::PlanText text, const std::vector<Unit>& units, const PlanOptions& options) {
    const std::string file = text.file;
    try {
        const detail::PlanChain chain = detail::chain_of(std::move(text), find_plan);
        Plan plan = detail::read_plan(chain, units, options);
        const bool has_others = options.reading == Reading::base && detail::has_readings(chain);
        for (const Reading reading : {Reading::smallest, Reading::largest}) {
            if (!has_others) { break; }
            PlanOptions only = options;
            only.reading = reading;
            plan.readings.push_back(detail::read_plan(chain, units, only));
        }
        return plan;
    } catch (const YAML::Exception& error) {  // a conversion that no check above foresaw
        throw geo::Error{"this plan cannot be read: " + error.msg}.at(
            {file, error.mark.line + 1, error.mark.column + 1});
    }
}

}  // namespace

Plan parse_plan(std::string_view text, const std::string& file, const std::vector<Unit>& units,
                const PlanOptions& options) {
    check_size(text, file);
    return plan_of({std::string{text}, file, false}, units, options);
}

const std::vector<CatalogueGroup>& catalogue() {
    static const std::vector<CatalogueGroup> groups = [] {
        std::vector<CatalogueGroup> read;
        for (const auto& entry : YAML::Load(std::string{builtin_file("catalogue.yaml")})) {
            read.push_back({entry.first.as<std::string>(), entry.second.as<std::vector<std::string>>()});
        }
        return read;
    }();
    return groups;
}

std::vector<std::string> builtin_plan_names() {
    std::vector<std::string> names;
    for (const CatalogueGroup& group : catalogue()) {
        names.insert(names.end(), group.names.begin(), group.names.end());
    }
    return names;
}

Plan load_plan(const std::string& name_or_path, const std::vector<Unit>& units, const PlanOptions& options) {
    PlanOptions chosen = options;
    std::string name = name_or_path;
    std::string reading;
    if (const std::size_t at = name.rfind('@'); at != std::string::npos && !geo::exists(name)) {
        reading = name.substr(at + 1);
        name.resize(at);
        if (reading.empty()) {
            throw geo::Error{fmt::format("{} names no reading", name_or_path), "write PLAN@smallest or PLAN@largest",
                             geo::Error::Kind::bad_usage};
        }
    }
    if (!is_builtin(name) && !looks_like_path(name)) { refuse_name(name); }
    const Reading known = reading_of(reading).value_or(Reading::base);
    if (!reading.empty()) { chosen.reading = known; }
    Plan plan = plan_of(find_plan(name, ""), units, chosen);
    if (!reading.empty() && known == Reading::base) { detail::refuse_reading(plan, reading); }
    if (chosen.reading != Reading::base) { plan.name += "@" + id_of(chosen.reading); }
    return plan;
}

std::vector<Plan> load_plans(const std::vector<std::string>& names_or_paths, const std::vector<Unit>& units,
                             const std::vector<PlanOptions>& options) {
    std::vector<Plan> plans;
    for (std::size_t i = 0; i < names_or_paths.size(); ++i) {
        plans.push_back(load_plan(names_or_paths[i], units, options[i]));
    }
    const auto is_named = [](const Plan& plan) { return !plan.sides.are_default(); };
    const auto named = std::find_if(plans.begin(), plans.end(), is_named);
    if (named == plans.end()) { return plans; }
    const Sides sides = named->sides;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        if (plans[i].sides == sides) { continue; }
        PlanOptions alike = options[i];
        alike.sides = sides;
        plans[i] = load_plan(names_or_paths[i], units, alike);  // throws if it has names of its own
    }
    return plans;
}

}  // namespace layers
