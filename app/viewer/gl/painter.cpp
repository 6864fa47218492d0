// SPDX-License-Identifier: MIT
#include "app/viewer/gl/painter.h"

#include "app/viewer/gl/gl_objects.h"
#include "app/viewer/gl/shaders.h"
#include "geo/error.h"
#include "layers/map/hatch.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace app::viewer {

namespace {

constexpr int needed_version = 33;

std::string log_of(const Shader& shader) {
    std::array<char, 2000> text{};
    glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(text.size()), nullptr, text.data());
    return text.data();
}

Shader compiled(GLenum kind, std::string_view name) {
    const std::string_view source = shader_source(name);
    Shader shader{glCreateShader(kind)};
    const char* text = source.data();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader.name(), 1, &text, &length);
    glCompileShader(shader.name());
    GLint fine = 0;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &fine);
    if (fine == 0) {
        throw geo::Error{fmt::format("the graphics driver refuses the shader {}: {}", name, log_of(shader)),
                         "update the driver, or set LIBGL_ALWAYS_SOFTWARE=1"};
    }
    return shader;
}

Program linked(std::string_view vertex_name, std::string_view name) {
    const Shader vertex = compiled(GL_VERTEX_SHADER, fmt::format("{}.vert", vertex_name));
    const Shader fragment = compiled(GL_FRAGMENT_SHADER, fmt::format("{}.frag", name));
    Program program;
    glAttachShader(program.name(), vertex.name());
    glAttachShader(program.name(), fragment.name());
    glLinkProgram(program.name());
    GLint fine = 0;
    glGetProgramiv(program.name(), GL_LINK_STATUS, &fine);
    if (fine == 0) { throw geo::Error{fmt::format("the graphics driver cannot link the shaders {}", name)}; }
    return program;
}

void set(const Program& program, const char* uniform, float x, float y) {
    glUniform2f(glGetUniformLocation(program.name(), uniform), x, y);
}

void set(const Program& program, const char* uniform, float value) {
    glUniform1f(glGetUniformLocation(program.name(), uniform), value);
}

void set(const Program& program, const char* uniform, layers::Colour colour, double opacity) {
    glUniform4f(glGetUniformLocation(program.name(), uniform), static_cast<float>(colour.r) / 255,
                static_cast<float>(colour.g) / 255, static_cast<float>(colour.b) / 255,
                static_cast<float>(colour.a / 255.0 * opacity));
}

/// What a picture needs of camera and viewport: the whole target as if the map filled it.
struct Frame {
    double centre_x, centre_y;  ///< metres, in the middle of the target
    double px_per_m;            ///< device pixels
    Target target;

    Frame(const Camera& camera, const Viewport& viewport, const Target& into)
        : centre_x{}, centre_y{}, px_per_m{into.scale / camera.metres_per_px}, target{into} {
        const geo::MapPoint middle =
            to_map(camera, viewport, {into.width / into.scale / 2, into.height / into.scale / 2});
        centre_x = middle.x_m;
        centre_y = middle.y_m;
    }

    layers::MapBox shown() const {
        const double half_width = target.width / px_per_m / 2, half_height = target.height / px_per_m / 2;
        return {centre_x - half_width, centre_y - half_height, centre_x + half_width, centre_y + half_height};
    }
};

/// Device pixels from the lower left at which the map's origin lies, modulo `period`.
double anchor(double centre_m, double px_per_m, int size_px, double period) {
    const double at = size_px / 2.0 - centre_m * px_per_m;
    return at - std::floor(at / period) * period;
}

}  // namespace

void require_opengl() {
    const int version = epoxy_gl_version();
    if (epoxy_is_desktop_gl() && version >= needed_version) { return; }
    const auto* words = reinterpret_cast<const char*>(glGetString(GL_VERSION));
    throw geo::Error{
        fmt::format("the viewer needs OpenGL 3.3, and this machine has {}", words == nullptr ? "none" : words),
        "update the graphics driver, or set LIBGL_ALWAYS_SOFTWARE=1"};
}

