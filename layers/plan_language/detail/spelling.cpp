// SPDX-License-Identifier: MIT
#include "layers/plan_language/detail/spelling.h"

#include "layers/model/plan.h"

#include <algorithm>

namespace layers::detail {

namespace {

/// Words of the default sides that are names or statuses of these ones.
bool bears_default_words(const Sides& sides) {
    const auto is_default = [](const std::string& name) { return name == "Ukraine" || name == "Russia"; };
    const std::string first = sides.status("UA");
    return is_default(sides.first) || is_default(sides.second) || first == "RU" || first == "UA" ||
           sides.status("RU-held") == "RU-held" || sides.status("RU-held") == "UA-held";
}

std::string id_behind(const std::string& word, const std::vector<std::string>& ids,
                      const std::vector<std::string>& names) {
    const auto found = std::find(names.begin(), names.end(), word);
    return found == names.end() ? word : ids[static_cast<std::size_t>(found - names.begin()) % ids.size()];
}

std::vector<std::string> status_ids() {
    std::vector<std::string> ids;
    for (const auto& [id, meaning] : status_meanings()) { ids.push_back(id); }
    return ids;
}

}  // namespace

Spelling::Spelling(const Sides& sides, bool is_builtin)
    : sides_{sides},
      written_{is_builtin ? Sides{} : sides},
      is_builtin_{is_builtin},
      takes_defaults_{!is_builtin && !bears_default_words(sides)} {}

std::vector<std::string> Spelling::side_names() const {
    std::vector<std::string> names{written_.first, written_.second};
    if (takes_defaults_) { names.insert(names.end(), {Sides{}.first, Sides{}.second}); }
    return names;
}

std::optional<Side> Spelling::side(const std::string& word) const {
    if (word == contested_land.holder) { return Side::contested; }
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
    for (const std::string& id : holders()) { names.push_back(written_.holder(id)); }
    if (takes_defaults_) { names.insert(names.end(), holders().begin(), holders().end()); }
    return names;
}

std::string Spelling::holder(const std::string& word) const {
    return id_behind(word, holders(), holder_names());
}

std::vector<std::string> Spelling::status_names() const {
    const std::vector<std::string> ids = status_ids();
    std::vector<std::string> names;
    for (const std::string& id : ids) { names.push_back(written_.status(id)); }
    if (takes_defaults_) { names.insert(names.end(), ids.begin(), ids.end()); }
    return names;
}

std::string Spelling::status(const std::string& word) const {
    return id_behind(word, status_ids(), status_names());
}

}  // namespace layers::detail
