// SPDX-License-Identifier: MIT
#include "layers/model/vocabulary.h"

#include <algorithm>
#include <tuple>

namespace layers {

const std::vector<StatusTerm>& statuses() {
    static const std::vector<StatusTerm> terms{
        {Status::ru_recognised, "RU-recognised", "recognised as Russian in law", "recognised as Russian in law",
         Holder::russia},
        {Status::ru_de_facto, "RU-de-facto", "recognised as Russian in fact", "accepted as Russian in fact",
         Holder::russia},
        {Status::ru_claimed, "RU-claimed", "claimed by Russia", "claimed by Russia as its own, wherever the line runs",
         Holder::russia},
        {Status::withdrawn_ua, "withdrawn-UA", "Ukraine withdraws", "Ukrainian forces leave it", std::nullopt},
        {Status::frozen, "frozen", "stays with Russia", "stays with Russia on the line, not recognised",
         Holder::russia},
        {Status::ru_held, "RU-held", "held by Russia", "held by Russia; nothing is agreed on it", Holder::russia},
        {Status::contested, "contested", "contested",
         "held by neither side for certain; the text does not say whose it is", Holder::contested},
        {Status::undecided, "undecided", "left open", "the text leaves it open", std::nullopt},
        {Status::withdrawn_ru, "withdrawn-RU", "Russia withdraws", "Russian forces leave it", std::nullopt},
        {Status::ua_regained, "UA-regained", "comes back to Ukraine", "comes back to Ukraine", Holder::ukraine},
        {Status::ua, "UA", "stays with Ukraine", "stays with Ukraine", Holder::ukraine},
    };
    return terms;
}

const std::vector<HolderTerm>& holders() {
    static const std::vector<HolderTerm> terms{{Holder::ukraine, "Ukraine"},
                                               {Holder::russia, "Russia"},
                                               {Holder::contested, "contested"},
                                               {Holder::undecided, "undecided"}};
    return terms;
}

const std::vector<ZoneKindTerm>& zone_kinds() {
    static const std::vector<ZoneKindTerm> terms{
        {ZoneKind::demilitarized, "demilitarized", "no troops, or none with heavy arms"},
        {ZoneKind::economic, "economic", "a free or special economic zone"},
        {ZoneKind::international, "international", "international troops or monitors"},
        {ZoneKind::special, "special", "a regime of its own, such as a nuclear site"},
        {ZoneKind::arms_limited, "arms-limited", "arms or forces limited by class or number"},
    };
    return terms;
}

const std::vector<ReadingTerm>& readings() {
    static const std::vector<ReadingTerm> terms{
        {Reading::base, "base"}, {Reading::smallest, "smallest"}, {Reading::largest, "largest"}};
    return terms;
}

const StatusTerm& term_of(Status status) {
    return *std::ranges::find(statuses(), status, &StatusTerm::status);
}

const HolderTerm& term_of(Holder holder) {
    return *std::ranges::find(holders(), holder, &HolderTerm::holder);
}

const ZoneKindTerm& term_of(ZoneKind kind) {
    return *std::ranges::find(zone_kinds(), kind, &ZoneKindTerm::kind);
}

const ReadingTerm& term_of(Reading reading) {
    return *std::ranges::find(readings(), reading, &ReadingTerm::reading);
}

std::optional<ZoneKind> zone_kind_of(std::string_view id) {
    const auto found = std::ranges::find(zone_kinds(), id, &ZoneKindTerm::id);
    return found == zone_kinds().end() ? std::nullopt : std::optional{found->kind};
}

std::optional<Reading> reading_of(std::string_view id) {
    const auto found = std::ranges::find(readings(), id, &ReadingTerm::id);
    return found == readings().end() ? std::nullopt : std::optional{found->reading};
}

bool class_before(const StatusClass& a, const StatusClass& b) {
    const auto rank = [](Status status) { return &term_of(status) - statuses().data(); };
    return std::tuple{rank(a.status), a.holder} < std::tuple{rank(b.status), b.holder};
}

}  // namespace layers
