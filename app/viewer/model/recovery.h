// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/drawing.h"
#include "app/viewer/model/own_folder.h"
#include "app/viewer/model/state.h"
#include "app/viewer/model/worker.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace app::viewer {

Drawing drawing_of(const State& state);

/// Adds the shapes, as one step to undo, and takes unfinished ones up again, corner by corner. False, and nothing is
/// done, where one stands in the way of another that is not finished either.
bool restore(const Drawing& drawing, State& state);

/// Keeps what is drawn and not saved on the disk, so that no crash takes it away: in a folder of this process, written
/// beside and renamed into place, by a thread of its own. Nothing is written while nothing changes, and no folder made
/// before something is drawn.
class Recovery {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// A change is on its way to the disk at the latest so long after it.
    static constexpr std::chrono::milliseconds pause{400};

    /// `home` holds one folder for each process. `on_error` is called by keep() and look().
    Recovery(std::filesystem::path home, Worker::OnError on_error);
    ~Recovery();  ///< what was drawn stays on the disk
    Recovery(const Recovery&) = delete;
    Recovery& operator=(const Recovery&) = delete;

    /// A drawing that a dead process has left, and when it last changed, in local time.
    struct Left {
        OwnFolder folder;
        Drawing drawing;
        std::string changed;
    };
    std::deque<Left> left;  ///< by look(), the last first

    /// Finds what dead processes left. What cannot be read is said, and kept aside.
    void look();

    /// Has what changed written; where nothing is unsaved, the file taken away. To be called often.
    void keep(const State& state, bool is_unsaved, Time now);
    /// How long keep() need not be called; none: until something changes.
    std::optional<std::chrono::milliseconds> due(Time now) const;
    /// Waits until it is on the disk. False, and `on_error` was told why, if it could not be written.
    bool keep_now(const State& state, bool is_unsaved);
    /// The drawing is saved or given up.
    void clear();

private:
    using Steps = std::array<std::uint64_t, 4>;  ///< of the histories, and whether anything is unsaved
    void start(const State& state, bool is_unsaved, const Steps& steps, Time now);
    void look_at(const std::filesystem::path& folder);

    std::filesystem::path home_;
    Worker::OnError on_error_;
    Steps kept_{};
    Time started_;
    bool waits_ = false, failed_ = false;
    std::optional<OwnFolder> own_;  ///< for jobs alone
    Worker worker_;
};

}  // namespace app::viewer
