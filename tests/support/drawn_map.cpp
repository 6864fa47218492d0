// SPDX-License-Identifier: MIT
#include "support/drawn_map.h"

#include <cctype>
#include <stdexcept>

namespace testing_support {

DrawnMap::DrawnMap(std::string_view drawing) {
    int row = 0, column = 0;
    for (const char c : drawing) {
        if (std::isalpha(static_cast<unsigned char>(c)) != 0) { positions_[c] = {30 + 0.1 * column, 50 - 0.1 * row}; }
        ++column;
        if (c == '\n') {
            ++row;
            column = 0;
        }
    }
}

geo::LonLat DrawnMap::at(char letter) const {
    const auto found = positions_.find(letter);
    if (found == positions_.end()) { throw std::out_of_range{std::string{"the drawing has no "} + letter}; }
    return found->second;
}

geo::Path DrawnMap::line(std::string_view letters) const {
    geo::Path path;
    for (const char letter : letters) { path.push_back(at(letter)); }
    return path;
}

geo::Ring DrawnMap::ring(std::string_view letters) const {
    geo::Ring ring = line(letters);
    ring.push_back(ring.front());
    return ring;
}

geo::Region DrawnMap::region(std::string_view letters) const {
    return {{{ring(letters), {}}}};
}

}  // namespace testing_support