class GpuScene {
public:
    struct Fill {
        layers::Part part;
        layers::Colour colour, hatch_colour;
        layers::Hatch hatch;
        std::vector<GLint> first;
        std::vector<GLsizei> count;
        std::vector<layers::MapBox> boxes;
        layers::Colour ground;    ///< of the land under it
        bool highlights = false;  ///< lies over everything else
    };
    struct Stroke {
        layers::Part part;
        layers::Colour colour;
        float width_px;
        std::size_t first;  ///< of its pieces
        GLsizei count;
    };
    std::vector<Fill> fills;
    std::vector<Stroke> strokes;
    VertexArray fill_array, line_array;
    Buffer corners, ends;
};

struct Painter::Programs {
    Program fill = linked("fill", "fill");
    Program hatch = linked("fill", "hatch");
    Program line = linked("line", "line");
};

Painter::Painter() {
    require_opengl();
    programs_ = std::make_unique<Programs>();
}

Painter::~Painter() = default;

std::shared_ptr<GpuScene> Painter::upload(const layers::Scene& scene, const Triangles& triangles) const {
    auto made = std::make_shared<GpuScene>();
    const auto under = std::find_if(scene.fills.begin(), scene.fills.end(),
                                    [](const layers::SceneFill& fill) { return fill.part == layers::Part::land; });
    const layers::Colour ground = under == scene.fills.end() ? layers::Colour{} : under->colour;
    for (const layers::SceneFill& fill : scene.fills) {
        GpuScene::Fill kept{fill.part,  fill.colour, fill.hatch_colour,
                            fill.hatch, {},          {},
                            {},         ground,      fill.part == layers::Part::highlight};
        for (const std::uint32_t piece : fill.pieces) {
            kept.first.push_back(triangles.first[piece]);
            kept.count.push_back(triangles.count[piece]);
            kept.boxes.push_back((*scene.pieces)[piece].box);
        }
        made->fills.push_back(std::move(kept));
    }
    std::vector<layers::ScenePoint> ends;
    for (const layers::SceneStroke& stroke : scene.strokes) {
        const std::size_t first = ends.size() / 2;
        for (const layers::ScenePath& path : stroke.paths) {
            for (std::size_t i = 1; i < path.size(); ++i) { ends.insert(ends.end(), {path[i - 1], path[i]}); }
        }
        made->strokes.push_back(
            {stroke.part, stroke.colour, stroke.width_px, first, static_cast<GLsizei>(ends.size() / 2 - first)});
    }
    const auto fill_buffer = [](const Buffer& buffer, const std::vector<layers::ScenePoint>& points) {
        glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
        glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(points.size() * sizeof(layers::ScenePoint)),
                     points.data(), GL_STATIC_DRAW);
    };
    glBindVertexArray(made->fill_array.name());
    fill_buffer(made->corners, triangles.corners);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    glBindVertexArray(made->line_array.name());
    fill_buffer(made->ends, ends);
    glEnableVertexAttribArray(0);
    glVertexAttribDivisor(0, 1);
    glBindVertexArray(0);
    return made;
}

