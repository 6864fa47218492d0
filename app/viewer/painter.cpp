// SPDX-License-Identifier: MIT
#include "app/viewer/painter.h"

#include "app/viewer/gl_objects.h"
#include "app/viewer/shaders.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace app::viewer {

namespace {

constexpr int needed_version = 33;
constexpr float hatch_spacing_px = 9, hatch_thickness_px = 1.4F;

std::string log_of(GLuint shader) {
    std::array<char, 2000> text{};
    glGetShaderInfoLog(shader, static_cast<GLsizei>(text.size()), nullptr, text.data());
    return text.data();
}

GLuint compiled(GLenum kind, std::string_view name) {
    const std::string_view source = shader_source(name);
    const GLuint shader = glCreateShader(kind);
    const char* text = source.data();
    const auto length = static_cast<GLint>(source.size());
    glShaderSource(shader, 1, &text, &length);
    glCompileShader(shader);
    GLint fine = 0;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &fine);
    if (fine == 0) {
        const std::string log = log_of(shader);
        glDeleteShader(shader);
        throw geo::Error{fmt::format("the graphics driver refuses the shader {}: {}", name, log),
                         "update the driver, or set LIBGL_ALWAYS_SOFTWARE=1"};
    }
    return shader;
}

Program linked(std::string_view name) {
    const GLuint vertex = compiled(GL_VERTEX_SHADER, fmt::format("{}.vert", name));
    const GLuint fragment = compiled(GL_FRAGMENT_SHADER, fmt::format("{}.frag", name));
    Program program;
    glAttachShader(program.name(), vertex);
    glAttachShader(program.name(), fragment);
    glLinkProgram(program.name());
    glDeleteShader(vertex);
    glDeleteShader(fragment);
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

    layers::SceneBox shown() const {
        const double half_width = target.width / px_per_m / 2, half_height = target.height / px_per_m / 2;
        return {static_cast<float>(centre_x - half_width), static_cast<float>(centre_y - half_height),
                static_cast<float>(centre_x + half_width), static_cast<float>(centre_y + half_height)};
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
        std::vector<layers::SceneBox> boxes;
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
    Program fill = linked("fill");
    Program line = linked("line");
};

Painter::Painter() {
    require_opengl();
    programs_ = std::make_unique<Programs>();
}

Painter::~Painter() = default;

std::shared_ptr<GpuScene> Painter::upload(const layers::Scene& scene, const Triangles& triangles) const {
    auto made = std::make_shared<GpuScene>();
    for (const layers::SceneFill& fill : scene.fills) {
        GpuScene::Fill kept{fill.part, fill.colour, fill.hatch_colour, fill.hatch, {}, {}, {}};
        for (const std::uint32_t piece : fill.pieces) {
            kept.first.push_back(triangles.first[piece]);
            kept.count.push_back(triangles.count[piece]);
            kept.boxes.push_back((*scene.pieces)[piece].box);
        }
        made->fills.push_back(std::move(kept));
    }
    std::vector<layers::ScenePoint> ends;
    for (const layers::SceneStroke& stroke : scene.strokes) {
        made->strokes.push_back({stroke.part, stroke.colour, stroke.width_px, ends.size() / 2,
                                 static_cast<GLsizei>(stroke.segments.size() / 2)});
        ends.insert(ends.end(), stroke.segments.begin(), stroke.segments.end());
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
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);

    const Program& fill = programs_->fill;
    glUseProgram(fill.name());
    glBindVertexArray(scene.fill_array.name());
    set(fill, "u_centre", static_cast<float>(frame.centre_x), static_cast<float>(frame.centre_y));
    set(fill, "u_scale", static_cast<float>(2 * frame.px_per_m / target.width),
        static_cast<float>(2 * frame.px_per_m / target.height));
    const auto spacing = static_cast<float>(hatch_spacing_px * target.scale);
    const double period = spacing * std::sqrt(2.0);
    set(fill, "u_spacing", spacing);
    set(fill, "u_thickness", static_cast<float>(hatch_thickness_px * target.scale));
    const layers::SceneBox shown = frame.shown();
    for (const GpuScene::Fill& area : scene.fills) {
        if (!options.shows(area.part)) { continue; }
        std::vector<GLint> first;
        std::vector<GLsizei> count;
        for (std::size_t i = 0; i < area.first.size(); ++i) {
            if (!area.boxes[i].overlaps(shown)) { continue; }
            first.push_back(area.first[i]);
            count.push_back(area.count[i]);
        }
        if (first.empty()) { continue; }
        const bool fades = area.part == layers::Part::status || area.part == layers::Part::difference;
        const double opacity = fades ? options.opacity : 1;
        set(fill, "u_colour", area.colour, opacity);
        set(fill, "u_hatch_colour", area.hatch_colour, opacity);
        // Straight hatches repeat after one spacing along both axes, slanted ones after √2 of it.
        const bool slanted = area.hatch != layers::Hatch::dots && area.hatch != layers::Hatch::level;
        const double repeat = slanted ? period : spacing;
        set(fill, "u_anchor", static_cast<float>(anchor(frame.centre_x, frame.px_per_m, target.width, repeat)),
            static_cast<float>(anchor(frame.centre_y, frame.px_per_m, target.height, repeat)));
        glUniform1i(glGetUniformLocation(fill.name(), "u_hatch"), static_cast<GLint>(area.hatch));
        glMultiDrawArrays(GL_TRIANGLES, first.data(), count.data(), static_cast<GLsizei>(first.size()));
    }

    const Program& line = programs_->line;
    glUseProgram(line.name());
    glBindVertexArray(scene.line_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, scene.ends.name());
    set(line, "u_centre", static_cast<float>(frame.centre_x), static_cast<float>(frame.centre_y));
    set(line, "u_px_per_m", static_cast<float>(frame.px_per_m));
    set(line, "u_size", static_cast<float>(target.width), static_cast<float>(target.height));
    for (const GpuScene::Stroke& stroke : scene.strokes) {
        if (!options.shows(stroke.part) || stroke.count == 0) { continue; }
        set(line, "u_colour", stroke.colour, 1);
        set(line, "u_width", static_cast<float>(stroke.width_px * target.scale));
        set(line, "u_round", stroke.colour.a == 255 ? 1.0F : 0.0F);
        const std::size_t offset = stroke.first * 2 * sizeof(layers::ScenePoint);
        glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, 0, reinterpret_cast<const void*>(offset));
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, stroke.count);
    }
    glBindVertexArray(0);
    glUseProgram(0);
    glDisable(GL_SCISSOR_TEST);
}

}  // namespace app::viewer
