// SPDX-License-Identifier: MIT
#include "app/viewer/model/recovery.h"

#include "app/viewer/model/unfinished.h"
#include "geo/error.h"
#include "support/files.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <numbers>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace fs = std::filesystem;
using app::viewer::Drawing;
using app::viewer::Recovery;
using app::viewer::State;
using app::viewer::Tool;
using layers::SketchShape;
using testing_support::TemporaryFolder;
using namespace std::chrono_literals;

/// Coordinates of which every bit counts.
geo::LonLat odd_position(int i) {
    return {30 + std::sin(i * 1.7) * std::numbers::pi, 48 + std::exp(-i / 7.0) / 3};
}

geo::Path odd_path(int first, int count) {
    geo::Path path;
    for (int i = first; i < first + count; ++i) { path.push_back(odd_position(i)); }
    return path;
}

/// One of everything that can be drawn or opened.
Drawing full_drawing() {
    SketchShape atoll{SketchShape::Kind::polygon, "Зона \"№ 1\" \\ \n\t\u202e", layers::ZoneKind::demilitarized,
                      odd_path(0, 9)};
    atoll.holes = {odd_path(20, 3), odd_path(30, 4)};
    atoll.others = {{odd_path(40, 5)}, {odd_path(50, 4), odd_path(60, 3)}};
    const SketchShape line{SketchShape::Kind::line, "", layers::ZoneKind::special, odd_path(70, 2)};
    return {{{atoll, line}}, odd_path(80, 2), odd_path(90, 1)};
}

State state_of(const Drawing& drawing) {
    State state;
    EXPECT_TRUE(restore(drawing, state));
    return state;
}

/// The files under the folder.
std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    if (!fs::exists(folder)) { return files; }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) { files.push_back(entry.path()); }
    }
    return files;
}

struct Home {
    TemporaryFolder folder;
    fs::path path = folder.path("state/demarc/drawings");
    std::vector<std::string> said;

    Recovery open() {
        return Recovery{path,
                        [this](const geo::Error& error) { said.push_back(error.problem() + "; " + error.remedy()); }};
    }
    /// As a process that died leaves it.
    void leave(const Drawing& drawing) {
        Recovery recovery = open();
        EXPECT_TRUE(recovery.keep_now(state_of(drawing), true));
    }
};

// --- the file --------------------------------------------------------------------------------------------------------

TEST(DrawingFile, HasEverythingToTheLastBit) {
    Drawing drawing = full_drawing();
    drawing.zone_corners.push_back({std::nextafter(37.5, 38.0), -0.0});
    drawing.zone_corners.push_back({std::numeric_limits<double>::denorm_min(), 1.0 / 3});
    const Drawing again = app::viewer::drawing_from(json_of(drawing));
    EXPECT_EQ(again, drawing);
    const auto bits_of = [](const geo::Path& path) {
        return std::string(reinterpret_cast<const char*>(path.data()), path.size() * sizeof(geo::LonLat));
    };
    EXPECT_EQ(bits_of(again.zone_corners), bits_of(drawing.zone_corners)) << "and the sign of zero";
}

TEST(DrawingFile, CutShortAnywhereIsRefused) {
    const std::string whole = json_of(full_drawing());
    for (std::size_t length = 0; length + 1 < whole.size(); ++length) {  // the last character is the end of the line
        EXPECT_THROW((void)app::viewer::drawing_from(whole.substr(0, length)), geo::Error) << length;
    }
}

TEST(DrawingFile, OfAnotherShapeIsRefused) {
    const std::string whole = json_of(full_drawing());
    const auto with = [&whole](const std::string& old, const std::string& other) {
        std::string text = whole;
        const std::size_t at = text.find(old);
        EXPECT_NE(at, text.npos) << old;
        return text.replace(at, old.size(), other);
    };
    for (const std::string& text :
         {std::string{"{}"}, std::string{"[]"}, std::string{"null"}, std::string{"7"},
          with("\"version\":1", "\"version\":2"), with("demarc drawing", "other"), with("\"zone\"", "\"circle\""),
          with("demilitarized", "unheard-of"), with("\"corners\":[[", "\"corners\":[[1,"),
          with("\"corners\":[[", "\"corners\":[\"a\",["), with("\"corners\":[[", "\"corners\":[[],["),
          with("\"corners\":[[", "\"corners\":[{\"a\":1,\"b\":2},["), with("\"holes\":[[[", "\"holes\":[7,[["),
          with("\"others\":[[[[", "\"others\":[[],[[["),
          with("\"unfinished_zone\":[[", "\"unfinished_zone\":[[1e999,1],[")}) {
        EXPECT_THROW((void)app::viewer::drawing_from(text), geo::Error) << text;
    }
}

// --- kept and found again --------------------------------------------------------------------------------------------

