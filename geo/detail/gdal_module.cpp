// SPDX-License-Identifier: MIT
#include "geo/detail/formats.h"
#include "geo/detail/gdal.h"
#include "geo/detail/gdal_database.h"
#include "geo/detail/gdal_filter.h"
#include "geo/detail/gdal_read.h"
#include "geo/detail/gdal_setup.h"
#include "geo/detail/gdal_wkt.h"
#include "geo/detail/gdal_write.h"
#include "geo/detail/gpkg_check.h"

#include <fmt/format.h>
#include <proj.h>

#include <cmath>

namespace geo::detail {

namespace {

class ProjEngine final : public Projection::Engine {
public:
    explicit ProjEngine(const std::string& crs) : context_{proj_context_create()} {
        set_up(context_.get());
        require_proj_database();
        const Owned<PJ, proj_destroy> native{proj_create_crs_to_crs(context_.get(), "OGC:CRS84", crs.c_str(), nullptr)};
        if (native) { transformation_.reset(proj_normalize_for_visualization(context_.get(), native.get())); }
        if (!transformation_) {
            throw Error{fmt::format("there is no CRS \"{}\"", crs), "name one as EPSG:6381 or +proj=laea …",
                        Error::Kind::bad_usage};
        }
    }

    MapPoint forward(const LonLat& position) const override {
        const PJ_COORD there = moved(PJ_FWD, position.lon, position.lat);
        return {there.xy.x, there.xy.y};
    }

    LonLat inverse(const MapPoint& point) const override {
        const PJ_COORD there = moved(PJ_INV, point.x_m, point.y_m);
        return {there.xy.x, there.xy.y};
    }

private:
    PJ_COORD moved(PJ_DIRECTION direction, double x, double y) const {
        const PJ_COORD there = proj_trans(transformation_.get(), direction, proj_coord(x, y, 0, 0));
        if (!std::isfinite(there.xy.x) || !std::isfinite(there.xy.y)) {
            throw Error{fmt::format("the projection cannot show ({}, {})", x, y)};
        }
        return there;
    }

    Owned<PJ_CONTEXT, proj_context_destroy> context_;
    Owned<PJ, proj_destroy> transformation_;
};

std::shared_ptr<const Projection::Engine> project(const std::string& crs) {
    return std::make_shared<ProjEngine>(crs);
}

}  // namespace

}  // namespace geo::detail

extern "C" __attribute__((visibility("default"))) const geo::detail::Formats* demarc_formats() {
    static const geo::detail::Formats formats = [] {
        geo::detail::set_up_gdal();
        return geo::detail::Formats{geo::detail::gdal_read,         geo::detail::gdal_write,
                                    geo::detail::gdal_write_tables, geo::detail::gdal_bytes,
                                    geo::detail::project,           geo::detail::gdal_matching,
                                    geo::detail::gdal_straightened, geo::detail::gpkg_receipt};
    }();
    return &formats;
}
