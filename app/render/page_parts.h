// SPDX-License-Identifier: MIT
#pragma once

#include "app/render/drawn.h"
#include "layers/report/areas_report.h"

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// A file of app/render that the program carries: "report.css". Throws geo::Error for another.
std::string_view page_file(std::string_view name);

/// The maps of a page, in SVG, each with its title and what it shows told for who cannot see it; of two also a wipe.
std::string maps_html(const std::vector<layers::SheetMap>& maps, const std::vector<report::PlanAreas>& areas);

/// What colours, hatches and lines mean, without figures.
std::string legend_html(const std::vector<layers::SheetMap>& maps);

/// Buttons that save the data that lies in the page: areas as CSV, workbook and JSON, each plan's map as GeoJSON.
std::string downloads_html(const std::vector<report::PlanAreas>& areas, const layers::Overlay& land);

}  // namespace app
