// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/gdal_setup.h"
#include "geo/detail/handles.h"
#include "geo/error.h"

#include <cpl_error.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_spatialref.h>
#include <ogr_srs_api.h>

#include <string>

// Owners and small helpers of the module that links GDAL; nothing else includes this.
namespace geo::detail {

using GdalDataset = Owned<void, GDALClose>;
using GdalGeometry = Owned<void, OGR_G_DestroyGeometry>;
using GdalFeature = Owned<void, OGR_F_Destroy>;
using GdalFieldDefinition = Owned<void, OGR_Fld_Destroy>;
using SpatialReference = Owned<void, OSRDestroySpatialReference>;
using Transformation = Owned<void, OCTDestroyCoordinateTransformation>;

/// What GDAL said last, as words for the user.
inline std::string gdal_reason() {
    const std::string reason = CPLGetLastErrorMsg();
    return reason.empty() ? "GDAL gives no reason" : reason;
}

/// Throws Error if GDAL reported a failure since the last CPLErrorReset().
inline void check_gdal(const std::string& doing) {
    if (CPLGetLastErrorType() >= CE_Failure) { throw Error{doing + " failed: " + gdal_reason()}; }
}

/// East and north in this order, whatever the CRS's definition says. Opens no file and no address. Throws Error (bad
/// usage) for an unknown CRS.
inline SpatialReference spatial_reference(const std::string& crs) {
    require_proj_database();
    SpatialReference reference{OSRNewSpatialReference(nullptr)};
    auto* const parsed = OGRSpatialReference::FromHandle(reference.get());
    if (parsed->SetFromUserInput(crs.c_str(), OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS) != OGRERR_NONE) {
        throw Error{"there is no CRS \"" + crs + "\"", "name one as EPSG:32637", Error::Kind::bad_usage};
    }
    OSRSetAxisMappingStrategy(reference.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return reference;
}

}  // namespace geo::detail
