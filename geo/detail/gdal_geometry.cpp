// SPDX-License-Identifier: MIT
#include "geo/detail/gdal_geometry.h"

#include "geo/detail/arc.h"

#include <algorithm>
#include <cmath>
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
    Builder(OGRCoordinateTransformationH transformation, EdgeBend& bend)
        : transformation_{transformation}, bend_{bend} {}

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

    Path moved(const Path& path) const {
        if (transformation_ == nullptr) { return path; }
        Path there = transformed(path);
        Path middles;
        std::vector<std::size_t> ends;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const LonLat &a = path[i - 1], &b = path[i];
            if (std::hypot(b.lon - a.lon, b.lat - a.lat) < EdgeBend::shortest_m) { continue; }
            middles.push_back({(a.lon + b.lon) / 2, (a.lat + b.lat) / 2});
            ends.push_back(i);
        }
        if (middles.empty()) { return there; }
        middles = transformed(std::move(middles));
        for (std::size_t k = 0; k < ends.size(); ++k) { bend_.add(there[ends[k] - 1], there[ends[k]], middles[k]); }
        return there;
    }

    Path transformed(Path path) const {
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
    EdgeBend& bend_;
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

Shape to_shape(OGRGeometryH geometry, OGRCoordinateTransformationH transformation, EdgeBend& bend) {
    Shape shape;
    shape.type = type_name(geometry);
    Builder{transformation, bend}.add(geometry, shape);
    return shape;
}

}  // namespace geo::detail
