// SPDX-License-Identifier: MIT
#include "layers/map/style.h"

#include <map>

namespace layers {

Paint paint_for(const Label& label) {
    static const std::map<std::string, std::string> fills{
        {"UA", "#56b4e9"},          {"UA-regained", "#0072b2"}, {"withdrawn-RU", "#004b87"},
        {"undecided", "#b3b3b3"},   {"frozen", "#e69f00"},      {"RU-held", "#f5c26b"},
        {"RU-de-facto", "#d55e00"}, {"RU-claimed", "#b2182b"},  {"RU-recognised", "#7f2704"},
        {"withdrawn-UA", "#a86078"}};
    if (label.status == "undecided" && label.holder == "Ukraine") { return {"#b7cbd9", "#4d4d4d", 0.6}; }
    if (label.status == "undecided" && label.holder == "Russia") { return {"#a89a84", "#4d4d4d", 0.6}; }
    if (label == contested_land) { return {"#d9d2c5", "#4d4d4d", 0.6}; }
    const auto found = fills.find(label.status);
    const bool own = label.status == "UA";
    return {found == fills.end() ? "#b3b3b3" : found->second, "#4d4d4d", own ? 0.35 : 0.6};
}

Paint paint_for_zone(const std::string& kind) {
    static const std::map<std::string, Paint> paints{{"demilitarized", {"#f0e442", "#7a7300", 0.35}},
                                                     {"economic", {"#009e73", "#005c43", 0.35}},
                                                     {"international", {"#56b4e9", "#1b5f87", 0.35}},
                                                     {"special", {"#cc79a7", "#7a3a5f", 0.35}},
                                                     {"arms-limited", {"#b07c2b", "#6b4a14", 0.35}}};
    const auto found = paints.find(kind);
    return found == paints.end() ? Paint{"#b3b3b3", "#4d4d4d", 0.35} : found->second;
}

}  // namespace layers
