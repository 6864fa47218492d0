// SPDX-License-Identifier: MIT
#include "app/viewer/model/triangles.h"

#include <GL/glu.h>

#include <array>
#include <deque>
#include <memory>

namespace app::viewer {

namespace {

struct TesselatorCloser {
    void operator()(GLUtesselator* tesselator) const noexcept { gluDeleteTess(tesselator); }
};

/// What GLU writes to while it works on one piece.
struct Sink {
    std::vector<layers::ScenePoint>* corners;
    std::deque<layers::ScenePoint> crossings;  // of rings that cross themselves after rounding to float
};

void on_corner(void* vertex, void* sink) {
    static_cast<Sink*>(sink)->corners->push_back(*static_cast<const layers::ScenePoint*>(vertex));
}

void on_edge(GLboolean, void*) {}  // its presence makes GLU give plain triangles

void on_crossing(const GLdouble at[3], void* const[4], const GLfloat[4], void** made, void* sink) {
    auto& crossings = static_cast<Sink*>(sink)->crossings;
    crossings.push_back({static_cast<float>(at[0]), static_cast<float>(at[1])});
    *made = &crossings.back();
}

template <class F>
void set(GLUtesselator* tesselator, GLenum which, F* callback) {
    gluTessCallback(tesselator, which, reinterpret_cast<_GLUfuncptr>(callback));
}

}  // namespace

Triangles triangles_of(const std::vector<layers::ScenePiece>& pieces) {
    const std::unique_ptr<GLUtesselator, TesselatorCloser> tesselator{gluNewTess()};
    set(tesselator.get(), GLU_TESS_VERTEX_DATA, &on_corner);
    set(tesselator.get(), GLU_TESS_EDGE_FLAG_DATA, &on_edge);
    set(tesselator.get(), GLU_TESS_COMBINE_DATA, &on_crossing);
    gluTessNormal(tesselator.get(), 0, 0, 1);
    Triangles result;
    for (const layers::ScenePiece& piece : pieces) {
        Sink sink{&result.corners, {}};
        result.first.push_back(static_cast<int>(result.corners.size()));
        gluTessBeginPolygon(tesselator.get(), &sink);
        for (const auto& ring : piece.rings) {
            gluTessBeginContour(tesselator.get());
            for (const layers::ScenePoint& point : ring) {
                std::array<GLdouble, 3> at{point.x_m, point.y_m, 0};
                gluTessVertex(tesselator.get(), at.data(), const_cast<layers::ScenePoint*>(&point));
            }
            gluTessEndContour(tesselator.get());
        }
        gluTessEndPolygon(tesselator.get());
        result.count.push_back(static_cast<int>(result.corners.size()) - result.first.back());
    }
    return result;
}

}  // namespace app::viewer
