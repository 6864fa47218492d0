// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/handles.h"

#include <filesystem>

namespace geo::detail {

/// A folder that is open, to lock it and to bring its entries to the disk. Closed at the end, which unlocks it; so does
/// the death of the program, however it comes.
class OpenFolder {
public:
    explicit OpenFolder(const std::filesystem::path& folder);  ///< none if it may not be read, or is a link
    OpenFolder(const OpenFolder&) = delete;
    OpenFolder& operator=(const OpenFolder&) = delete;
    ~OpenFolder();

    enum class Lock { mine, of_another, impossible };  ///< the last where the file system has no locks
    Lock try_lock() const;

    /// Waits for ten seconds at most; throws Error if another program holds it for longer.
    void lock() const;

    bool is(const std::filesystem::path& folder) const;  ///< still the one at that path?
    bool is_mine() const;                                ///< of the user that runs the program
    void sync() const;                                   ///< throws Error if the disk refuses

private:
    std::filesystem::path path_;
    int descriptor_;
};

}  // namespace geo::detail
