// SPDX-License-Identifier: MIT
#include "layers/language/agreement.h"

#include "layers/language/language.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace layers {

namespace {

constexpr std::string_view opening = "⟨", closing = "⟩", digits = "0123456789";

bool is_between_thousands(std::string_view text) {
    return text == "\u00A0" || text == "\u202F" || text == ",";
}

/// The last whole number of the text, as far as it tells which form is due: no language looks at its millions.
std::optional<unsigned long> last_number(std::string_view text) {
    constexpr std::size_t group = 3, most_digits = 6;
    std::string found;
    for (std::size_t end = text.find_last_of(digits); end != std::string_view::npos;) {
        const std::size_t before = text.find_last_not_of(digits, end);
        const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
        found.insert(0, text.substr(begin, end + 1 - begin));
        const std::string_view rest = text.substr(0, begin);
        const std::size_t last_digit = rest.find_last_of(digits);
        const bool is_group = end + 1 - begin == group && last_digit != std::string_view::npos &&
                              is_between_thousands(rest.substr(last_digit + 1));
        end = is_group ? last_digit : std::string_view::npos;
    }
    if (found.empty()) { return std::nullopt; }
    return std::stoul(found.substr(found.size() - std::min(found.size(), most_digits)));
}

std::vector<std::string_view> forms_in(std::string_view list) {
    std::vector<std::string_view> forms;
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find('|', at), list.size());
        forms.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return forms;
}

}  // namespace

std::string agreeing(std::string text) {
    if (language() == "en") { return text; }
    std::size_t at = text.find(opening);
    while (at != std::string::npos) {
        const std::size_t end = text.find(closing, at);
        if (end == std::string::npos) { break; }
        const std::size_t begin = at + opening.size();
        const std::string list = text.substr(begin, end - begin);
        const std::vector<std::string_view> forms = forms_in(list);
        const auto number = last_number(std::string_view{text}.substr(0, at));
        const std::size_t chosen = number ? plural_form(*number) : forms.size() - 1;
        const std::string_view form = forms[std::min(chosen, forms.size() - 1)];
        text.replace(at, end + closing.size() - at, form);
        at = text.find(opening, at + form.size());
    }
    return text;
}

}  // namespace layers
