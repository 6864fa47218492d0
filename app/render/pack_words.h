// SPDX-License-Identifier: MIT
#pragma once

#include "app/render/drawn.h"
#include "layers/map/sheet.h"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// Of each plan a sentence to stand under its map, with figures rounded to what a reader keeps: "about 5,200 km²".
std::string captions_of(const Drawn& drawn);

/// Of each map what it shows, for who cannot see it.
std::string alternatives_of(const std::vector<layers::SheetMap>& maps);

/// The sources of the plans and of the land, and what the figures rest on, in Markdown.
std::string sources_of(const std::vector<std::unique_ptr<const Drawn>>& drawn);

}  // namespace app
