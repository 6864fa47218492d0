// SPDX-License-Identifier: MIT
#include "geo/detail/layer_choice.h"

#include "geo/detail/endings.h"
#include "geo/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

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

}  // namespace

bool is_chosen(const std::string& layer, const std::vector<std::string>& asked) {
    return asked.empty() || std::find(asked.begin(), asked.end(), layer) != asked.end();
}

void require_layers(const std::vector<std::string>& asked, const std::vector<std::string>& there) {
    for (const std::string& layer : asked) {
        if (std::find(there.begin(), there.end(), layer) != there.end()) { continue; }
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
