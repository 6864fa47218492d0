// SPDX-License-Identifier: MIT
#pragma once

#include "geo/dataset.h"
#include "layers/model/contact_line.h"

#include <memory>
#include <string>
#include <vector>

namespace app::viewer {

/// What the user says of an opened file, as typed; empty where nothing is. The words are those of the command line.
struct FileDetails {
    std::string layers;            ///< names with commas between
    std::string where, contested;  ///< which features count, and which are contested land
    std::string date;              ///< the day, of a file with several
    std::string held_at;           ///< a place or position on the held side of a line
};

/// A file that has been read, and that the user must say more about.
struct OpenedFile {
    std::string path;
    std::shared_ptr<const geo::Dataset> dataset;
    bool has_polygons = false, has_lines = false;
    FileDetails details{};
    std::string problem{};  ///< why it could not be used as it was asked to
};

/// Throws geo::Error, also for a file with neither polygons nor lines.
OpenedFile read_opened(const std::string& path, const geo::ReadOptions& reading);

/// The file as land that is held (`as` "control") or a line of contact ("line"), by its details. Throws geo::Error.
layers::Control control_of(const OpenedFile& file, const std::string& as, const layers::Units& units,
                           const geo::ReadOptions& reading);

/// The same as options of a command line.
std::vector<std::string> options_of(const OpenedFile& file, const std::string& as);

/// Lines drawn in the window as a line of contact; `held_at` as of FileDetails. Throws geo::Error.
layers::Control control_of_drawn(const geo::Dataset& lines, const std::string& held_at, const layers::Units& units);

}  // namespace app::viewer
