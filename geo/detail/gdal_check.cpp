// SPDX-License-Identifier: MIT
#include "geo/detail/gdal.h"
#include "geo/detail/gdal_write.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace geo::detail {

namespace {

/// Enough to tell a file that is cut short, or whose geometry is lost, from a whole one.
Content& operator+=(Content& sum, OGRGeometryH geometry) {
    ++sum.features;
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) { return sum; }
    ++sum.shapes;
    const int dimension = OGR_G_GetDimension(geometry);  // GDAL gives a closed line an area as well
    if (dimension == 2) { sum.area_deg2 += OGR_G_Area(geometry); }
    if (dimension == 1) { sum.length_deg += OGR_G_Length(geometry); }
    return sum;
}

Content content_of(OGRLayerH layer) {
    Content content;
    OGR_L_ResetReading(layer);
    while (const GdalFeature feature{OGR_L_GetNextFeature(layer)}) { content += OGR_F_GetGeometryRef(feature.get()); }
    return content;
}

bool is_near(double written, double found) {
    constexpr double allowed = 1e-6;  // formats round positions to 15 digits
    return std::abs(written - found) <= allowed * std::max(1.0, std::abs(written));
}

[[noreturn]] void refuse(const std::string& what) {
    throw Error{"the file that was written does not read back: " + what,
                "make room on the disk, or write another format"};
}

}  // namespace

bool is_same(const Content& written, const Content& found) {
    return written.features == found.features && written.shapes == found.shapes &&
           is_near(written.area_deg2, found.area_deg2) && is_near(written.length_deg, found.length_deg);
}

void add(Content& content, void* geometry) {
    content += geometry;
}

void check_written(const std::string& path, const char* driver, const std::vector<Content>& written) {
    CPLErrorReset();
    const char* const drivers[]{driver, nullptr};
    const GdalDataset dataset{
        GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers, nullptr, nullptr)};
    if (!dataset) { refuse(gdal_reason()); }
    for (std::size_t i = 0; i < written.size(); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), static_cast<int>(i));
        const Content found = layer == nullptr ? Content{} : content_of(layer);
        if (!is_same(written[i], found)) {
            refuse(fmt::format("{} of {} features are there, {} of {} with geometry", found.features,
                               written[i].features, found.shapes, written[i].shapes));
        }
    }
    check_gdal("reading back what was written");
}

}  // namespace geo::detail
