// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/plan_parameters.h"
#include "layers/model/words.h"

#include "layers/model/suggest.h"
#include "layers/plan_language/detail/area_expression_reader.h"
#include "layers/plan_language/detail/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace layers::detail {

namespace {

/// A length, a rate or a time, to compare.
struct Amount {
    std::string kind;
    double value;
};

/// Throws what is wrong with it as a length.
Amount as_amount(const std::string& text) {
    if (const auto length = geo::length_in(text)) { return {"length", length->value()}; }
    if (const auto rate = geo::rate_in(text)) { return {"rate", rate->value()}; }
    if (const auto time = geo::time_in(text)) { return {"time", time->value()}; }
    return {"length", geo::parse_length(text).value()};  // throws, with the words of a length
}

/// A bound of a parameter; empty if it has none.
std::string bound_of(const YamlText& yaml, const YAML::Node& map, const char* key) {
    std::string text = yaml.words(map, key);
    if (text.empty()) { return text; }
    Amount bound;
    try {
        bound = as_amount(text);
    } catch (const geo::Error& error) { yaml.fail(map[key], error.problem(), error.remedy()); }
    if (bound.kind == "length" && bound.value > farthest.value()) {
        yaml.fail(map[key], fmt::format("a bound of {} is wider than the country", text), "give 500 km at most");
    }
    return text;
}

std::string allowed(const Parameter& parameter) {
    if (parameter.to.empty()) { return "at least " + parameter.from; }
    if (parameter.from.empty()) { return "at most " + parameter.to; }
    return fmt::format("{} to {}", parameter.from, parameter.to);
}

}  // namespace

std::vector<Parameter> parameters_of(const PlanChain& chain, const Sides& sides) {
    std::vector<Parameter> parameters;
    for (auto document = chain.rbegin(); document != chain.rend(); ++document) {
        const auto& [yaml, root] = std::tie((*document)->yaml, (*document)->root);
        if (!root["parameters"].IsDefined()) { continue; }
        const Spelling spelling{sides, (*document)->source.is_builtin};
        if (!root["parameters"].IsMap()) {
            yaml.fail(root["parameters"], "parameters are names with a default", "write \"depth: {default: 15 km}\"");
        }
        for (const auto& entry : root["parameters"]) {
            yaml.check_keys(entry.second, "a parameter", {"default", "from", "to", "title"});
            Parameter parameter{spelling.id(one_line(entry.first.Scalar())),
                                spelling.text(yaml.words(entry.second, "title")),
                                spelling.value(yaml.needed(entry.second, "default", "a parameter")),
                                bound_of(yaml, entry.second, "from"),
                                bound_of(yaml, entry.second, "to"),
                                {},
                                yaml.place(entry.second["default"])};
            const auto same = [&](const Parameter& other) { return other.name == parameter.name; };
            const auto found = std::find_if(parameters.begin(), parameters.end(), same);
            if (found == parameters.end()) {
                parameters.push_back(std::move(parameter));
            } else {
                *found = std::move(parameter);
            }
        }
    }
    return parameters;
}

/// Of a parameter with bounds, the value is a quantity of their kind, and between them. One that the caller has set
/// stands in no line of a file.
void check_value(const Parameter& parameter, const std::string& plan) {
    const auto refuse = [&](const std::string& problem, const std::string& remedy) {
        const auto kind = parameter.place.line == 0 ? geo::Error::Kind::bad_usage : geo::Error::Kind::bad_data;
        throw geo::Error{problem, remedy, kind}.at(parameter.place);
    };
    if (parameter.from.empty() && parameter.to.empty()) { return; }
    Amount value;
    try {
        value = as_amount(parameter.value);
    } catch (const geo::Error& error) {
        refuse(fmt::format("parameter {}: {}", parameter.name, error.problem()), error.remedy());
    }
    const auto check = [&](const std::string& text, bool is_least) {
        if (text.empty()) { return; }
        const Amount bound = as_amount(text);
        if (bound.kind != value.kind) {
            refuse(fmt::format("parameter {} is a {}, {}, with a bound that is a {}", parameter.name, value.kind,
                               parameter.value, bound.kind),
                   "write the value and its bounds in units of one kind");
        }
        if (is_least ? value.value < bound.value : value.value > bound.value) {
            refuse(
                fmt::format("{} is {}: plan {} allows {}", parameter.name, parameter.value, plan, allowed(parameter)),
                "set another value, or copy the plan and change its bounds");
        }
    };
    check(parameter.from, true);
    check(parameter.to, false);
}

void set_parameter(std::vector<Parameter>& parameters, const std::string& name, const std::string& value,
                   const geo::SourceLocation& place, const std::string& plan) {
    std::vector<std::string> names;
    for (Parameter& parameter : parameters) {
        if (parameter.name == name) {
            parameter.value = value;
            parameter.place = place;
            return;
        }
        names.push_back(parameter.name);
    }
    throw geo::Error{fmt::format("plan {} has no parameter \"{}\"", plan, name),
                     names.empty() ? "it has none at all" : did_you_mean(name, names), geo::Error::Kind::bad_usage};
}

std::string with_values(std::string title, const Values& values) {
    for (const auto& [name, value] : values) {
        const std::string key = "{" + name + "}";
        for (std::size_t at = 0; (at = title.find(key, at)) != std::string::npos; at += value.size()) {
            title.replace(at, key.size(), value);
        }
    }
    return title;
}

Values in_words(Values values) {
    for (auto& [name, value] : values) {
        if (const std::optional<geo::Kilometres> length = geo::length_in(value)) { value = length_words(*length); }
    }
    return values;
}

Values in_ukrainian(Values values) {
    for (auto& [name, value] : values) {
        const std::optional<geo::Kilometres> length = geo::length_in(value);
        if (!length) { continue; }
        value = geo::to_text(*length);
        value.replace(value.size() - 2, 2, "км");
    }
    return values;
}

}  // namespace layers::detail
