// SPDX-License-Identifier: MIT
#pragma once

#include "app/render/drawn.h"
#include "layers/map/sheet.h"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// "US 28-point draft, 2025-11-20"; of two plans, of a difference and of several days what they are.
std::string title_of(const std::vector<layers::SheetMap>& maps);

/// The small print: lines, what figures are of and what their marks mean, sources, credits. Of the marks only those
/// that stand in legends of what is shown.
std::vector<std::string> notes_of(const std::vector<std::unique_ptr<const Drawn>>& drawn,
                                  const std::vector<layers::SheetMap>& maps, const layers::MapBox& shown);

/// For who cannot see it: the figures of each map.
std::string description_of(const std::vector<layers::SheetMap>& maps);

}  // namespace app
