// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The receipt of an output: in it, or beside it. Nothing if there is none. Throws geo::Error if the file cannot be
/// read.
std::optional<std::string> receipt_of_file(const std::string& path);

/// An entry of two outputs that should be the same; empty where one does not have it.
struct Difference {
    std::string what;  ///< "us-28-point, rows, Donetsk, Russia, withdrawn-UA: km2"
    std::string then, now;
    std::string by;  ///< of numbers, with its sign
};

/// What stands in the one and not in the other, entry by entry, receipts left out: of JSON its values, of maps the
/// features with their properties and geometries, of pictures the pixels. Throws geo::Error if one cannot be read.
std::vector<Difference> differences_of(const std::string& then, const std::string& now);

}  // namespace app