TEST(Recovery, GivesBackWhatADeadProcessLeft) {
    Home home;
    home.leave(full_drawing());
    Recovery next = home.open();
    next.look();
    ASSERT_EQ(next.left.size(), 1U);
    EXPECT_EQ(next.left.front().drawing, full_drawing());
    EXPECT_EQ(next.left.front().changed.size(), std::string{"2026-11-27 22:31"}.size());
    State state;
    ASSERT_TRUE(restore(next.left.front().drawing, state));
    EXPECT_EQ(drawing_of(state), full_drawing());
    undo(state);
    undo(state);
    EXPECT_EQ(state.zone_corners.present().size(), 1U) << "corners are still taken back one by one";
    EXPECT_TRUE(home.said.empty());
}

TEST(Recovery, AddsToWhatIsDrawnAndNeverTakesAPlace) {
    State state = state_of(full_drawing());
    EXPECT_FALSE(restore(full_drawing(), state)) << "there is one unfinished zone at a time";
    EXPECT_EQ(drawing_of(state), full_drawing());
    Drawing finished = full_drawing();
    finished.zone_corners.clear();
    finished.line_corners.clear();
    EXPECT_TRUE(restore(finished, state));
    EXPECT_EQ(state.sketch.present().shapes.size(), 4U);
    EXPECT_EQ(state.zone_corners.present(), full_drawing().zone_corners);
}

TEST(Recovery, OfALivingProcessIsNotOffered) {
    Home home;
    Recovery living = home.open();
    ASSERT_TRUE(living.keep_now(state_of(full_drawing()), true));
    Recovery other = home.open();
    other.look();
    EXPECT_TRUE(other.left.empty());
    EXPECT_EQ(files_in(home.path).size(), 1U);
}

TEST(Recovery, TwoWindowsKeepEachItsOwn) {
    Home home;
    Drawing first = full_drawing(), second;
    second.line_corners = odd_path(3, 7);
    {
        Recovery one = home.open(), two = home.open();
        ASSERT_TRUE(one.keep_now(state_of(first), true));
        ASSERT_TRUE(two.keep_now(state_of(second), true));
    }
    Recovery next = home.open();
    next.look();
    ASSERT_EQ(next.left.size(), 2U);
    EXPECT_TRUE((next.left[0].drawing == first && next.left[1].drawing == second) ||
                (next.left[0].drawing == second && next.left[1].drawing == first));
    Recovery at_the_same_time = home.open();
    at_the_same_time.look();
    EXPECT_TRUE(at_the_same_time.left.empty()) << "one window offers it, not two";
}

TEST(Recovery, WhatIsSavedOrGivenUpLeavesNothing) {
    for (const bool is_cleared : {false, true}) {
        SCOPED_TRACE(is_cleared);
        Home home;
        {
            Recovery recovery = home.open();
            const State state = state_of(full_drawing());
            ASSERT_TRUE(recovery.keep_now(state, true));
            ASSERT_EQ(files_in(home.path).size(), 1U);
            if (is_cleared) {
                recovery.clear();
                EXPECT_TRUE(fs::is_empty(home.path));
            } else {
                ASSERT_TRUE(recovery.keep_now(state, false));
                EXPECT_TRUE(files_in(home.path).empty());
            }
        }
        Recovery next = home.open();
        next.look();
        EXPECT_TRUE(next.left.empty());
        EXPECT_TRUE(fs::is_empty(home.path)) << "the folder of the dead is gone too";
        EXPECT_TRUE(home.said.empty());
    }
}

TEST(Recovery, WhereNothingIsDrawnNothingIsWritten) {
    Home home;
    {
        Recovery recovery = home.open();
        recovery.look();
        const State nothing;
        for (int i = 0; i < 10; ++i) { EXPECT_TRUE(recovery.keep_now(nothing, false)); }
        EXPECT_FALSE(recovery.due(Recovery::Time::clock::now()));
        recovery.clear();
    }
    EXPECT_EQ(home.folder.count(), 0U);
}

TEST(Recovery, WritesChangesWithinASecondAndNoMoreThanThose) {
    Home home;
    Recovery recovery = home.open();
    State state;
    Recovery::Time now = Recovery::Time::clock::now();
    add_corner(state.zone_corners, odd_position(0));
    recovery.keep(state, true, now);
    EXPECT_FALSE(recovery.due(now)) << "it has been started at once";
    add_corner(state.zone_corners, odd_position(1));
    recovery.keep(state, true, now += 10ms);
    ASSERT_TRUE(recovery.due(now)) << "the window has to wake up for it";
    EXPECT_LE(*recovery.due(now), 400ms);
    recovery.keep(state, true, now += *recovery.due(now));
    EXPECT_FALSE(recovery.due(now));
    ASSERT_TRUE(recovery.keep_now(state, true));
    const fs::path file = files_in(home.path).at(0);
    const auto written = fs::last_write_time(file);
    for (int i = 0; i < 100; ++i) { recovery.keep(state, true, now += 100ms); }
    ASSERT_TRUE(recovery.keep_now(state, true));
    EXPECT_EQ(fs::last_write_time(file), written);
    undo(state);
    redo(state);
    ASSERT_TRUE(recovery.keep_now(state, true));
    EXPECT_EQ(fs::last_write_time(file), written) << "there and back is no change";
}

