// SPDX-License-Identifier: MIT
#include "geo/detail/text_kind.h"

#include "geo/detail/endings.h"
#include "geo/error.h"
#include "geo/safe_text.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <cctype>

namespace geo::detail {

namespace {

constexpr std::size_t looked_at = 4096, shown = 200;

/// Bytes of an ordinary text in UTF-16 without a mark: every other one is 0.
bool alternates(std::string_view text, std::size_t zero_at) {
    const std::size_t count = std::min<std::size_t>(text.size() / 2 * 2, 64);
    if (count < 8) { return false; }
    for (std::size_t i = 0; i < count; ++i) {
        const bool is_zero = text[i] == '\0';
        const bool zero_expected = i % 2 == zero_at;
        if (zero_expected && !is_zero && i < 8) { return false; }
        if (!zero_expected && is_zero) { return false; }
    }
    return true;
}

/// As iconv calls it; empty if the text is in bytes of one character or more.
const char* wide_encoding(std::string_view text) {
    using namespace std::string_view_literals;
    if (text.starts_with("\xFF\xFE\0\0"sv) || (text.size() > 8 && text.substr(1, 3) == "\0\0\0"sv &&
                                               text.substr(5, 3) == "\0\0\0"sv && text[0] != '\0' && text[4] != '\0')) {
        return "UTF-32LE";
    }
    if (text.starts_with("\0\0\xFE\xFF"sv) || (text.size() > 8 && text.starts_with("\0\0\0"sv) &&
                                               text.substr(4, 3) == "\0\0\0"sv && text[3] >= ' ' && text[7] >= ' ')) {
        return "UTF-32BE";
    }
    if (text.starts_with("\xFF\xFE"sv) || alternates(text, 1)) { return "UTF-16LE"; }
    if (text.starts_with("\xFE\xFF"sv) || alternates(text, 0)) { return "UTF-16BE"; }
    return "";
}

/// Cyrillic letters in Windows-1251 are runs of bytes from C0, and Ґ, Є, І, Ї, № below.
const char* narrow_encoding(std::string_view text) {
    int letters = 0, others = 0;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (c < 0x80) { continue; }
        const bool cyrillic = c >= 0xC0 || c == 0xA5 || c == 0xB4 || c == 0xAA || c == 0xBA || c == 0xB2 || c == 0xB3 ||
                              c == 0xAF || c == 0xBF || c == 0xB9 || c == 0xA8 || c == 0xB8;
        ++(cyrillic ? letters : others);
    }
    return letters > 2 && letters > 4 * others ? "CP1251" : "";
}

std::string command(const char* encoding, const std::string& file) {
    return fmt::format("convert it: iconv -f {} -t UTF-8 {} > utf8-file", encoding, shell_quoted(file));
}

/// The first words between the tags, on one line.
std::string words_in(std::string_view markup) {
    std::string words;
    bool in_tag = false;
    for (const char c : markup) {
        if (c == '<') { in_tag = true; }
        const bool is_gap = in_tag || static_cast<unsigned char>(c) <= ' ';
        if (!is_gap) { words += c; }
        if (is_gap && !words.empty() && words.back() != ' ') { words += ' '; }
        if (c == '>') { in_tag = false; }
    }
    while (!words.empty() && (words.back() == ' ' || words.size() > shown)) { words.pop_back(); }
    return words;
}

std::string_view between(std::string_view text, std::string_view from, std::string_view to) {
    const std::size_t begin = text.find(from);
    if (begin == std::string_view::npos) { return {}; }
    const std::size_t end = text.find(to, begin + from.size());
    return text.substr(begin + from.size(), end == std::string_view::npos ? end : end - begin - from.size());
}

/// Name of the first element of XML or HTML, in lower case and without its namespace; empty if the text is no markup.
std::string root_of(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) { text.remove_prefix(3); }
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        if (!text.starts_with('<')) { return {}; }
        if (lower(text.substr(0, 14)) == "<!doctype html") { return "html"; }
        if (!text.starts_with("<?") && !text.starts_with("<!")) { break; }
        const std::string_view end = text.starts_with("<!--") ? "-->" : ">";
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) { return {}; }
        text.remove_prefix(at + end.size());
    }
    const std::string name = lower(text.substr(1, std::min<std::size_t>(text.find_first_of(" \t\r\n/>", 1), 64) - 1));
    return name.substr(name.rfind(':') == std::string::npos ? 0 : name.rfind(':') + 1);
}

constexpr const char* fetch_again = "fetch it again, and look at the answer in a browser";

}  // namespace

bool is_plain_text(std::string_view text) {
    const auto is_control = [](unsigned char c) {
        return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
    };
    if (std::any_of(text.begin(), text.end(), is_control)) { return false; }
    for (std::size_t cut = 0; cut < 4 && cut <= text.size(); ++cut) {
        if (simdjson::validate_utf8(text.data(), text.size() - cut)) { return true; }
    }
    return false;
}

void refuse_wide_encodings(std::string_view text, const std::string& file) {
    const std::string wide = wide_encoding(text);
    if (wide.empty()) { return; }
    throw Error{fmt::format("this text is in the encoding {}, and only UTF-8 is read", wide),
                command(wide.c_str(), file)};
}

void refuse_other_encodings(std::string_view text, const std::string& file) {
    refuse_wide_encodings(text, file);
    if (simdjson::validate_utf8(text.data(), text.size())) { return; }
    std::size_t line = 1;
    std::string_view bad = text;
    while (!bad.empty()) {  // the first line that is no UTF-8: no character of several bytes crosses a line
        const std::size_t end = std::min(bad.find('\n'), bad.size());
        if (!simdjson::validate_utf8(bad.data(), end)) {
            bad = bad.substr(0, end);
            break;
        }
        bad.remove_prefix(std::min(end + 1, bad.size()));
        ++line;
    }
    const std::string narrow = narrow_encoding(text);
    throw Error{
        narrow.empty() ? "this text is not in UTF-8" : "this text looks like Windows-1251, and only UTF-8 is read",
        command(narrow.empty() ? "ENCODING" : narrow.c_str(), file)}
        .at({"", static_cast<int>(line)});
}

void refuse_answers(std::string_view head) {
    head = head.substr(0, looked_at);
    const std::string root = root_of(head);
    if (root == "html") {
        const std::size_t title = lower(head).find("<title");
        const std::string_view rest = title == std::string_view::npos ? "" : head.substr(title);
        const std::string words = words_in(between(rest, ">", "<"));
        throw Error{fmt::format("this is an HTML page{}, no data", words.empty() ? "" : fmt::format(" \"{}\"", words)),
                    fetch_again};
    }
    for (const char* answer : {"exceptionreport", "serviceexceptionreport", "exception", "error", "errors"}) {
        if (root != answer) { continue; }
        throw Error{fmt::format("this is an error answer of a server, no data: {}", words_in(head)), fetch_again};
    }
}

void refuse_no_json(std::string_view head) {
    const std::string words = is_plain_text(head.substr(0, looked_at)) ? words_in(head.substr(0, shown)) : "";
    throw Error{words.empty()
                    ? "this is no JSON, although its name ends so"
                    : fmt::format("this is no JSON, although its name ends so; it begins \"{}\"", words.substr(0, 80)),
                "give it the ending of what it is, or fetch it again"};
}

}  // namespace geo::detail
