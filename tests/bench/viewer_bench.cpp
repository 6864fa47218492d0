// SPDX-License-Identifier: MIT
// Frames of the viewer without a window, at 1600 × 1000: one that pans with everything on, beside one that draws
// nothing but the panels and one that draws nothing at all.
#include "app/viewer/viewer.h"
#include "geo/dataset.h"
#include "geo/error.h"

#include <benchmark/benchmark.h>
#include <imgui/imgui.h>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <thread>

namespace {

using namespace app::viewer;

constexpr int width = 1600, height = 1000;

struct Whole {
    Headless context;
    Canvas canvas{width, height};
    Document document{[] {}};
    FontFiles fonts = find_fonts({});
    UiContext ui_context{fonts, 1, layers::Theme::light};
    Viewer viewer{document, fonts};

    void frame() {
        ui_context.begin(width, height);
        canvas.bind();
        viewer.frame(ui_context, {width, height, 1});
        ui_context.draw();
        glFinish();
    }

    void settle() {
        do {
            frame();
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        } while (document.busy());
        frame();
    }
};

void show(Whole& whole, const char* a, const char* b, Mode mode) {
    whole.document.state.plan_a = a;
    whole.document.state.plan_b = b;
    whole.document.state.mode = mode;
    whole.settle();
}

void pan(benchmark::State& state, const char* a, const char* b, Mode mode) {
    Whole whole;
    show(whole, a, b, mode);
    int step = 0;
    for (auto _ : state) {
        const double by = (++step / 40) % 2 == 0 ? 8 : -8;
        whole.document.state.camera = panned(whole.document.state.camera, {0, 0}, {by, by / 2});
        whole.frame();
    }
    state.counters["frames_per_s"] =
        benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

void pan_one(benchmark::State& state) {
    pan(state, "us-28-point", "", Mode::one);
}
BENCHMARK(pan_one)->MinTime(3)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void pan_wipe(benchmark::State& state) {
    pan(state, "kellogg-15-15", "ua-us-20-point", Mode::wipe);
}
BENCHMARK(pan_wipe)->MinTime(3)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void pan_difference(benchmark::State& state) {
    pan(state, "freeze", "us-28-point", Mode::difference);
}
BENCHMARK(pan_difference)->MinTime(3)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// The frame without map: what panels alone take.
void panels_alone(benchmark::State& state) {
    Whole whole;
    show(whole, "us-28-point", "", Mode::one);
    whole.document.state.paint.shown.fill(false);
    whole.document.state.shows_legend = false;
    for (auto _ : state) { whole.frame(); }
}
BENCHMARK(panels_alone)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// From a moved slider to figures on the table.
void slide(benchmark::State& state, const std::shared_ptr<const layers::Control>& control) {
    Whole whole;
    show(whole, "kellogg-15-15", "", Mode::one);
    Request request = whole.document.result->request;
    request.control = control;
    request.draft = true;
    Progress first;
    LastBaseOverlay last;
    benchmark::DoNotOptimize(lay(request, first, last));  // lays the lines, and draws the strip of their accuracy
    int step = 0;
    for (auto _ : state) {
        request.settings["kellogg-15-15"]["depth"] = std::to_string(5 + step++ % 20) + " km";
        Progress progress;
        benchmark::DoNotOptimize(lay(request, progress, last));
    }
}

void slider_to_figures(benchmark::State& state) {
    slide(state, nullptr);
}
BENCHMARK(slider_to_figures)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

void slider_on_control_polygon(benchmark::State& state) {
    const char* path = std::getenv("DEMARC_REAL");
    if (path == nullptr) { return state.SkipWithError("DEMARC_REAL names no file of control polygons"); }
    try {
        slide(state, std::make_shared<const layers::Control>(layers::control_from_polygons(geo::read(path))));
    } catch (const geo::Error& error) { state.SkipWithError(error.what()); }
}
BENCHMARK(slider_on_control_polygon)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

/// Everything from nothing to the first picture.
void first_picture(benchmark::State& state) {
    for (auto _ : state) {
        Whole whole;
        whole.frame();
        while (!whole.document.result) {
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
            whole.document.deliver();
        }
        whole.frame();
    }
}
BENCHMARK(first_picture)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->Iterations(5);

}  // namespace

BENCHMARK_MAIN();
