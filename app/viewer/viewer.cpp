// SPDX-License-Identifier: MIT
#include "app/viewer/viewer.h"

#include "app/viewer/map/furniture.h"
#include "app/viewer/model/selection.h"
#include "app/viewer/panels/panels.h"
#include "geo/file.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <cmath>

namespace app::viewer {

namespace {

Viewport left_of(double x, const Viewport& viewport) {
    return {viewport.x, viewport.y, x - viewport.x, viewport.height};
}

Viewport right_of(double x, const Viewport& viewport) {
    return {x, viewport.y, viewport.x + viewport.width - x, viewport.height};
}

/// Behind the panels, which have no background of their own: blending one takes software OpenGL a third of their time.
layers::Colour panel_colour() {
    const ImVec4& colour = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    const auto part = [](float value) { return static_cast<std::uint8_t>(std::lround(value * 255)); };
    return {part(colour.x), part(colour.y), part(colour.z)};
}

/// Puts back, when it goes, the ImGui context and the framebuffer that it found: whatever is painted in between, and
/// however that ends.
class Aside {
public:
    Aside() { glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer_); }
    ~Aside() {
        ImGui::SetCurrentContext(context_);
        glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    }
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

private:
    ImGuiContext* context_ = ImGui::GetCurrentContext();
    GLint framebuffer_ = 0;
};

}  // namespace

Viewer::Viewer(Desk& desk, FontFiles fonts)
    : desk_{desk},
      fonts_{std::move(fonts)},
      backdrop_{layers::backdrop_scene(desk.frame, desk.state.theme)},
      backdrop_theme_{desk.state.theme} {
    backdrop_on_gpu_ = painter_.upload(backdrop_, triangles_of(*backdrop_.pieces));
    for (const std::string& warning : fonts_.warnings) { desk_.say(Message::Kind::error, warning); }
}

void Viewer::fit_once() {
    Camera& camera = desk_.state.camera;
    const bool resized = viewport_.width != fitted_to_.width || viewport_.height != fitted_to_.height;
    const bool untouched = camera.centre == whole_.centre && camera.metres_per_px == whole_.metres_per_px;
    if (viewport_.width > 1 && (!desk_.state.fitted || (resized && untouched))) {
        camera = whole_ = on_whole(desk_.frame, viewport_);
        fitted_to_ = viewport_;
        desk_.state.fitted = true;
    }
    desk_.state.camera = kept_within(desk_.state.camera, box_of(desk_.frame.world));
}

void Viewer::upload() {
    if (backdrop_theme_ != desk_.state.theme) {
        backdrop_theme_ = desk_.state.theme;
        backdrop_ = layers::backdrop_scene(desk_.frame, backdrop_theme_);
        backdrop_on_gpu_ = painter_.upload(backdrop_, triangles_of(*backdrop_.pieces));
    }
    if (!desk_.sheet) { return; }
    const Sheet& sheet = *desk_.sheet;
    const auto on_gpu = [&](const layers::Scene* scene) {
        return scene == nullptr ? nullptr : painter_.upload(*scene, sheet.triangles);
    };
    if (on_gpu_.sheet != desk_.sheet) {
        on_gpu_ = {desk_.sheet,
                   on_gpu(&sheet.a->scene),
                   on_gpu(sheet.b ? &sheet.b->scene : nullptr),
                   on_gpu(sheet.difference.get()),
                   nullptr,
                   {}};
    }
    if (desk_.state.selection.empty()) {
        on_gpu_.highlight = nullptr;
        on_gpu_.highlighted = {};
    } else if (on_gpu_.highlighted != desk_.state.selection || !on_gpu_.highlight) {
        const layers::Scene scene =
            layers::highlight_scene(plots_of(desk_.state.selection, sheet), sheet.on_map, desk_.state.theme);
        on_gpu_.highlight = painter_.upload(scene, sheet.triangles);
        on_gpu_.highlighted = desk_.state.selection;
    }
}

