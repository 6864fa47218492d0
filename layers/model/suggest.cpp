// SPDX-License-Identifier: MIT
#include "layers/model/suggest.h"

#include "layers/language/language.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <iterator>
#include <numeric>
#include <utility>

namespace layers {

namespace {

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

/// Insertions, deletions and replacements that turn one word into the other (Levenshtein 1966).
std::size_t edits_between(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t k = 1; k <= b.size(); ++k) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[k - 1] ? 0 : 1);
            diagonal = row[k];
            row[k] = std::min({row[k] + 1, row[k - 1] + 1, replaced});
        }
    }
    return row.back();
}

/// Those of which the word is a part, if they are few.
std::vector<std::string> with_part(const std::string& word, const std::vector<std::string>& known) {
    constexpr std::size_t shortest = 4, most = 4;
    std::vector<std::string> longer;
    if (word.size() < shortest) { return longer; }
    std::copy_if(known.begin(), known.end(), std::back_inserter(longer),
                 [&word](const std::string& candidate) { return lower(candidate).find(word) != std::string::npos; });
    if (longer.size() > most) { longer.clear(); }
    return longer;
}

}  // namespace

std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (byte == 0xD0 && next >= 0x90 && next <= 0x9F) {  // А–П
            result += {'\xD0', static_cast<char>(next + 0x20)};
            ++i;
        } else if (byte == 0xD0 && next >= 0xA0 && next <= 0xAF) {  // Р–Я
            result += {'\xD1', static_cast<char>(next - 0x20)};
            ++i;
        } else if (byte == 0xD0 && next >= 0x80 && next <= 0x8F) {  // Є, І, Ї
            result += {'\xD1', static_cast<char>(next + 0x10)};
            ++i;
        } else if (byte >= 'A' && byte <= 'Z') {
            result += static_cast<char>(byte + ('a' - 'A'));
        } else if (const auto mark = text.substr(i); mark.starts_with("’") || mark.starts_with("ʼ")) {
            i += mark.starts_with("’") ? std::size_t{2} : 1;
        } else if (byte != '\'' && byte != '-') {
            result += text[i];
        }
    }
    return result;
}

std::string did_you_mean(std::string_view written, const std::vector<std::string>& known) {
    constexpr std::size_t longest_list = 30, shown = 6;
    const std::string word = lower(written);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const std::string& candidate : known) { near.emplace_back(edits_between(word, lower(candidate)), candidate); }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    if (near.empty()) { return "there are none"; }
    if (near.front().first > 1) {
        if (const std::vector<std::string> longer = with_part(word, known); !longer.empty()) {
            return tr("did you mean {}?", fmt::format("{}", fmt::join(longer, tr(" or "))));
        }
    }
    if (near.front().first < word.size() / 3 + 2) { return tr("did you mean {}?", near.front().second); }
    if (known.size() <= longest_list) { return tr("known are: {}", fmt::format("{}", fmt::join(known, ", "))); }
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < shown; ++i) { nearest.push_back(near[i].second); }
    return tr("of {} that are known the nearest are: {}", known.size(), fmt::format("{}", fmt::join(nearest, ", ")));
}

}  // namespace layers
