// SPDX-License-Identifier: MIT
#include "layers/model/vocabulary.h"

#include <algorithm>
#include <tuple>

namespace layers {

const std::vector<StatusTerm>& statuses() {
    static const std::vector<StatusTerm> terms{
        {Status::ru_recognised, "RU-recognised", "recognised as Russian in law", "визнано за Росією",
         "визнано російським за правом", Holder::russia},
        {Status::ru_de_facto, "RU-de-facto", "accepted as Russian in fact", "за Росією фактично",
         "прийнято як російське фактично", Holder::russia},
        {Status::ru_claimed, "RU-claimed", "claimed by Russia as its own, wherever the line runs", "претензія Росії",
         "Росія вважає своїм, хай де проходить лінія", Holder::russia},
        {Status::withdrawn_ua, "withdrawn-UA", "Ukrainian forces leave it", "відхід українських військ",
         "українські війська відходять", std::nullopt},
        {Status::frozen, "frozen", "stays with Russia on the line, not recognised", "заморожено",
         "лишається за Росією по лінії, не визнано", Holder::russia},
        {Status::ru_held, "RU-held", "held by Russia; nothing is agreed on it", "утримує Росія",
         "утримує Росія; нічого не домовлено", Holder::russia},
        {Status::contested, "contested", "held by neither side for certain; the text does not say whose it is",
         "сіра зона", "жодна сторона не утримує напевно; текст не каже, чиє", Holder::contested},
        {Status::undecided, "undecided", "the text leaves it open", "не вирішено", "текст лишає відкритим",
         std::nullopt},
        {Status::withdrawn_ru, "withdrawn-RU", "Russian forces leave it", "відхід російських військ",
         "російські війська відходять", std::nullopt},
        {Status::ua_regained, "UA-regained", "comes back to Ukraine", "повертається Україні", "повертається Україні",
         Holder::ukraine},
        {Status::ua, "UA", "stays with Ukraine", "за Україною", "лишається за Україною", Holder::ukraine},
    };
    return terms;
}

const std::vector<HolderTerm>& holders() {
    static const std::vector<HolderTerm> terms{{Holder::ukraine, "Ukraine", "Україна"},
                                               {Holder::russia, "Russia", "Росія"},
                                               {Holder::contested, "contested", "сіра зона"},
                                               {Holder::undecided, "undecided", "не вирішено"}};
    return terms;
}

const std::vector<ZoneKindTerm>& zone_kinds() {
    static const std::vector<ZoneKindTerm> terms{
        {ZoneKind::demilitarized, "demilitarized", "no troops, or none with heavy arms", "демілітаризована зона"},
        {ZoneKind::economic, "economic", "a free or special economic zone", "економічна зона"},
        {ZoneKind::international, "international", "international troops or monitors", "міжнародна присутність"},
        {ZoneKind::special, "special", "a regime of its own, such as a nuclear site", "особливий режим"},
        {ZoneKind::arms_limited, "arms-limited", "arms or forces limited by class or number", "обмеження озброєнь"},
    };
    return terms;
}

const std::vector<ReadingTerm>& readings() {
    static const std::vector<ReadingTerm> terms{{Reading::base, "base", "основне прочитання"},
                                                {Reading::smallest, "smallest", "найменше прочитання"},
                                                {Reading::largest, "largest", "найбільше прочитання"}};
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
