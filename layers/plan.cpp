// SPDX-License-Identifier: MIT
#include "layers/plan.h"

#include <set>

namespace layers {

const Rule* rule_for(const Plan& plan, const Plot& plot, const Units& units) {
    for (const Rule& rule : plan.rules) {
        if (matches(rule.where, plot, units)) { return &rule; }
    }
    return nullptr;
}

Label label_of(const Plan& plan, const Plot& plot, const Units& units) {
    const Rule* rule = rule_for(plan, plot, units);
    return rule == nullptr ? Label{"undecided", "undecided"} : rule->label;
}

namespace {

std::set<std::string> units_named(const Plan& plan) {
    std::set<std::string> codes;
    const auto add = [&codes](const Where& where) {
        for (const std::string& code : layers::units_named(where)) { codes.insert(code); }
    };
    for (const Rule& rule : plan.rules) { add(rule.where); }
    for (const Zone& zone : plan.zones) { add(zone.where); }
    return codes;
}

}  // namespace

std::vector<std::string> units_missing(const Plan& plan, const std::vector<Unit>& units) {
    std::set<std::string> missing = units_named(plan);
    for (const Unit& unit : units) { missing.erase(unit.code); }
    return {missing.begin(), missing.end()};
}

bool is_foreign(const Plan& plan, const std::vector<Unit>& units) {
    const std::set<std::string> named = units_named(plan);
    return !named.empty() && units_missing(plan, units).size() == named.size();
}

const std::vector<std::pair<std::string, std::string>>& status_meanings() {
    static const std::vector<std::pair<std::string, std::string>> meanings{
        {"RU-recognised", "recognised as Russian in law"},
        {"RU-de-facto", "accepted as Russian in fact"},
        {"RU-claimed", "claimed by Russia as its own, wherever the line runs"},
        {"withdrawn-UA", "Ukrainian forces leave it"},
        {"frozen", "stays with Russia on the line, not recognised"},
        {"RU-held", "held by Russia; nothing is agreed on it"},
        {"undecided", "the text leaves it open"},
        {"withdrawn-RU", "Russian forces leave it"},
        {"UA-regained", "comes back to Ukraine"},
        {"UA", "stays with Ukraine"},
    };
    return meanings;
}

std::string meaning_of(const std::string& status) {
    for (const auto& [name, meaning] : status_meanings()) {
        if (name == status) { return meaning; }
    }
    return {};
}

const std::vector<std::pair<std::string, std::string>>& zone_kinds() {
    static const std::vector<std::pair<std::string, std::string>> kinds{
        {"demilitarized", "no troops, or none with heavy arms"},
        {"economic", "a free or special economic zone"},
        {"international", "international troops or monitors"},
        {"special", "a regime of its own, such as a nuclear site"},
    };
    return kinds;
}

const std::vector<std::string>& holders() {
    static const std::vector<std::string> names{"Ukraine", "Russia", "undecided"};
    return names;
}

}  // namespace layers
