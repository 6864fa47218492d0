// SPDX-License-Identifier: MIT
#pragma once

#include "layers/map/picture.h"
#include "layers/model/words.h"

#include <string>

namespace support {

/// Letters 6 px wide and 14 px high, as of a font that is the same everywhere.
class PlainMeasure : public layers::TextMeasure {
public:
    layers::TextSize size_of(layers::Font font, const std::string& text) const override {
        const double factor = font == layers::Font::title ? 1.7 : 1;
        return {6 * factor * static_cast<double>(layers::columns_of(text)), 14 * factor};
    }
};

}  // namespace support
