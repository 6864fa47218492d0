// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/spelling.h"

#include "layers/model/vocabulary.h"

#include <algorithm>
#include <utility>

namespace layers::detail {

namespace {

/// Words of the default sides that are names or statuses of these ones.
bool bears_default_words(const Sides& sides) {
    const auto is_default = [](const std::string& name) { return name == "Ukraine" || name == "Russia"; };
    const std::string first = sides.status(Status::ua);
    return is_default(sides.first) || is_default(sides.second) || first == "RU" || first == "UA" ||
           sides.status(Status::ru_held) == "RU-held" || sides.status(Status::ru_held) == "UA-held";
}

/// The term behind a word: names are those of all terms, then perhaps those of the default sides.
template <class Term>
const Term& term_behind(const std::string& word, const std::vector<Term>& terms,
                        const std::vector<std::string>& names) {
    const auto found = std::find(names.begin(), names.end(), word);
    return terms.at(static_cast<std::size_t>(found - names.begin()) % terms.size());
}

}  // namespace

Spelling::Spelling(const Sides& sides, bool is_builtin)
    : sides_{sides},
      written_{is_builtin ? Sides{} : sides},
      is_builtin_{is_builtin},
      takes_defaults_{!is_builtin && !bears_default_words(sides)} {}

std::vector<std::string> Spelling::side_names() const {
    std::vector<std::string> names{written_.first, written_.second};
    return with_default_words(std::move(names), {Sides{}.first, Sides{}.second});
}

std::optional<Side> Spelling::side(const std::string& word) const {
    if (word == id_of(Holder::contested)) { return Side::contested; }
    const std::vector<std::string> names = side_names();
    const auto found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) { return std::nullopt; }
    return (found - names.begin()) % 2 == 0 ? Side::ukraine : Side::russia;
}

std::optional<Side> Spelling::side_of_value(const std::string& word) const {
    return Spelling{sides_, false}.side(word);
}

std::string Spelling::value(const std::string& word) const {
    const std::optional<Side> known = is_builtin_ ? side(word) : std::nullopt;
    return known ? sides_.name(*known) : word;
}

std::vector<std::string> Spelling::holder_names() const {
    std::vector<std::string> names;
    for (const HolderTerm& term : holders()) { names.push_back(written_.holder(term.holder)); }
    return with_default_words(std::move(names), ids_of(holders()));
}

Holder Spelling::holder(const std::string& word) const {
    return term_behind(word, holders(), holder_names()).holder;
}

std::vector<std::string> Spelling::status_names() const {
    std::vector<std::string> names;
    for (const StatusTerm& term : statuses()) { names.push_back(written_.status(term.status)); }
    return with_default_words(std::move(names), ids_of(statuses()));
}

Status Spelling::status(const std::string& word) const {
    return term_behind(word, statuses(), status_names()).status;
}

std::vector<std::string> Spelling::with_default_words(std::vector<std::string> names,
                                                      const std::vector<std::string>& words) const {
    if (takes_defaults_) { names.insert(names.end(), words.begin(), words.end()); }
    return names;
}

}  // namespace layers::detail
