// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"
#include "layers/chart/chart.h"

#include <optional>
#include <string>
#include <vector>

namespace app::viewer {

/// km² that the second side holds of some land on each loaded line.
struct HeldGraph {
    std::string land;                        ///< a unit's name; empty: all of it
    std::vector<std::optional<double>> km2;  ///< by line; none while it is not measured
    std::vector<double> contested;           ///< by line, beyond it
    std::vector<layers::Join> joins;         ///< from each line to the next: a gap also where their sources differ
    double least = 0, greatest = 0;          ///< of all lines
};

/// Of the unit under the pointer, else of that of the row that is chosen, else of all land.
HeldGraph held_graph(const Document& document);

/// "20,619 km² held by Russia"; empty while nobody knows.
std::string held_words(const Document& document, const HeldGraph& graph, int line);

}  // namespace app::viewer
