// SPDX-License-Identifier: MIT
#include "layers/suggest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>
#include <numeric>

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

}  // namespace

std::string did_you_mean(std::string_view written, const std::vector<std::string>& known) {
    const std::string word = lower(written);
    std::string best;
    std::size_t fewest = word.size() / 3 + 2;
    for (const std::string& candidate : known) {
        const std::size_t edits = edits_between(word, lower(candidate));
        if (edits < fewest) {
            fewest = edits;
            best = candidate;
        }
    }
    if (!best.empty()) { return fmt::format("did you mean {}?", best); }
    return fmt::format("known are: {}", fmt::join(known, ", "));
}

}  // namespace layers
