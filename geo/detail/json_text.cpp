// SPDX-License-Identifier: MIT
#include "geo/detail/json_text.h"

#include "geo/utf8.h"

#include <fmt/format.h>

#include <cmath>
#include <optional>
#include <vector>

namespace geo::detail {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Reads JSON for its grammar alone. Each of its functions returns false at the first byte that cannot stand there, to
/// which at() then points.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_{text} {}
    std::size_t at() const { return at_; }

    /// One value and nothing behind it. Nesting is counted in a list, not on the stack: files may be hostile.
    bool document() {
        std::vector<char> open;  // '[' and '{'
        for (bool wants_value = true;;) {
            skip_blanks();
            if (wants_value) {
                if (next() == '[' || next() == '{') {
                    open.push_back(text_[at_++]);
                    skip_blanks();
                    if (next() == (open.back() == '[' ? ']' : '}')) {
                        ++at_;
                        open.pop_back();
                        wants_value = false;
                    } else if (open.back() == '{' && !key()) {
                        return false;
                    }
                    continue;
                }
                if (!scalar()) { return false; }
                wants_value = false;
                continue;
            }
            if (open.empty()) { return at_ == text_.size(); }
            if (next() == ',') {
                ++at_;
                skip_blanks();
                if (open.back() == '{' && !key()) { return false; }
                wants_value = true;
            } else if (next() == (open.back() == '[' ? ']' : '}')) {
                ++at_;
                open.pop_back();
            } else {
                return false;
            }
        }
    }

private:
    /// 0 at the end; a NUL in the text is no part of JSON either.
    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

    void skip_blanks() {
        while (next() == ' ' || next() == '\t' || next() == '\r' || next() == '\n') { ++at_; }
    }

    bool key() {
        if (!string()) { return false; }
        skip_blanks();
        if (next() != ':') { return false; }
        ++at_;
        return true;
    }

    bool scalar() {
        switch (next()) {
            case '"':
                return string();
            case 't':
                return word("true");
            case 'f':
                return word("false");
            case 'n':
                return word("null");
            default:
                return number();
        }
    }

    bool word(std::string_view expected) {
        for (const char letter : expected) {
            if (next() != letter) { return false; }
            ++at_;
        }
        return true;
    }

    bool digits() {
        if (!is_digit(next())) { return false; }
        while (is_digit(next())) { ++at_; }
        return true;
    }

    bool number() {
        if (next() == '-') { ++at_; }
        if (next() == '0') {
            ++at_;
        } else if (!digits()) {
            return false;
        }
        if (next() == '.') {
            ++at_;
            if (!digits()) { return false; }
        }
        if (next() == 'e' || next() == 'E') {
            ++at_;
            if (next() == '+' || next() == '-') { ++at_; }
            return digits();
        }
        return true;
    }

    /// "u" and four digits; nothing where they are none.
    std::optional<unsigned> code_unit() {
        ++at_;
        unsigned unit = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = next();
            const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
            if (!is_digit(c) && !(lower >= 'a' && lower <= 'f')) { return std::nullopt; }
            unit = 16 * unit + static_cast<unsigned>(is_digit(c) ? c - '0' : lower - 'a' + 10);
        }
        return unit;
    }

    bool escape() {
        ++at_;
        if (next() == 'u') {
            const std::optional<unsigned> first = code_unit();
            if (!first || (*first >= 0xDC00 && *first <= 0xDFFF)) { return false; }
            if (*first < 0xD800 || *first > 0xDFFF) { return true; }
            if (next() != '\\') { return false; }  // one half of a pair
            ++at_;
            const std::optional<unsigned> second = next() == 'u' ? code_unit() : std::nullopt;
            return second && *second >= 0xDC00 && *second <= 0xDFFF;
        }
        if (next() == '\0' || std::string_view{"\"\\/bfnrt"}.find(next()) == std::string_view::npos) { return false; }
        ++at_;
        return true;
    }

    bool string() {
        if (next() != '"') { return false; }
        ++at_;
        while (at_ < text_.size() && text_[at_] != '"') {
            if (static_cast<unsigned char>(text_[at_]) < 0x20) { return false; }
            if (text_[at_] == '\\') {
                if (!escape()) { return false; }
                continue;
            }
            std::string_view rest = text_.substr(at_);
            const std::size_t before = rest.size();
            if (take_character(rest) == no_character && before - rest.size() == 1) { return false; }
            at_ += before - rest.size();
        }
        if (at_ == text_.size()) { return false; }
        ++at_;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

std::string json_string(std::string_view text) {
    std::string quoted{'"'};
    while (!text.empty()) {
        const std::string_view before = text;
        const char32_t character = take_character(text);
        const std::string_view bytes = before.substr(0, before.size() - text.size());
        switch (character) {
            case '"':
                quoted += "\\\"";
                break;
            case '\\':
                quoted += "\\\\";
                break;
            case '\b':
                quoted += "\\b";
                break;
            case '\f':
                quoted += "\\f";
                break;
            case '\n':
                quoted += "\\n";
                break;
            case '\r':
                quoted += "\\r";
                break;
            case '\t':
                quoted += "\\t";
                break;
            case no_character:
                quoted += "\xEF\xBF\xBD";
                break;
            default:
                quoted +=
                    character < 0x20 ? fmt::format("\\u{:04x}", static_cast<unsigned>(character)) : std::string{bytes};
        }
    }
    return quoted + '"';
}

std::string json_number(double value) {
    if (!std::isfinite(value)) { return "null"; }
    std::string digits = fmt::format("{}", value);
    if (digits.find_first_of(".e") == std::string::npos) { digits += ".0"; }
    return digits;
}

std::size_t json_fault(std::string_view text) {
    Scanner scanner{text};
    return scanner.document() ? std::string_view::npos : scanner.at();
}

}  // namespace geo::detail
