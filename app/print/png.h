// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app::print {

/// A picture, its upper left pixel first.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// The bytes of a PNG. The receipt goes along as text (iTXt, "demarc receipt"). Throws geo::Error if there is no
/// memory.
std::string png_of(const Pixels& pixels, const std::string& receipt = "");

/// Written beside the target and renamed into place. Throws geo::Error if the file exists and may not be overwritten,
/// or cannot be written in full. The receipt goes along.
void write_png(const Pixels& pixels, const std::string& path, bool overwrite, const std::string& receipt = "");

/// The receipt in the picture's text; nothing if there is none.
std::optional<std::string> receipt_in_png(const std::string& bytes);

/// Throws geo::Error for what is no PNG.
Pixels read_png(const std::string& bytes);

}  // namespace app::print
