// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_wkt.h"

#include "geo/detail/gdal.h"

#include <cpl_conv.h>
#include <cpl_string.h>

#include <cctype>

namespace geo::detail {

namespace {

/// Degrees between the corners that GDAL draws, the least that it takes: 5e-9 of a disc is left out.
constexpr double finest_step = 0.01;

GdalGeometry from_hexadecimal(const std::string& text) {
    int count = 0;
    const Owned<GByte, VSIFree> bytes{CPLHexToBinary(text.c_str(), &count)};
    OGRGeometryH geometry = nullptr;
    const OGRErr result = OGR_G_CreateFromWkb(bytes.get(), nullptr, &geometry, count);
    GdalGeometry made{geometry};
    if (result != OGRERR_NONE || !made) { throw Error{"this is no well-known binary (WKB)", "write WKT"}; }
    return made;
}

GdalGeometry from_text(const std::string& text) {
    std::string copy = text;
    char* rest = copy.data();
    OGRGeometryH geometry = nullptr;
    const OGRErr result = OGR_G_CreateFromWkt(&rest, nullptr, &geometry);
    GdalGeometry made{geometry};
    if (result != OGRERR_NONE || !made) {
        throw Error{"this is no well-known text (WKT) of a curve", "write it as CIRCULARSTRING(0 0, 1 1, 2 0)"};
    }
    return made;
}

}  // namespace

std::string gdal_straightened(const std::string& geometry) {
    const bool is_hexadecimal = !geometry.empty() && std::isdigit(static_cast<unsigned char>(geometry[0])) != 0;
    const GdalGeometry written = is_hexadecimal ? from_hexadecimal(geometry) : from_text(geometry);
    const GdalGeometry linear{OGR_G_GetLinearGeometry(written.get(), finest_step, nullptr)};
    char* text = nullptr;
    if (!linear || OGR_G_ExportToIsoWkt(linear.get(), &text) != OGRERR_NONE) {
        throw Error{"cannot draw the arcs of this geometry: " + gdal_reason()};
    }
    const Owned<char, VSIFree> owner{text};
    return text;
}

}  // namespace geo::detail
