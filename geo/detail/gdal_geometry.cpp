// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_geometry.h"

#include "geo/detail/arc.h"

#include <algorithm>
#include <vector>

namespace geo::detail {

namespace {

Path positions_of(OGRGeometryH line) {
    const int count = OGR_G_GetPointCount(line);
    Path path;
    path.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) { path.push_back({OGR_G_GetX(line, i), OGR_G_GetY(line, i)}); }
    return path;
}

/// In the file's coordinates: a line, arcs, or lines and arcs end to end.
Path path_of(OGRGeometryH curve) {
    switch (wkbFlatten(OGR_G_GetGeometryType(curve))) {
        case wkbCircularString:
            return along_arcs(positions_of(curve));
        case wkbCompoundCurve: {
            Path path;
            for (int i = 0; i < OGR_G_GetGeometryCount(curve); ++i) {
                const Path part = path_of(OGR_G_GetGeometryRef(curve, i));
                const bool goes_on = !path.empty() && !part.empty() && path.back() == part.front();
                path.insert(path.end(), part.begin() + (goes_on ? 1 : 0), part.end());
            }
            return path;
        }
        default:
            return positions_of(curve);
    }
}

/// Outer rings counter-clockwise, as in GeoJSON. The other formats wind them as they like, a Shapefile by its rules
/// clockwise, so that this is no fault to speak of.
void wind(Ring& ring) {
    double twice_area = 0;
    for (std::size_t i = 1; i < ring.size(); ++i) {
        twice_area += (ring[i].lon - ring[i - 1].lon) * (ring[i].lat + ring[i - 1].lat);
    }
    if (twice_area > 0) { std::reverse(ring.begin(), ring.end()); }
}

class Builder {
public:
    explicit Builder(OGRCoordinateTransformationH transformation) : transformation_{transformation} {}

    void add(OGRGeometryH geometry, Shape& shape) const {
        switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
            case wkbPoint:
                if (OGR_G_IsEmpty(geometry) == 0) { shape.points.push_back(moved(positions_of(geometry)).front()); }
                return;
            case wkbLineString:
            case wkbCircularString:
            case wkbCompoundCurve:
                shape.paths.push_back(moved(path_of(geometry)));
                return;
            case wkbPolygon:
            case wkbCurvePolygon:
            case wkbTriangle:
                if (OGR_G_GetGeometryCount(geometry) > 0) { shape.region.polygons.push_back(to_polygon(geometry)); }
                return;
            default:
                for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
                    add(OGR_G_GetGeometryRef(geometry, i), shape);
                }
        }
    }

private:
    Polygon to_polygon(OGRGeometryH geometry) const {
        Polygon polygon;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            Ring ring = moved(path_of(OGR_G_GetGeometryRef(geometry, i)));
            if (i == 0) {
                polygon.shell = std::move(ring);
                wind(polygon.shell);
            } else {
                polygon.holes.push_back(std::move(ring));
            }
        }
        return polygon;
    }

    Path moved(Path path) const {
        if (transformation_ == nullptr) { return path; }
        std::vector<double> x, y;
        for (const LonLat& position : path) {
            x.push_back(position.lon);
            y.push_back(position.lat);
        }
        std::vector<int> is_moved(path.size());
        CPLErrorReset();
        OCTTransformEx(transformation_, static_cast<int>(path.size()), x.data(), y.data(), nullptr, is_moved.data());
        if (std::find(is_moved.begin(), is_moved.end(), 0) != is_moved.end()) {
            throw Error{"cannot bring the coordinates to longitude and latitude: " + gdal_reason()};
        }
        for (std::size_t i = 0; i < path.size(); ++i) { path[i] = {x[i], y[i]}; }
        return path;
    }

    OGRCoordinateTransformationH transformation_;
};

/// As GeoJSON calls it.
std::string type_name(OGRGeometryH geometry) {
    switch (wkbFlatten(OGR_G_GetGeometryType(geometry))) {
        case wkbPoint:
            return "Point";
        case wkbMultiPoint:
            return "MultiPoint";
        case wkbLineString:
            return "LineString";
        case wkbMultiLineString:
            return "MultiLineString";
        case wkbPolygon:
            return "Polygon";
        case wkbMultiPolygon:
            return "MultiPolygon";
        case wkbGeometryCollection:
            return "GeometryCollection";
        default:
            return OGR_G_GetGeometryName(geometry);
    }
}

}  // namespace

Shape to_shape(OGRGeometryH geometry, OGRCoordinateTransformationH transformation) {
    Shape shape;
    shape.type = type_name(geometry);
    Builder{transformation}.add(geometry, shape);
    return shape;
}

}  // namespace geo::detail
