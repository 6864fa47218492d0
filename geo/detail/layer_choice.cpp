// SPDX-License-Identifier: MIT
#include "geo/detail/layer_choice.h"

#include "geo/detail/endings.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace geo::detail {

namespace {

/// How many letters must change (Levenshtein).
std::size_t distance(const std::string& from, const std::string& to) {
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= from.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row.back();
}

std::string nearest(const std::string& asked, const std::vector<std::string>& there) {
    constexpr std::size_t longest = 200;
    std::string best;
    std::size_t least = asked.size() / 3 + 2;
    for (const std::string& layer : there) {
        if (layer.size() > longest || asked.size() > longest) { continue; }
        const std::size_t changes = distance(lower(asked), lower(layer));
        if (changes < least) {
            best = layer;
            least = changes;
        }
    }
    return best;
}

/// Which of those asked for are the layer's name: one, or, as a list is cut at its commas and a name may have some,
/// several in a row. None if it is not asked for.
std::pair<std::size_t, std::size_t> asked_as(const std::string& layer, const std::vector<std::string>& asked) {
    for (std::size_t begin = 0; begin < asked.size(); ++begin) {
        std::string name = asked[begin];
        for (std::size_t end = begin + 1;; ++end) {
            if (name == layer) { return {begin, end}; }
            if (end == asked.size() || name.size() > layer.size()) { break; }
            name += "," + asked[end];
        }
    }
    return {};
}

}  // namespace

bool is_chosen(const std::string& layer, const std::vector<std::string>& asked) {
    const auto [begin, end] = asked_as(layer, asked);
    return asked.empty() || begin < end;
}

void require_layers(const std::vector<std::string>& asked, const std::vector<std::string>& there) {
    std::vector<bool> is_there(asked.size());
    for (const std::string& layer : there) {
        const auto [begin, end] = asked_as(layer, asked);
        for (std::size_t i = begin; i < end; ++i) { is_there[i] = true; }
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (is_there[i]) { continue; }
        const std::string& layer = asked[i];
        const std::string meant = nearest(layer, there);
        throw Error{fmt::format("the file has no layer \"{}\"", layer),
                    there.empty() ? "it has no layers: leave the layer out"
                                  : fmt::format("{}its layers are: {}",
                                                meant.empty() ? "" : fmt::format("did you mean {}? ", meant),
                                                fmt::join(there, ", ")),
                    Error::Kind::bad_usage};
    }
}

}  // namespace geo::detail
