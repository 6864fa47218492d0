// SPDX-License-Identifier: MIT
#include "layers/model/slug.h"

#include "geo/utf8.h"

#include <algorithm>
#include <array>

namespace layers {

namespace {

char32_t lower(char32_t c) {
    if (c >= 'A' && c <= 'Z') { return c + ('a' - 'A'); }
    if (c >= U'А' && c <= U'Я') { return c + 0x20; }
    if (c >= U'Ѐ' && c <= U'Џ') { return c + 0x50; }
    return c == U'Ґ' ? U'ґ' : c;
}

struct Letter {
    char32_t letter;
    std::string_view latin, first{};  ///< within a word; as its first letter, where that differs
};

/// The table of the resolution; ё, ы, э, which it does not have, after their sound.
constexpr std::array<Letter, 35> letters_of_ukrainian{
    {{U'а', "a"},        {U'б', "b"},        {U'в', "v"},  {U'г', "h"},  {U'ґ', "g"},  {U'д', "d"},
     {U'е', "e"},        {U'є', "ie", "ye"}, {U'ж', "zh"}, {U'з', "z"},  {U'и', "y"},  {U'і', "i"},
     {U'ї', "i", "yi"},  {U'й', "i", "y"},   {U'к', "k"},  {U'л', "l"},  {U'м', "m"},  {U'н', "n"},
     {U'о', "o"},        {U'п', "p"},        {U'р', "r"},  {U'с', "s"},  {U'т', "t"},  {U'у', "u"},
     {U'ф', "f"},        {U'х', "kh"},       {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"},
     {U'ю', "iu", "yu"}, {U'я', "ia", "ya"}, {U'ё', "io"}, {U'ы', "y"},  {U'э', "e"}}};

/// Letters and signs within a word that have no Latin letter.
bool is_silent(char32_t c) {
    return c == U'ь' || c == U'ъ' || c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`';
}

std::string latin(char32_t c, char32_t before, bool begins_word) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) { return {static_cast<char>(c)}; }
    if (c == U'г' && before == U'з') { return "gh"; }  // зг is zgh: zh is ж
    const auto same = [c](const Letter& letter) { return letter.letter == c; };
    const auto* const found = std::find_if(letters_of_ukrainian.begin(), letters_of_ukrainian.end(), same);
    if (found == letters_of_ukrainian.end()) { return {}; }
    return std::string{begins_word && !found->first.empty() ? found->first : found->latin};
}

}  // namespace

std::string slug(std::string_view name) {
    std::string result;
    char32_t before = 0;
    for (bool in_word = false; !name.empty();) {
        const char32_t c = lower(geo::take_character(name));
        if (in_word && is_silent(c)) { continue; }
        const std::string word = latin(c, before, !in_word);
        if (!in_word && !word.empty() && !result.empty()) { result += '-'; }
        result += word;
        in_word = !word.empty();
        before = c;
    }
    return result;
}

}  // namespace layers
