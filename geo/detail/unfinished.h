// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>

namespace geo::detail {

/// A folder with files that are being written, which goes with the object, or before the program ends by a signal once
/// signals are watched (geo::end_cleanly_on_signals).
class Unfinished {
public:
    Unfinished();
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    /// Makes the folder; no signal comes between that and this object's knowing of it.
    void hold(const std::function<std::filesystem::path()>& make);
    const std::filesystem::path& folder() const { return folder_; }

    /// While it is kept, no signal ends the program: for steps that belong together.
    static std::unique_lock<std::mutex> undisturbed();

private:
    std::filesystem::path folder_;
};

/// From now on every signal that ends the program has Unfinished folders removed first, and a file beyond the limit of
/// size (SIGXFSZ) is an error of writing. What the caller's caller ignores stays ignored, as nohup has it.
void watch_signals();

}  // namespace geo::detail
