// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/page_options.h"
#include "app/console.h"
#include "app/receipt/receipt.h"
#include "layers/chart/chart.h"

#include <functional>
#include <string>

namespace app {

/// What `demarc track --chart` was asked for.
struct ChartOptions {
    std::string output, by = "total";
    PageOptions page;
    bool overwrite = false;
    bool is_by_unit() const { return by == "unit"; }
};

/// Draws a chart into the file that was asked for.
using DrawChart = std::function<void(const layers::Chart&, const InputNames&)>;

/// Refuses what cannot be drawn or written, before days are read: whoever draws is asked first. Throws geo::Error.
using Charts = std::function<DrawChart(const ChartOptions&, Console&)>;

}  // namespace app
