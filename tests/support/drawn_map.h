// SPDX-License-Identifier: MIT
#pragma once

#include "geo/shapes.h"

#include <map>
#include <string>
#include <string_view>

namespace testing_support {

/// Geometry drawn as letters in a grid. A column is a tenth of a degree east from 30° E, a row a tenth south from 50°
/// N; letters that occur in it name positions, everything else is decoration.
class DrawnMap {
public:
    explicit DrawnMap(std::string_view drawing);
    geo::LonLat at(char letter) const;
    geo::Path line(std::string_view letters) const;
    geo::Ring ring(std::string_view letters) const;  ///< closed
    geo::Region region(std::string_view letters) const;

private:
    std::map<char, geo::LonLat> positions_;
};

}  // namespace testing_support
