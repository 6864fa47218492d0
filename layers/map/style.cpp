// SPDX-License-Identifier: MIT
#include "layers/map/style.h"

#include <map>

namespace layers {

Paint paint_for(const StatusClass& status_class) {
    struct Fill {
        const char* colour;
        double opacity;
    };
    static const std::map<Status, Fill> fills{{Status::ua, {"#79ccf4", 0.35}},
                                              {Status::ua_regained, {"#003a57", 0.98}},
                                              {Status::withdrawn_ru, {"#002b60", 0.6}},
                                              {Status::undecided, {"#a5a5a5", 0.6}},
                                              {Status::frozen, {"#ca8406", 0.75}},
                                              {Status::ru_held, {"#d29e48", 0.6}},
                                              {Status::ru_de_facto, {"#c75604", 0.8}},
                                              {Status::ru_claimed, {"#b2182b", 0.6}},
                                              {Status::ru_recognised, {"#2e0a02", 0.92}},
                                              {Status::withdrawn_ua, {"#520b2a", 0.75}},
                                              {Status::contested, {"#b3b3b3", 0.6}}};
    const auto& [holder, status] = status_class;
    if (status == Status::undecided && holder == Holder::ukraine) { return {"#93adbf", "#4d4d4d", 0.6}; }
    if (status == Status::undecided && holder == Holder::russia) { return {"#56300f", "#4d4d4d", 0.7}; }
    if (status == Status::withdrawn_ru && holder == Holder::undecided) { return {"#3d5a3a", "#4d4d4d", 0.6}; }
    if (status_class == contested_land) { return {"#d9d2c5", "#4d4d4d", 0.6}; }
    const Fill& fill = fills.at(status);
    return {fill.colour, "#4d4d4d", fill.opacity};
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
