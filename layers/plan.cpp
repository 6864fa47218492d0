// SPDX-License-Identifier: MIT
#include "layers/plan.h"

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
