// SPDX-License-Identifier: MIT
#include "geo/error.h"
#include "geo/measure.h"
#include "geo/partition.h"
#include "layers/model/contact_line.h"
#include "layers/model/unit.h"

#include <benchmark/benchmark.h>
#include <GeographicLib/Geodesic.hpp>
#include <GeographicLib/PolygonArea.hpp>

#include <chrono>
#include <cmath>
#include <cstdlib>
#include <numbers>
#include <random>
#include <string>

namespace {

using benchmark::Counter;

/// A star about the middle of Ukraine with a coast as ragged as a generalised map's, `millidegrees` wide, with the
/// seven decimals of a written file.
geo::Ring star(std::size_t edges, std::int64_t millidegrees) {
    constexpr geo::LonLat middle{31.2, 48.7};
    constexpr double places = 1e7;
    const double radius = static_cast<double>(millidegrees) / 2000;
    std::mt19937_64 random{20240708};
    std::uniform_real_distribution<double> ragged{0.95, 1.0};
    geo::Ring ring;
    ring.reserve(edges + 1);
    for (std::size_t i = 0; i < edges; ++i) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(edges);
        const double reach = radius * ragged(random);
        ring.push_back({std::round((middle.lon + reach * std::cos(angle)) * places) / places,
                        std::round((middle.lat + reach * std::sin(angle)) * places) / places});
    }
    ring.push_back(ring.front());
    return ring;
}

geo::Ring star(const benchmark::State& state) {
    return star(static_cast<std::size_t>(state.range(0)), state.range(1));
}

double geodesic_km2(const geo::Ring& ring) {
    GeographicLib::PolygonArea polygon{GeographicLib::Geodesic::WGS84()};
    for (std::size_t i = 1; i < ring.size(); ++i) { polygon.AddPoint(ring[i].lat, ring[i].lon); }
    double perimeter = 0, area = 0;
    polygon.Compute(false, true, perimeter, area);
    return std::fabs(area) / 1e6;
}

void count_edges(benchmark::State& state, const geo::Ring& ring) {
    state.counters["per_edge"] =
        Counter(static_cast<double>(ring.size() - 1), Counter::kIsIterationInvariantRate | Counter::kInvert);
}

void area_demarc(benchmark::State& state) {
    const geo::Ring ring = star(state);
    for (auto _ : state) { benchmark::DoNotOptimize(geo::area_of(ring)); }
    count_edges(state, ring);
}

void area_geographiclib(benchmark::State& state) {
    const geo::Ring ring = star(state);
    for (auto _ : state) { benchmark::DoNotOptimize(geodesic_km2(ring)); }
    count_edges(state, ring);
}

template <class Work>
double seconds(int times, const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) { benchmark::DoNotOptimize(work()); }
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() / times;
}

/// Takes turns, so that what else the machine does meets both alike. The areas differ only in what an edge is:
/// straight in longitude and latitude here, a geodesic there.
void ratio(benchmark::State& state) {
    constexpr int turns_of_demarc = 50;
    const geo::Ring ring = star(state);
    const double ours = geo::area_of(ring).value(), theirs = geodesic_km2(ring);
    if (std::fabs(ours / theirs - 1) > 1e-5) { return state.SkipWithError("the areas are not of the same ring"); }
    double demarc = 0, geographiclib = 0;
    for (auto _ : state) {
        const double one = seconds(turns_of_demarc, [&] { return geo::area_of(ring); });
        const double other = seconds(1, [&] { return geodesic_km2(ring); });
        demarc += one;
        geographiclib += other;
        state.SetIterationTime(one * turns_of_demarc + other);
    }
    state.counters["geographiclib/demarc"] = geographiclib / demarc;
    state.counters["relative_difference"] = ours / theirs - 1;
}

void partition_with(benchmark::State& state, const layers::Units& units, const layers::Control& control) {
    geo::Coverage unit_layer, held_layer;
    for (const layers::Unit& unit : units.units) { unit_layer.emplace_back(&unit.region); }
    for (const geo::Region& region : control.held) { held_layer.emplace_back(&region); }
    std::size_t faces = 0;
    for (auto _ : state) { faces = geo::partition({unit_layer, held_layer}).faces.size(); }
    state.counters["faces"] = static_cast<double>(faces);
}

void partition_builtin_line(benchmark::State& state) {
    const layers::Units units = layers::builtin_units();
    partition_with(state, units, layers::builtin_line(layers::builtin_line_names().front(), units));
}

void partition_control_polygon(benchmark::State& state) {
    const char* path = std::getenv("DEMARC_REAL");
    if (path == nullptr) { return state.SkipWithError("DEMARC_REAL names no file of control polygons"); }
    try {
        partition_with(state, layers::builtin_units(), layers::control_from_polygons(geo::read(path)));
    } catch (const geo::Error& error) { state.SkipWithError(error.what()); }
}

/// 0.1° is a town; 6° is as tall as Ukraine.
void rings(benchmark::internal::Benchmark* bench) {
    bench->ArgNames({"edges", "millidegrees"})->ArgsProduct({{1'000, 100'000}, {100, 6'000}});
}

BENCHMARK(area_demarc)->Apply(rings)->Unit(benchmark::kMicrosecond);
BENCHMARK(area_geographiclib)->Apply(rings)->Unit(benchmark::kMicrosecond);
BENCHMARK(partition_builtin_line)->Unit(benchmark::kMillisecond);
BENCHMARK(partition_control_polygon)->Unit(benchmark::kMillisecond);
BENCHMARK(ratio)->Apply(rings)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