void Painter::clear(const Target& target, layers::Colour colour) const {
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, target.width, target.height);
    glClearColor(static_cast<float>(colour.r) / 255, static_cast<float>(colour.g) / 255,
                 static_cast<float>(colour.b) / 255, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

namespace {

void set_frame(const Program& program, const Frame& frame) {
    glUseProgram(program.name());
    set(program, "u_centre", static_cast<float>(frame.centre_x), static_cast<float>(frame.centre_y));
}

/// Corners on the plane to clip coordinates.
void set_fill_frame(const Program& program, const Frame& frame) {
    set_frame(program, frame);
    set(program, "u_scale", static_cast<float>(2 * frame.px_per_m / frame.target.width),
        static_cast<float>(2 * frame.px_per_m / frame.target.height));
}

/// Pieces that lie in sight.
struct Run {
    std::vector<GLint> first;
    std::vector<GLsizei> count;

    Run(const GpuScene::Fill& fill, const layers::MapBox& shown) {
        for (std::size_t i = 0; i < fill.first.size(); ++i) {
            if (!fill.boxes[i].overlaps(shown)) { continue; }
            first.push_back(fill.first[i]);
            count.push_back(fill.count[i]);
        }
    }
    void draw() const {
        glMultiDrawArrays(GL_TRIANGLES, first.data(), count.data(), static_cast<GLsizei>(first.size()));
    }
};

/// Blending is what costs a processor that draws by itself: opaque colours go without.
void blend(bool on) {
    if (on) {
        glEnable(GL_BLEND);
        glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    } else {
        glDisable(GL_BLEND);
    }
}

layers::Colour colour_of(const GpuScene::Fill& fill, const PaintOptions& options) {
    const bool on_land = fill.part == layers::Part::status || fill.part == layers::Part::difference;
    return on_land && !fill.highlights ? layers::seen_on_land(fill.colour, fill.ground, options) : fill.colour;
}

void paint_fills(const GpuScene& scene, const Program& program, const Frame& frame, const PaintOptions& options) {
    set_fill_frame(program, frame);
    const layers::MapBox shown = frame.shown();
    for (const GpuScene::Fill& fill : scene.fills) {
        const layers::Colour colour = colour_of(fill, options);
        if (!options.shows(fill.part) || colour.a == 0) { continue; }
        blend(colour.a != 255);
        set(program, "u_colour", colour, 1);
        Run{fill, shown}.draw();
    }
}

void paint_hatches(const GpuScene& scene, const Program& program, const Frame& frame, const PaintOptions& options) {
    set_fill_frame(program, frame);
    blend(true);
    const auto spacing = static_cast<float>(layers::hatch_spacing_px * frame.target.scale);
    set(program, "u_spacing", spacing);
    set(program, "u_thickness", static_cast<float>(layers::hatch_width_px * frame.target.scale));
    const layers::MapBox shown = frame.shown();
    for (const GpuScene::Fill& fill : scene.fills) {
        if (!options.shows(fill.part) || fill.hatch == layers::Hatch::none) { continue; }
        // Straight hatches repeat after one spacing along both axes, slanted ones after √2 of it.
        const bool straight = fill.hatch == layers::Hatch::dots || fill.hatch == layers::Hatch::level ||
                              fill.hatch == layers::Hatch::upright;
        const double repeat = straight ? spacing : spacing * std::sqrt(2.0);
        set(program, "u_anchor", static_cast<float>(anchor(frame.centre_x, frame.px_per_m, frame.target.width, repeat)),
            static_cast<float>(anchor(frame.centre_y, frame.px_per_m, frame.target.height, repeat)));
        set(program, "u_colour", fill.hatch_colour, 1);
        glUniform1i(glGetUniformLocation(program.name(), "u_kind"), static_cast<GLint>(fill.hatch));
        Run{fill, shown}.draw();
    }
}

void paint_strokes(const GpuScene& scene, const Program& program, const Frame& frame, const PaintOptions& options) {
    set_frame(program, frame);
    blend(true);
    set(program, "u_px_per_m", static_cast<float>(frame.px_per_m));
    set(program, "u_size", static_cast<float>(frame.target.width), static_cast<float>(frame.target.height));
    for (const GpuScene::Stroke& stroke : scene.strokes) {
        if (!options.shows(stroke.part) || stroke.count == 0) { continue; }
        set(program, "u_colour", stroke.colour, 1);
        set(program, "u_width", static_cast<float>(stroke.width_px * frame.target.scale));
        set(program, "u_round", stroke.colour.a == 255 ? 1.0F : 0.0F);
        const std::size_t offset = stroke.first * 2 * sizeof(layers::ScenePoint);
        glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, 0, reinterpret_cast<const void*>(offset));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, stroke.count);
    }
}

}  // namespace

void Painter::paint(const GpuScene& scene, const Target& target, const Camera& camera, const Viewport& viewport,
                    const Viewport& clip, const PaintOptions& options) const {
    const Frame frame{camera, viewport, target};
    const auto device = [&target](double logical) { return static_cast<GLint>(std::lround(logical * target.scale)); };
    glViewport(0, 0, target.width, target.height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(device(clip.x), target.height - device(clip.y + clip.height),
              std::max(0, device(clip.x + clip.width) - device(clip.x)), std::max(0, device(clip.height)));
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glBindVertexArray(scene.fill_array.name());
    paint_fills(scene, programs_->fill, frame, options);
    paint_hatches(scene, programs_->hatch, frame, options);
    glBindVertexArray(scene.line_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, scene.ends.name());
    paint_strokes(scene, programs_->line, frame, options);
    glBindVertexArray(0);
    glUseProgram(0);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace app::viewer
