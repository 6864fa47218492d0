// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What --lang names among the words of a command; nothing if it is not there.
std::optional<std::string> named_language(const std::vector<std::string>& words);

/// The language to speak: that of --lang, else that of the locale (LC_ALL, LC_MESSAGES, LANG), where there are texts in
/// it and people read what comes out: tables, windows and pages. JSON, CSV and exports stay as they are on any machine
/// unless --lang is given.
std::optional<std::string> language_for(const std::vector<std::string>& words);

/// The words with the language named once, behind the command: as a receipt has them, which is read without a locale.
std::vector<std::string> with_language(std::vector<std::string> words, const std::string& language);

}  // namespace app
