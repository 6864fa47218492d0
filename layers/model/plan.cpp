// SPDX-License-Identifier: MIT
#include "layers/model/plan.h"

#include "layers/language/language.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace layers {

std::string local_title(const Plan& plan) {
    return local_name(plan.title, plan.title_uk);
}

std::string source_words(const Plan& plan, const std::vector<std::string>& keys) {
    std::vector<std::string> words;
    for (const std::string& key : keys) { words.push_back(words_of(plan.sources.at(key))); }
    return fmt::format("{}", fmt::join(words, "; "));
}

std::string link_of(const PlanSource& source) {
    const std::string& address = source.address;
    if (address.find('.') == std::string::npos || address.find(' ') != std::string::npos) { return {}; }
    const bool has_scheme = address.starts_with("https://") || address.starts_with("http://");
    return has_scheme ? address : "https://" + address;
}

std::string words_of(const PlanSource& source) {
    std::string words = source.title;
    if (!source.publisher.empty() && words.find(source.publisher) == std::string::npos) {
        words += ", " + source.publisher;
    }
    if (!source.address.empty() && words.find(source.address) == std::string::npos) {
        words += " (" + source.address + ")";
    }
    return source.date.empty() ? words : words + ", " + source.date;
}

namespace {

/// Calls f with every set that stands in a rule or zone, not with the sets that it is made of.
template <class P, class F>
void each_area(P& plan, const F& f) {
    for (auto& rule : plan.rules) { f(rule.where); }
    for (auto& zone : plan.zones) { f(zone.where); }
    for (auto& reading : plan.readings) { each_area(reading, f); }
}

/// Calls f with every set of a plan's own rules and zones, and with the sets that it is made of.
template <class F>
void each_set(const Plan& plan, const F& f) {
    for (const Rule& rule : plan.rules) { visit(rule.where, f); }
    for (const Zone& zone : plan.zones) { visit(zone.where, f); }
}

void stand_on(AreaExpression& where, const std::string& line, const std::string& resulting) {
    const bool has_line = where.kind == AreaExpression::Kind::held_by || where.kind == AreaExpression::Kind::near_line;
    if (has_line && where.line.empty()) { where.line = line; }
    if (where.on_resulting_line) { where.line = resulting; }
    for (AreaExpression& part : where.parts) { stand_on(part, line, resulting); }
}

}  // namespace

std::vector<const AreaExpression*> areas_of(const Plan& plan) {
    std::vector<const AreaExpression*> areas;
    each_area(plan, [&areas](const AreaExpression& where) { areas.push_back(&where); });
    return areas;
}

std::vector<const AreaExpression*> rule_areas_of(const Plan& plan) {
    std::vector<const AreaExpression*> areas;
    for (const Rule& rule : plan.rules) { areas.push_back(&rule.where); }
    return areas;
}

std::vector<const AreaExpression*> zone_areas_of(const Plan& plan) {
    std::vector<const AreaExpression*> areas;
    for (const Zone& zone : plan.zones) { areas.push_back(&zone.where); }
    return areas;
}

std::string resulting_line_name(const Plan& plan) {
    std::string name = plan.file.empty() ? plan.name : plan.file;
    for (const Rule& rule : plan.rules) {
        name += fmt::format(" {}:{}", rule.place.file == plan.file ? "" : rule.place.file, rule.place.line);
    }
    for (const Parameter& parameter : plan.parameters) {
        name += fmt::format(" {}={}", parameter.name, parameter.value);
    }
    return name + " on " + plan.line;
}

std::string resulting_line_words(const Plan& plan) {
    const std::string reading = "@" + id_of(plan.reading);
    const bool says_it = plan.reading == Reading::base || plan.name.ends_with(reading);
    return plan.name + (says_it ? "" : reading) + (plan.line.empty() ? "" : ", " + plan.line);
}

bool has_resulting_line(const Plan& plan) {
    bool has = false;
    each_set(plan, [&](const AreaExpression& part) { has = has || part.on_resulting_line; });
    return has;
}

std::vector<std::string> lines_named(const Plan& plan) {
    std::set<std::string> names;
    each_set(plan, [&](const AreaExpression& part) {
        if (!part.line.empty() && !part.on_resulting_line) { names.insert(part.line); }
    });
    for (const Plan& reading : plan.readings) {
        for (const std::string& name : lines_named(reading)) { names.insert(name); }
    }
    return {names.begin(), names.end()};
}

namespace {

void name_resulting_line(AreaExpression& where, const std::string& name) {
    if (where.on_resulting_line) { where.line = name; }
    for (AreaExpression& part : where.parts) { name_resulting_line(part, name); }
}

}  // namespace

void name_resulting_line(Plan& plan) {
    const std::string name = resulting_line_name(plan);
    for (Zone& zone : plan.zones) { name_resulting_line(zone.where, name); }
}

void stand_on(Plan& plan, const std::string& line) {
    plan.line = line;
    const std::string resulting = resulting_line_name(plan);
    for (Rule& rule : plan.rules) { stand_on(rule.where, line, resulting); }
    for (Zone& zone : plan.zones) { stand_on(zone.where, line, resulting); }
    for (Plan& reading : plan.readings) { stand_on(reading, line); }
}

namespace {

std::set<std::string> units_named(const Plan& plan) {
    std::set<std::string> codes;
    each_area(plan, [&codes](const AreaExpression& where) {
        for (const std::string& code : layers::units_named(where)) { codes.insert(code); }
    });
    return codes;
}

}  // namespace

std::vector<std::string> units_missing(const Plan& plan, const std::vector<Unit>& units) {
    std::set<std::string> missing = units_named(plan);
    for (const Unit& unit : units) { missing.erase(unit.code); }
    return {missing.begin(), missing.end()};
}

bool names_contested(const AreaExpression& where) {
    bool names = false;
    visit(where, [&names](const AreaExpression& part) {
        names = names || (part.kind == AreaExpression::Kind::held_by && part.side == Side::contested);
    });
    return names;
}

bool agrees_on_nothing(const Plan& plan) {
    return std::all_of(plan.rules.begin(), plan.rules.end(), [](const Rule& rule) {
        const Status status = rule.status_class.status;
        return status == Status::ru_held || status == Status::ua || status == Status::contested;
    });
}

bool speaks_of_contested(const Plan& plan) {
    bool speaks = false;
    each_area(plan, [&speaks](const AreaExpression& where) { speaks = speaks || names_contested(where); });
    return speaks;
}

std::string unit_words(const std::vector<std::string>& codes) {
    std::vector<std::string> words;
    for (const std::string& code : codes) {
        const Unit* known = known_unit(code);
        words.push_back(known == nullptr ? code : fmt::format("{} ({})", known->name, code));
    }
    return fmt::format("{}", fmt::join(words, ", "));
}

void require_units(const Plan& plan, const Units& units, const std::string& remedy) {
    const std::vector<std::string> missing = units_missing(plan, units.units);
    if (missing.empty()) { return; }
    const std::string fields = units.fields.empty() ? "" : fmt::format(" ({})", units.fields);
    throw geo::Error{fmt::format("the plan {} names units that are not among the {} units{}: {}", plan.name,
                                 units.units.size(), fields, unit_words(missing)),
                     remedy}
        .at({units.path});
}

std::string settings_words(const Plan& plan) {
    std::string words;
    for (const Parameter& parameter : plan.parameters) {
        if (parameter.value == parameter.written) { continue; }
        words += (words.empty() ? "" : ", ") +
                 tr("{} = {} ({} in the plan)", parameter.name, parameter.value, parameter.written);
    }
    return words;
}

}  // namespace layers
