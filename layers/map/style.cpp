// SPDX-License-Identifier: MIT
#include "layers/map/style.h"

#include <map>

namespace layers {

Paint paint_for(const StatusClass& status_class) {
    static const std::map<Status, std::string> fills{
        {Status::ua, "#56b4e9"},           {Status::ua_regained, "#0072b2"}, {Status::withdrawn_ru, "#004b87"},
        {Status::undecided, "#b3b3b3"},    {Status::frozen, "#e69f00"},      {Status::ru_held, "#f5c26b"},
        {Status::ru_de_facto, "#d55e00"},  {Status::ru_claimed, "#b2182b"},  {Status::ru_recognised, "#7f2704"},
        {Status::withdrawn_ua, "#a86078"}, {Status::contested, "#b3b3b3"}};
    const auto& [holder, status] = status_class;
    if (status == Status::undecided && holder == Holder::ukraine) { return {"#b7cbd9", "#4d4d4d", 0.6}; }
    if (status == Status::undecided && holder == Holder::russia) { return {"#a8916f", "#4d4d4d", 0.6}; }
    if (status == Status::withdrawn_ru && holder == Holder::undecided) { return {"#3d5a3a", "#4d4d4d", 0.6}; }
    if (status_class == contested_land) { return {"#d9d2c5", "#4d4d4d", 0.6}; }
    return {fills.at(status), "#4d4d4d", status == Status::ua ? 0.35 : 0.6};
}

Paint paint_for_zone(ZoneKind kind) {
    static const std::map<ZoneKind, Paint> paints{{ZoneKind::demilitarized, {"#f0e442", "#7a7300", 0.35}},
                                                  {ZoneKind::economic, {"#009e73", "#005c43", 0.35}},
                                                  {ZoneKind::international, {"#56b4e9", "#1b5f87", 0.35}},
                                                  {ZoneKind::special, {"#cc79a7", "#7a3a5f", 0.35}},
                                                  {ZoneKind::arms_limited, {"#b07c2b", "#6b4a14", 0.35}}};
    return paints.at(kind);
}

}  // namespace layers
