// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace app::print {

/// A picture, its upper left pixel first.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba;
};

/// Written beside the target and renamed into place. Throws geo::Error if the file exists and may not be overwritten,
/// or cannot be written in full.
void write_png(const Pixels& pixels, const std::string& path, bool overwrite);

}  // namespace app::print
