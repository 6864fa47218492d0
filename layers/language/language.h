// SPDX-License-Identifier: MIT
#pragma once

#include "layers/language/agreement.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

/// The language that people read demarc in: GNU gettext, whose messages are the English texts themselves; uk.po has
/// theirs in Ukrainian, and a third language is one more such file. Ids, keys and file formats are in no language.
namespace layers {

/// Languages that there are texts in, "en" and those that lie installed, in order of their codes.
std::vector<std::string> languages();

/// From now on, in the whole process and for every thread: tr() gives texts of that language. Throws geo::Error (bad
/// usage) with a suggestion if there are none. Not to be called while other threads run.
void speak(const std::string& code);

/// The code of the language that is spoken: "en" until another is chosen.
const std::string& language();

/// The text in the language that is spoken; itself where that has none.
std::string tr(std::string_view english);

/// The same for who wants a C string; it lasts as long as the program.
const char* tr_text(const char* english);

/// Which form of a word the language that is spoken has beside that number, from 0: its catalogue's Plural-Forms.
std::size_t plural_form(unsigned long number);

/// Marks a text that tr() is to be called with later.
constexpr const char* tr_later(const char* english) {
    return english;
}

/// A format string in the language that is spoken, with its values. The compiler checks the English one, and
/// tests/support/check_languages that translations have the same values.
template <class First, class... Args>
std::string tr(fmt::format_string<const First&, const Args&...> english, const First& first, const Args&... args) {
    const fmt::string_view text = english;
    const std::string format{text.data(), text.size()};
    return agreeing(fmt::vformat(tr_text(format.c_str()), fmt::make_format_args(first, args...)));
}

/// A name that has a Ukrainian form: that one where Ukrainian is spoken, and there is one.
std::string local_name(const std::string& name, const std::string& ukrainian);

}  // namespace layers
