// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/inputs.h"
#include "layers/map/map_frame.h"

#include <string>
#include <vector>

namespace app {

/// A file of --base: what of it is drawn, and the words that name it on a map.
struct BaseFile {
    geo::Dataset features;
    std::string name;   ///< as it was given
    std::string words;  ///< "roads.gpkg: © OpenStreetMap contributors, ODbL"
};

/// Does any of it lie in that part of the map?
bool is_shown(const BaseFile& base, const layers::MapFrame& frame, const layers::MapBox& shown);

/// Reads them, what lies on the map alone. What a large file came to is kept in the user's cache, under what the file
/// was then, so that the next map has it at once; without a folder for that nothing is kept. Notes go to standard
/// error. Throws geo::Error that names the file.
std::vector<BaseFile> read_bases(const Inputs& inputs, const layers::MapFrame& frame, Console& console);

}  // namespace app
