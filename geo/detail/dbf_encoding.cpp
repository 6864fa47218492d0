// SPDX-License-Identifier: MIT
#include "geo/detail/dbf_encoding.h"

#include "geo/detail/endings.h"

#include <fmt/format.h>

#include <algorithm>

namespace geo::detail {

namespace {

const InputFile* file_ending_in(const Input& input, std::string_view ending) {
    const auto found = std::find_if(input.files.begin(), input.files.end(),
                                    [ending](const InputFile& file) { return has_ending(file.name, ending); });
    return found == input.files.end() ? nullptr : &*found;
}

/// What the bytes beyond ASCII look like.
struct Bytes {
    int high = 0;       ///< how many
    int beside = 0;     ///< of them, those beside another one: in Cyrillic nearly all, in Latin few
    int utf8 = 0;       ///< of them, those in well-formed sequences of UTF-8
    int dos_upper = 0;  ///< of them, 0x80 to 0xAF: letters in the code page of DOS, hardly any in that of Windows
};

bool is_high(char byte) {
    return static_cast<unsigned char>(byte) >= 0x80;
}

bool follows(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

std::size_t length_of_sequence(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead >= 0xC2 && lead < 0xE0   ? 2
                               : lead >= 0xE0 && lead < 0xF0 ? 3
                               : lead >= 0xF0 && lead < 0xF5 ? 4
                                                             : 0;
    if (length == 0 || at + length > text.size()) { return 0; }
    const std::string_view rest = text.substr(at + 1, length - 1);
    return std::all_of(rest.begin(), rest.end(), follows) ? length : 0;
}

Bytes look_at(std::string_view text) {
    Bytes seen;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_high(text[i])) { continue; }
        ++seen.high;
        const bool is_beside = (i > 0 && is_high(text[i - 1])) || (i + 1 < text.size() && is_high(text[i + 1]));
        seen.beside += is_beside ? 1 : 0;
        seen.dos_upper += static_cast<unsigned char>(text[i]) < 0xB0 ? 1 : 0;
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = is_high(text[i]) ? length_of_sequence(text, i) : 0;
        seen.utf8 += static_cast<int>(length);
        i += std::max<std::size_t>(length, 1);
    }
    return seen;
}

/// Field names and records, without the numbers of the header.
std::string texts_of(const std::string& dbf) {
    constexpr std::size_t first_field = 32, field_size = 32, name_size = 11;
    if (dbf.size() < first_field) { return {}; }
    const std::size_t header = static_cast<unsigned char>(dbf[8]) + 256U * static_cast<unsigned char>(dbf[9]);
    std::string texts;
    for (std::size_t at = first_field; at + field_size <= std::min(header, dbf.size()); at += field_size) {
        const std::string_view name = std::string_view{dbf}.substr(at, name_size);
        texts += name.substr(0, name.find('\0'));
        texts += ' ';
    }
    return texts + dbf.substr(std::min(header, dbf.size()));
}

std::string guessed(const Bytes& seen) {
    if (2 * seen.utf8 > seen.high) { return "UTF-8"; }
    if (2 * seen.beside < seen.high) { return "CP1252"; }
    return 3 * seen.dos_upper > seen.high ? "CP866" : "CP1251";
}

}  // namespace

std::string encoding_of(const Input& shapefile, std::vector<std::string>& notes) {
    const InputFile* dbf = file_ending_in(shapefile, ".dbf");
    if (dbf == nullptr || dbf->bytes.size() < 32) { return {}; }
    const InputFile* cpg = file_ending_in(shapefile, ".cpg");
    const std::string stated = cpg == nullptr ? "" : lower(cpg->bytes);
    const auto says = [&stated](std::string_view word) { return stated.find(word) != std::string::npos; };
    constexpr unsigned char unknown = 0x00, ansi = 0x57, windows_ansi = 0x03;
    const auto language = static_cast<unsigned char>(dbf->bytes[29]);
    const bool is_vague = language == unknown || language == ansi || language == windows_ansi;
    const bool says_utf8 = says("utf") || says("65001");
    const bool has_page =
        std::any_of(stated.begin(), stated.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
    if (!says_utf8 && (has_page || (stated.empty() && !is_vague))) { return {}; }
    const Bytes seen = look_at(texts_of(dbf->bytes));
    if (seen.high == 0) { return {}; }
    std::string encoding = guessed(seen);
    if (says_utf8 && encoding == "UTF-8") { return {}; }
    notes.push_back(fmt::format("the encoding of its texts is {}; read as {}, by the look of the bytes",
                                says_utf8 ? "said to be UTF-8, and is not" : "not said", encoding));
    return encoding;
}

}  // namespace geo::detail
