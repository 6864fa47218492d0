// SPDX-License-Identifier: MIT
#pragma once

#include "layers/chart/layout.h"
#include "layers/map/sheet.h"

namespace layers {

/// The chart as a page, each panel a group under its id; land in the colours of its holder on the maps.
Sheet sheet_of(const ChartLayout& chart, Theme theme);

}  // namespace layers
