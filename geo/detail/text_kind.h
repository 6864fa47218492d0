// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace geo::detail {

/// Is all of it UTF-8, without control characters but tabs and line ends? What is cut off within a character counts
/// too.
bool is_plain_text(std::string_view text);

/// Throws Error that names the encoding and how to convert it, for text that is UTF-16, UTF-32 or not UTF-8 at all;
/// `file` stands in the command.
void refuse_other_encodings(std::string_view text, const std::string& file);

/// The same for UTF-16 and UTF-32 alone; the head of the file is enough.
void refuse_wide_encodings(std::string_view text, const std::string& file);

/// Throws Error, with the server's words, if a file begins as a page or an error message of a server: HTML, or XML of
/// OGC and of stores. The head of the file is enough.
void refuse_answers(std::string_view head);

/// Throws Error if a file whose name ends as JSON does, begins as no JSON.
[[noreturn]] void refuse_no_json(std::string_view head);

}  // namespace geo::detail
