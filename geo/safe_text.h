// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace geo {

/// Words out of a file as a terminal or a window may show them, on one line: tabs and line breaks become spaces; bytes
/// that are no UTF-8, control characters (C0, DEL, C1), line and paragraph separators, what turns the direction of
/// writing (U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C) and what has no width and so forges names (U+200B,
/// U+2060, U+FEFF, U+00AD, tags) become U+FFFD. Joiners (U+200C, U+200D) stay behind letters of scripts that are
/// written with them.
std::string plain_text(std::string_view text);

/// The words as one argument of a POSIX shell, for commands that messages propose: names out of files may hold what a
/// shell would run.
std::string shell_quoted(std::string_view text);

/// JSON with those characters written as \uXXXX: the same values, and harmless where it is printed.
std::string harmless_json(std::string_view json);

/// A field of a CSV file: plain text, and with an apostrophe before it if a spreadsheet would take it for a formula,
/// which is what begins with = + - or @ (also full-width, or after spaces) and is no number. "-12.5" stays; "=1+1"
/// becomes
/// "'=1+1".
std::string spreadsheet_text(std::string_view field);

/// A value in KML, which readers show as HTML: tags and the end of CDATA appear as text ("<b>" as "&lt;b>"), and what
/// XML cannot hold becomes U+FFFD.
std::string text_in_kml(std::string_view text);

}  // namespace geo