TEST(Recovery, WhatIsDamagedIsSaidAndKeptAside) {
    for (const char* damaged : {"", "{", "\xff\xfe", "{\"format\":\"demarc drawing\",\"version\":1,\"shapes\":[{}]}"}) {
        SCOPED_TRACE(damaged);
        Home home;
        home.leave(full_drawing());
        const fs::path file = files_in(home.path).at(0);
        std::ofstream{file} << damaged;
        Recovery next = home.open();
        next.look();
        EXPECT_TRUE(next.left.empty());
        ASSERT_EQ(home.said.size(), 1U);
        const std::vector<fs::path> kept = files_in(home.path);
        ASSERT_EQ(kept.size(), 1U);
        EXPECT_NE(home.said.front().find(kept.front().string()), std::string::npos) << home.said.front();
        std::ifstream stream{kept.front(), std::ios::binary};
        EXPECT_EQ((std::string{std::istreambuf_iterator<char>{stream}, {}}), damaged);
        next.look();
        EXPECT_EQ(home.said.size(), 1U) << "it is said once";
    }
}

TEST(Recovery, APlaceThatCannotBeWrittenIsSaidOnce) {
    Home home;
    (void)home.folder.with("state", "a file where the folder should be");
    Recovery recovery = home.open();
    recovery.look();
    State state = state_of(full_drawing());
    EXPECT_FALSE(recovery.keep_now(state, true));
    add_corner(state.zone_corners, odd_position(5));
    EXPECT_FALSE(recovery.keep_now(state, true));
    ASSERT_EQ(home.said.size(), 1U);
    EXPECT_NE(home.said.front().find("not kept safe"), std::string::npos) << home.said.front();
}

// --- kill -9 ---------------------------------------------------------------------------------------------------------

constexpr int corners_of_a_zone = 5;

/// A step in the life of a child that draws zone after zone: as many corners, each of which is a step of its own.
void draw_on(State& state, int step) {
    add_corner(state.zone_corners, odd_position(step));
    if ((step + 1) % corners_of_a_zone == 0) { finish(state, Tool::polygon); }
}

/// Draws until it is killed, and says which steps have reached the disk.
[[noreturn]] void draw_and_tell(const fs::path& home, int pipe) {
    Recovery recovery{home, [](const geo::Error&) { _exit(1); }};
    State state;
    for (int step = 0;; ++step) {
        draw_on(state, step);
        if (step % 3 == 0) {
            if (!recovery.keep_now(state, true)) { _exit(2); }
            if (write(pipe, &step, sizeof step) != sizeof step) { _exit(3); }
        } else {
            recovery.keep(state, true, Recovery::Time{} + step * 1s);  // and draws on while it is written
        }
    }
}

TEST(Recovery, FiftyProcessesKilledAtAnyMomentLoseNothingThatWasOnTheDisk) {
    Home home;
    std::mt19937 random{20261127};
    int most_steps = 0;
    for (int i = 0; i < 50; ++i) {
        int ends[2];
        ASSERT_EQ(pipe(ends), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) { draw_and_tell(home.path, ends[1]); }
        close(ends[1]);
        int told = -1;
        for (auto waited_for = random() % 6; waited_for > 0; --waited_for) {
            ASSERT_EQ(read(ends[0], &told, sizeof told), static_cast<ssize_t>(sizeof told));
        }
        std::this_thread::sleep_for(std::chrono::microseconds{random() % 15000});
        ASSERT_EQ(kill(child, SIGKILL), 0);
        int status = 0;
        ASSERT_EQ(waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
        for (int step = 0; read(ends[0], &step, sizeof step) == sizeof step;) { told = step; }
        close(ends[0]);

        Recovery next = home.open();
        next.look();
        ASSERT_TRUE(home.said.empty()) << home.said.front();
        ASSERT_LE(next.left.size(), 1U);
        if (next.left.empty()) {
            ASSERT_EQ(told, -1) << "what was on the disk is gone";
            continue;
        }
        const Drawing& found = next.left.front().drawing;
        const int steps = static_cast<int>(found.sketch.shapes.size() * corners_of_a_zone + found.zone_corners.size());
        EXPECT_GE(steps, told + 1);
        State drawn;
        for (int step = 0; step < steps; ++step) { draw_on(drawn, step); }
        ASSERT_EQ(found, drawing_of(drawn)) << "it is what was drawn at one moment";
        most_steps = std::max(most_steps, steps);
        next.left.front().folder.remove();
        next.left.clear();
        EXPECT_TRUE(fs::is_empty(home.path)) << "and nothing half written lies about";
    }
    EXPECT_GT(most_steps, corners_of_a_zone) << "the children got somewhere";
}

}  // namespace