template <class Show>
void Viewer::arrange(const Viewport& viewport, const Show& show) {
    const State& state = desk_.state;
    if (state.mode == Mode::difference && on_gpu_.difference) {
        show(&OnGpu::difference, viewport, left_);
    } else if (state.mode == Mode::wipe && on_gpu_.b) {
        const double x = viewport.x + state.divider * viewport.width;
        show(&OnGpu::a, left_of(x, viewport), left_);
        show(&OnGpu::b, right_of(x, viewport), right_);
    } else {
        show(&OnGpu::a, viewport, left_);
    }
}

void Viewer::paint_scene(Shown shown, const Target& target, const Camera& camera, const Viewport& viewport,
                         const Viewport& clip) const {
    for (const std::shared_ptr<GpuScene>& scene : {backdrop_on_gpu_, on_gpu_.*shown, on_gpu_.highlight}) {
        if (scene) { painter_.paint(*scene, target, camera, viewport, clip, desk_.state.paint); }
    }
}

void Viewer::show_map(const Target& target) {
    const State& state = desk_.state;
    painter_.clear(target, panel_colour());
    arrange(viewport_, [&](Shown shown, const Viewport& clip, Layer& layer) {
        const Look look{desk_.sheet, state.selection, state.paint, state.theme, shown};
        const bool is_stale = layer.look != look;
        layer.look = look;
        layer.map.show(target, state.camera, viewport_, clip, is_stale,
                       [&](const Target& canvas, const Camera& camera, const Viewport& whole) {
                           painter_.clear(canvas, layers::palette(state.theme).beyond);
                           paint_scene(shown, canvas, camera, whole, whole);
                       });
    });
}

/// While the time bar plays: the next date, once this one is shown and has been seen.
void Viewer::step_time() {
    constexpr double pause_s = 0.7;
    State& state = desk_.state;
    const double now = ImGui::GetTime();
    if (!state.playing || desk_.busy() || now - last_step_s_ < pause_s) { return; }
    last_step_s_ = now;
    if (state.control + 1 < static_cast<int>(desk_.controls.size())) {
        ++state.control;
    } else {
        state.playing = false;
    }
}

void Viewer::frame(const Stage& stage, const Target& target) {
    if (!desk_.is_asking) { desk_.deliver(); }
    desk_.fonts = stage.fonts();
    desk_.marks.clear();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Layout layout = layout_of(size.x, size.y, desk_.state, !desk_.controls.empty());
    viewport_ = layout.map;
    fit_once();
    shortcuts(desk_, layout);
    menu_bar(desk_, layout);
    map_window(desk_, backdrop_, layout);
    desk_.slides = desk_.slides && desk_.state.shows_panels;
    if (desk_.state.shows_panels) {
        left_panel(desk_, layout);
        right_panel(desk_, layout);
    }
    if (!desk_.controls.empty()) { time_bar(desk_, layout); }
    status_bar(desk_, layout);
    messages_window(desk_, layout);
    help_window(desk_);
    file_windows(desk_);
    step_time();
    desk_.refresh();
    upload();
    show_map(target);
    if (desk_.picture_to_save) { save_picture(); }
}

void Viewer::save_picture() {
    const SaveRequest request = *desk_.picture_to_save;
    desk_.picture_to_save.reset();
    try {
        desk_.write_picture(picture(request.scale), request);
    } catch (const std::exception& error) { desk_.report(geo::error_of(error)); }
}

print::Pixels Viewer::picture(double scale) {
    const Aside aside;
    const Viewport viewport{0, 0, std::max(1.0, viewport_.width), std::max(1.0, viewport_.height)};
    const Target target{static_cast<int>(std::lround(viewport.width * scale)),
                        static_cast<int>(std::lround(viewport.height * scale)), scale};
    const Canvas canvas{target.width, target.height};
    upload();
    painter_.clear(target, layers::palette(desk_.state.theme).beyond);
    arrange(viewport, [&](Shown shown, const Viewport& clip, const Layer&) {
        paint_scene(shown, target, desk_.state.camera, viewport, clip);
    });
    const Stage stage{fonts_, scale, desk_.state.theme};
    stage.begin(viewport.width, viewport.height);
    draw_furniture(desk_, backdrop_, viewport, stage.fonts(), *ImGui::GetBackgroundDrawList());
    draw_shapes(desk_, viewport, stage.fonts(), false, *ImGui::GetBackgroundDrawList());
    stage.draw();
    return canvas.read();
}

}  // namespace app::viewer
