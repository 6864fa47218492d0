// SPDX-License-Identifier: MIT
#include "app/viewer/viewer.h"

#include "app/viewer/map/draw_furniture.h"
#include "app/viewer/map/draw_shapes.h"
#include "app/viewer/model/selection.h"
#include "app/viewer/panels/panels.h"
#include "geo/file.h"
#include "layers/map/sheet.h"

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

Viewer::Viewer(Document& document, FontFiles fonts)
    : document_{document},
      fonts_{std::move(fonts)},
      backdrop_{layers::backdrop_scene(document.frame, document.state.theme)},
      backdrop_theme_{document.state.theme} {
    backdrop_on_gpu_ = painter_.upload(backdrop_, triangles_of(*backdrop_.pieces));
    for (const std::string& warning : fonts_.warnings) { document_.say(Message::Kind::error, warning); }
}

void Viewer::fit_once() {
    Camera& camera = document_.state.camera;
    const bool resized = viewport_.width != fitted_to_.width || viewport_.height != fitted_to_.height;
    const bool untouched = camera.centre == whole_.centre && camera.metres_per_px == whole_.metres_per_px;
    if (viewport_.width > 1 && (!document_.state.fitted || (resized && untouched))) {
        camera = whole_ = on_whole(document_.frame, viewport_);
        fitted_to_ = viewport_;
        document_.state.fitted = true;
    }
    document_.state.camera = kept_within(document_.state.camera, document_.frame.world);
}

void Viewer::frame_interest() {
    State& state = document_.state;
    const std::shared_ptr<const Result>& result = document_.result;
    const bool is_there = result && (state.plan_b.empty() || (result->b && result->difference));
    if (!state.frames_interest || !is_there || document_.busy() || viewport_.width <= 1) { return; }
    state.frames_interest = false;
    const Mode mode = state.mode == Mode::difference ? Mode::difference : Mode::one;
    layers::SheetMap map{content_of(*result, backdrop_, document_.frame), mode, &result->on_map, nullptr, {}};
    layers::MapBox box = layers::box_of_interest(map);
    if (state.mode == Mode::wipe) {
        map.content.a = result->b.get();
        const layers::MapBox of_b = layers::box_of_interest(map);
        box = {std::min(box.west, of_b.west), std::min(box.south, of_b.south), std::max(box.east, of_b.east),
               std::max(box.north, of_b.north)};
    }
    state.camera = on_box(box, document_.frame, viewport_);  // its legend lists what is then in sight
    std::optional<Viewport> taken;
    if (const auto legend = legend_box(document_, backdrop_, viewport_, document_.fonts)) {
        taken = Viewport{legend->left, legend->top, legend->width(), legend->height()};
    }
    state.camera = kept_within(on_box(box, document_.frame, viewport_, taken), document_.frame.world);
    state.fitted = true;
}

void Viewer::upload() {
    if (backdrop_theme_ != document_.state.theme) {
        backdrop_theme_ = document_.state.theme;
        backdrop_ = layers::backdrop_scene(document_.frame, backdrop_theme_);
        backdrop_on_gpu_ = painter_.upload(backdrop_, triangles_of(*backdrop_.pieces));
    }
    if (!document_.result) { return; }
    const Result& result = *document_.result;
    const auto on_gpu = [&](const layers::Scene* scene) {
        return scene == nullptr ? nullptr : painter_.upload(*scene, result.triangles);
    };
    if (on_gpu_.result != document_.result) {
        on_gpu_ = {document_.result,
                   on_gpu(&result.a->scene),
                   on_gpu(result.b ? &result.b->scene : nullptr),
                   on_gpu(result.difference.get()),
                   nullptr,
                   {}};
    }
    if (document_.state.selection.empty()) {
        on_gpu_.highlight = nullptr;
        on_gpu_.highlighted = {};
    } else if (on_gpu_.highlighted != document_.state.selection || !on_gpu_.highlight) {
        const layers::Scene scene =
            layers::highlight_scene(cells_of(document_.state.selection, result), result.on_map, document_.state.theme);
        on_gpu_.highlight = painter_.upload(scene, result.triangles);
        on_gpu_.highlighted = document_.state.selection;
    }
}

template <class Show>
void Viewer::arrange(const Viewport& viewport, const Show& show) {
    const State& state = document_.state;
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
        if (scene) { painter_.paint(*scene, target, camera, viewport, clip, document_.state.paint); }
    }
}

void Viewer::show_map(const Target& target) {
    const State& state = document_.state;
    painter_.clear(target, panel_colour());
    arrange(viewport_, [&](Shown shown, const Viewport& clip, Layer& layer) {
        const Look look{document_.result, state.selection, state.paint, state.theme, shown};
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
    State& state = document_.state;
    const double pause_s = 1.0 / state.days_per_s;
    const double now = ImGui::GetTime();
    if (!state.playing || document_.is_laying() || now - last_step_s_ < pause_s) { return; }
    last_step_s_ = now;
    if (state.control + 1 < static_cast<int>(document_.controls.size())) {
        ++state.control;
    } else {
        state.playing = false;
    }
}

void Viewer::frame(const UiContext& ui_context, const Target& target) {
    if (!document_.is_asking) { document_.deliver(); }
    document_.fonts = ui_context.fonts();
    document_.widgets.clear();
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    const Layout layout = layout_of(size.x, size.y, document_.state, document_.controls.size());
    viewport_ = document_.map_viewport = layout.map;
    fit_once();
    frame_interest();
    shortcuts(document_, layout);
    menu_bar(document_, layout);
    map_window(document_, backdrop_, layout);
    document_.slides = document_.slides && document_.state.shows_panels;
    if (document_.state.shows_panels) {
        left_panel(document_, layout);
        right_panel(document_, layout);
    }
    if (!document_.controls.empty()) { time_bar(document_, layout); }
    status_bar(document_, layout);
    messages_window(document_, layout);
    help_window(document_);
    file_windows(document_);
    step_time();
    document_.refresh();
    upload();
    show_map(target);
    if (document_.picture_to_save) { save_picture(); }
    if (document_.recovery) {
        document_.recovery->keep(document_.state, document_.has_unsaved_drawing(), Recovery::Time::clock::now());
    }
}

void Viewer::save_picture() {
    const SaveRequest request = *document_.picture_to_save;
    document_.picture_to_save.reset();
    try {
        document_.write_picture(picture(request.scale), request);
    } catch (const std::exception& error) { document_.report(geo::error_of(error)); }
}

print::Pixels Viewer::picture(double scale) {
    const Aside aside;
    const Viewport viewport{0, 0, std::max(1.0, viewport_.width), std::max(1.0, viewport_.height)};
    const Target target{static_cast<int>(std::lround(viewport.width * scale)),
                        static_cast<int>(std::lround(viewport.height * scale)), scale};
    const Canvas canvas{target.width, target.height};
    upload();
    painter_.clear(target, layers::palette(document_.state.theme).beyond);
    arrange(viewport, [&](Shown shown, const Viewport& clip, const Layer&) {
        paint_scene(shown, target, document_.state.camera, viewport, clip);
    });
    const UiContext ui_context{fonts_, scale, document_.state.theme};
    ui_context.begin(viewport.width, viewport.height);
    ImDrawList& list = *ImGui::GetBackgroundDrawList();
    const std::vector<ScreenBox> written = draw_shapes(document_, viewport, ui_context.fonts(), false, list);
    draw_furniture(document_, backdrop_, viewport, ui_context.fonts(), written, list);
    ui_context.draw();
    return canvas.read();
}

}  // namespace app::viewer
