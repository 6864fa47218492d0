// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

/// Who holds land under a plan. In the order of their ids, in which maps by them are written.
enum class Holder : std::uint8_t { russia, ukraine, contested, undecided };

/// As what land is held. In the order of their ids; statuses() has the order of tables.
enum class Status : std::uint8_t {
    ru_claimed,
    ru_de_facto,
    ru_held,
    ru_recognised,
    ua,
    ua_regained,
    contested,
    frozen,
    undecided,
    withdrawn_ru,
    withdrawn_ua
};

/// How a text that leaves its geometry open is read.
enum class Reading : std::uint8_t { base, smallest, largest };

enum class ZoneKind : std::uint8_t { arms_limited, demilitarized, economic, international, special };

/// Who holds land under a plan, and as what. Sides::words() has the words to print.
struct StatusClass {
    Holder holder = Holder::undecided;
    Status status = Status::undecided;
    friend auto operator<=>(const StatusClass&, const StatusClass&) = default;
};

/// Of land of which no rule speaks.
inline constexpr StatusClass left_open{Holder::undecided, Status::undecided};

/// Of contested land where the plan says one thing of it if it is held by the one side, and another thing if it is held
/// by the other.
inline constexpr StatusClass contested_land{Holder::contested, Status::contested};

/// Of land that no plan need speak of.
inline constexpr StatusClass untouched{Holder::ukraine, Status::ua};

/// The one place that has the terms of the plan language: the reader's lists, plan.schema.json, the reference in
/// PLANS.md and the legend's words are made or checked by it (tests/layers/vocabulary_test.cpp).
struct StatusTerm {
    Status status;
    std::string_view id;           ///< in plans and files, by the default sides: "RU-held"
    std::string_view words;        ///< what people read: "held by Russia"
    std::string_view meaning;      ///< a sentence, by the default sides
    std::optional<Holder> holder;  ///< the only one that goes with it
};
struct HolderTerm {
    Holder holder;
    std::string_view id;
};
struct ZoneKindTerm {
    ZoneKind kind;
    std::string_view id, meaning;
};

struct ReadingTerm {
    Reading reading;
    std::string_view id;
};

const std::vector<StatusTerm>& statuses();  ///< in the order of tables
const std::vector<HolderTerm>& holders();   ///< in the order of messages
const std::vector<ZoneKindTerm>& zone_kinds();
const std::vector<ReadingTerm>& readings();

const StatusTerm& term_of(Status status);
const HolderTerm& term_of(Holder holder);
const ZoneKindTerm& term_of(ZoneKind kind);
const ReadingTerm& term_of(Reading reading);

/// The id, as plans and outputs have it.
template <class T>
std::string id_of(T value) {
    return std::string{term_of(value).id};
}

template <class Term>
std::vector<std::string> ids_of(const std::vector<Term>& terms) {
    std::vector<std::string> ids;
    for (const Term& term : terms) { ids.emplace_back(term.id); }
    return ids;
}

std::optional<ZoneKind> zone_kind_of(std::string_view id);
std::optional<Reading> reading_of(std::string_view id);

/// Orders classes as tables do: by status, then by holder.
bool class_before(const StatusClass& a, const StatusClass& b);

}  // namespace layers
