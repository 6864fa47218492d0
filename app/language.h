// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What --lang names among the words of a command; nothing if it is not there.
std::optional<std::string> named_language(const std::vector<std::string>& words);

/// The language to speak: that of --lang, else that of the locale (LC_ALL, LC_MESSAGES, LANG), where there are texts in
/// it and people read what comes out. Files, JSON and CSV stay as they are on any machine unless --lang is given.
std::optional<std::string> language_for(const std::vector<std::string>& words);

}  // namespace app
