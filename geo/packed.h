// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace geo {

namespace detail {
struct Input;
}

/// A data set in an archive, unpacked and not yet read.
struct Packed {
    std::string path;  ///< "days.tar.xz/2025-12-24.geojson"; of the one in a zip, the archive's
    std::shared_ptr<const detail::Input> content;
};

/// Is it called like a zip or tar archive? A KMZ is none.
bool is_archive(const std::string& path);

/// Hands on the data sets of an archive, in its order, those of several files (Shapefiles, …) last. One is in memory
/// at a time, so far as it is one file in a tar archive. Throws Error, with the archive's name, if it is damaged, holds
/// nothing that read() takes, or more than `max_bytes` once unpacked; and whatever `visit` throws.
void each_packed(const std::string& archive, std::uintmax_t max_bytes, const std::function<void(Packed)>& visit);

/// As of a file: see read() of a path.
Dataset read(const Packed& packed, const ReadOptions& options = {});

}  // namespace geo
