// SPDX-License-Identifier: MIT
#include "layers/language/messages.h"

#include "geo/installed.h"
#include "layers/language/language.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

namespace layers {

namespace {

/// Parts of what geo says, which it takes from tables and libraries, for the catalogues.
[[maybe_unused]] constexpr const char* parts_of_messages[]{
    tr_later("self-intersection"),
    tr_later("ring self-intersection"),
    tr_later("text of no kind that demarc knows"),
    tr_later("of a binary format that demarc does not know"),
    tr_later("text in columns"),
    tr_later("a tar archive"),
    tr_later("a MapInfo table"),
    tr_later("MapInfo text"),
    tr_later("OpenStreetMap data"),
    tr_later("a web page, such as a server's error or log-in page"),
    tr_later("a server's error answer"),
    tr_later("the address of a database or server"),
    tr_later("{}, each also as .gz"),
};

/// A text as what stands between its values.
using Pieces = std::vector<std::string>;

/// As fmt::format() reads it: "{{" is a brace, and "{…}" a value.
Pieces pieces_of(std::string_view text) {
    Pieces pieces(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        const bool is_doubled = at + 1 < text.size() && text[at + 1] == c;
        if ((c == '{' || c == '}') && is_doubled) {
            pieces.back() += c;
            ++at;
        } else if (c == '{') {
            at = std::min(text.find('}', at), text.size() - 1);
            pieces.emplace_back();
        } else {
            pieces.back() += c;
        }
    }
    return pieces;
}

struct Message {
    Pieces english, translated;
    std::size_t letters = 0;  ///< of the English text: what has more of them says more
};

std::size_t letters_in(const Pieces& pieces) {
    std::size_t count = 0;
    for (const std::string& piece : pieces) {
        count += static_cast<std::size_t>(
            std::count_if(piece.begin(), piece.end(), [](unsigned char c) { return std::isalpha(c) != 0; }));
    }
    return count;
}

/// The pairs of a catalogue, from GNU gettext's .mo file ("The Format of GNU MO Files").
std::vector<std::pair<std::string, std::string>> pairs_in(const std::string& mo) {
    constexpr std::uint32_t magic = 0x950412de;
    const auto number_at = [&mo](std::size_t at) {
        std::uint32_t number = 0;
        if (at + sizeof number <= mo.size()) { std::memcpy(&number, mo.data() + at, sizeof number); }
        return number;
    };
    const auto text_at = [&](std::size_t entry) {
        const std::size_t length = number_at(entry), at = number_at(entry + 4);
        return at + length <= mo.size() ? mo.substr(at, length) : std::string{};
    };
    std::vector<std::pair<std::string, std::string>> pairs;
    if (number_at(0) != magic) { return pairs; }
    const std::size_t count = number_at(8), texts = number_at(12), translations = number_at(16), entry_size = 8;
    if (count > mo.size() / entry_size) { return pairs; }
    for (std::size_t i = 0; i < count; ++i) {
        pairs.emplace_back(text_at(texts + i * entry_size), text_at(translations + i * entry_size));
    }
    return pairs;
}

/// Texts with values of the language that is spoken; those that say most first.
std::vector<Message> read_messages(const std::string& code) {
    constexpr std::size_t fewest_letters = 4;  // "{}: {}" is like anything
    std::ifstream file{geo::installed_texts() + "/" + code + "/LC_MESSAGES/demarc.mo", std::ios::binary};
    const std::string mo{std::istreambuf_iterator<char>{file}, {}};
    std::vector<Message> messages;
    for (const auto& [english, translated] : pairs_in(mo)) {
        Message message{pieces_of(english), pieces_of(translated), 0};
        message.letters = letters_in(message.english);
        const bool is_made = message.english.size() > 1 || message.english.front() != english;
        if (is_made && message.english.size() == message.translated.size() && message.letters >= fewest_letters) {
            messages.push_back(std::move(message));
        }
    }
    std::stable_sort(messages.begin(), messages.end(),
                     [](const Message& a, const Message& b) { return a.letters > b.letters; });
    return messages;
}

const std::vector<Message>& messages() {
    static std::map<std::string, std::vector<Message>> known;
    const auto found = known.find(language());
    return found != known.end() ? found->second : known.emplace(language(), read_messages(language())).first->second;
}

/// What the message has in the places of the values; nothing if it is not made of the text.
std::optional<std::vector<std::string>> values_of(std::string_view message, const Pieces& text) {
    if (text.size() == 1 && message != text.front()) { return std::nullopt; }
    if (!message.starts_with(text.front()) || !message.ends_with(text.back())) { return std::nullopt; }
    std::vector<std::string> values;
    std::size_t at = text.front().size();
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool is_last = i + 1 == text.size();
        if (is_last && message.size() < at + text[i].size()) { return std::nullopt; }
        const std::size_t end = is_last ? message.size() - text[i].size() : message.find(text[i], at);
        if (end == std::string_view::npos) { return std::nullopt; }
        values.emplace_back(message.substr(at, end - at));
        at = end + text[i].size();
    }
    return values;
}

std::string translated(std::string_view english, int depth);

/// A text behind a name ("held.geojson: …") or a number ("10 outer rings …"), or before a number ("feature 3").
std::string translated_in_part(std::string_view english, int depth) {
    constexpr std::string_view digits = "0123456789", mark = ": ";
    const auto joined = [&](std::size_t end, std::size_t begin) {
        const std::string between{english.substr(end, begin - end)};
        return translated(english.substr(0, end), depth + 1) + between + translated(english.substr(begin), depth + 1);
    };
    if (const std::size_t at = english.find(mark); at != std::string_view::npos) {
        return joined(at, at + mark.size());
    }
    const std::size_t after = english.find_first_not_of(digits), before = english.find_last_not_of(digits);
    const auto is_blank = [&](std::size_t at) { return at != std::string_view::npos && english[at] == ' '; };
    if (after > 0 && is_blank(after)) { return joined(after, after + 1); }
    if (before + 1 < english.size() && is_blank(before)) { return joined(before, before + 1); }
    return std::string{english};
}

std::string translated(std::string_view english, int depth) {
    constexpr int deepest = 4;
    if (std::string whole = tr_text(std::string{english}.c_str()); whole != english || depth > deepest) {
        return whole;
    }
    if (letters_in({std::string{english}}) < 2) { return std::string{english}; }
    for (const Message& message : messages()) {
        const auto values = values_of(english, message.english);
        if (!values) { continue; }
        std::string result = message.translated.front();
        for (std::size_t i = 0; i < values->size(); ++i) {
            const std::string& value = (*values)[i];
            if (value != "s") { result += translated(value, depth + 1); }  // an English plural's
            result += message.translated[i + 1];
        }
        return result;
    }
    return translated_in_part(english, depth);
}

}  // namespace

std::string tr_message(std::string_view english) {
    return language() == "en" ? std::string{english} : agreeing(translated(english, 0));
}

}  // namespace layers
