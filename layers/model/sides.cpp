// SPDX-License-Identifier: MIT
#include "layers/model/sides.h"

#include "geo/error.h"
#include "geo/utf8.h"
#include "layers/language/language.h"
#include "layers/model/slug.h"
#include "layers/model/suggest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace layers {

namespace {

struct Exchange {
    std::string_view from;
    bool of_second;
    std::string_view before{}, after{};  ///< the name stands between them
};

/// Longer ones first: the first that fits is taken.
constexpr std::array words_of_text{Exchange{"Ukrainian side", false, "side of "},
                                   Exchange{"Russian side", true, "side of "},
                                   Exchange{"Ukrainian forces", false, "forces of "},
                                   Exchange{"Russian forces", true, "forces of "},
                                   Exchange{"as Russian in", true, "as land of ", " in"},
                                   Exchange{"Ukrainian", false},
                                   Exchange{"Ukraine", false},
                                   Exchange{"Russian", true},
                                   Exchange{"Russia", true}};
constexpr std::array words_of_ids{Exchange{"ukraine", false}, Exchange{"russia", true}};
constexpr std::array codes{Exchange{"UA", false}, Exchange{"RU", true}};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

/// In one pass, so that a name is not exchanged again; whole words only.
template <std::size_t N>
std::string exchanged(std::string_view text, const std::array<Exchange, N>& exchanges, const std::string& first,
                      const std::string& second) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const auto* const found = std::find_if(exchanges.begin(), exchanges.end(), [&](const Exchange& exchange) {
            const std::size_t end = at + exchange.from.size();
            return begins && text.substr(at).starts_with(exchange.from) &&
                   (end == text.size() || !is_letter(text[end]));
        });
        if (found == exchanges.end()) {
            result += text[at++];
        } else {
            result.append(found->before).append(found->of_second ? second : first).append(found->after);
            at += found->from.size();
        }
    }
    return result;
}

/// As part of a status: Ukraine and Russia have their codes, other names no blanks.
std::string code_of(const std::string& name) {
    if (name == "Ukraine") { return "UA"; }
    if (name == "Russia") { return "RU"; }
    std::string code = name;
    std::replace(code.begin(), code.end(), ' ', '-');
    return code;
}

/// As part of an id, in lower case: of a name without a Latin or Cyrillic letter its rank.
std::string id_of(const std::string& name, const char* rank) {
    const std::string words = slug(name);
    return words.empty() ? rank : words;
}

// --- names -----------------------------------------------------------------------------------------------------------

[[noreturn]] void refuse(const std::string& problem, const std::string& remedy) {
    throw geo::Error{problem, remedy, geo::Error::Kind::bad_usage};
}

/// Also those that turn the direction of text.
bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == geo::no_character;
}

std::string trimmed(const std::string& text) {
    const std::size_t from = text.find_first_not_of(' ');
    return from == std::string::npos ? std::string{} : text.substr(from, text.find_last_not_of(' ') - from + 1);
}

void check_name(const std::string& name) {
    constexpr int most_characters = 40;
    static const std::set<std::string> taken{"undecided", "contested", "frozen", "everywhere", "distance", "side",
                                             "line",      "of",        "rate",   "for",        "all"};
    int characters = 0;
    for (std::string_view rest = name; !rest.empty(); ++characters) {
        if (is_control(geo::take_character(rest))) {
            refuse("the name of a side has a control character in it", "write it in letters");
        }
    }
    if (characters == 0) { refuse("a side has no name", "name both, such as Republic,North"); }
    if (characters > most_characters) {
        refuse(fmt::format("the name of a side has {} characters", characters),
               fmt::format("{} at most: shorten it", most_characters));
    }
    if (name.find(',') != std::string::npos) { refuse(fmt::format("\"{}\" has a comma in it", name), "leave it out"); }
    if (name.front() == '$' || taken.contains(folded(name))) {
        refuse(fmt::format("no side can be called \"{}\": that is a word of the plan language", name),
               "choose another name");
    }
}

}  // namespace

bool Sides::are_default() const {
    return *this == Sides{};
}

const std::string& Sides::name(Side side) const {
    return side == Side::russia ? second : first;
}

std::string Sides::holder(Holder holder) const {
    return holder == Holder::ukraine ? first : holder == Holder::russia ? second : id_of(holder);
}

std::string Sides::code(Holder side) const {
    return code_of(holder(side));
}

std::string Sides::status(Status status) const {
    return are_default() ? id_of(status) : exchanged(id_of(status), codes, code_of(first), code_of(second));
}

std::string Sides::meaning(Status status) const {
    return text(merely_hold && status == Status::ua ? "held by Ukraine" : std::string{term_of(status).meaning});
}

StatusWords Sides::words(const StatusClass& status_class) const {
    return {holder(status_class.holder), status(status_class.status)};
}

std::string Sides::in_words(Status status) const {
    return text(merely_hold && status == Status::ua ? "held by Ukraine" : std::string{term_of(status).words});
}

std::string Sides::in_words(Holder holder) const {
    const bool is_named = !are_default() && (holder == Holder::ukraine || holder == Holder::russia);
    return is_named ? this->holder(holder) : tr(this->holder(holder));
}

std::string in_words(ZoneKind kind) {
    return tr(id_of(kind));
}

std::string Sides::text(const std::string& words) const {
    return are_default() ? tr(words) : exchanged(words, words_of_text, first, second);
}

std::string Sides::id(const std::string& words) const {
    return are_default() ? words : exchanged(words, words_of_ids, id_of(first, "first"), id_of(second, "second"));
}

Sides sides_of(const std::vector<std::string>& names) {
    if (names.size() != 2) {
        refuse(fmt::format("a line has two sides, and {} are named", names.size()),
               "name both, first the one that keeps what does not lie beyond the line: Republic,North");
    }
    Sides sides{trimmed(names[0]), trimmed(names[1])};
    check_name(sides.first);
    check_name(sides.second);
    std::set<std::string> ids, statuses;
    for (const std::string& name : {sides.first, sides.second}) { ids.insert(folded(code_of(name))); }
    for (const StatusTerm& term : layers::statuses()) { statuses.insert(folded(sides.status(term.status))); }
    if (ids.size() < 2 || folded(sides.first) == folded(sides.second) || statuses.size() < layers::statuses().size()) {
        refuse(fmt::format("the sides \"{}\" and \"{}\" cannot be told apart", sides.first, sides.second),
               "give them names that differ");
    }
    return sides;
}

Sides parse_sides(const std::string& text) {
    std::vector<std::string> names;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t comma = std::min(text.find(',', from), text.size());
        names.push_back(text.substr(from, comma - from));
        from = comma + 1;
    }
    return sides_of(names);
}

std::string to_text(const Sides& sides) {
    return sides.first + " and " + sides.second;
}

}  // namespace layers
