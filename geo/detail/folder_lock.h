// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

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

    bool is(const std::filesystem::path& folder) const;  ///< still the one at that path?
    bool is_mine() const;                                ///< of the user that runs the program
    void sync() const;                                   ///< throws Error if the disk refuses

private:
    std::filesystem::path path_;
    int descriptor_;
};

/// No other run of the program changes sets of files in `home` while this is kept. It is a folder in there, for the
/// folder's own lock belongs to whoever else may use it, such as flock(1). Waits for ten seconds at most; throws Error
/// if another run holds it for longer.
class HomeLock {
public:
    static constexpr const char* name = ".demarc-writing-lock";

    explicit HomeLock(const std::filesystem::path& home);
    ~HomeLock();
    HomeLock(const HomeLock&) = delete;
    HomeLock& operator=(const HomeLock&) = delete;

private:
    std::filesystem::path path_;
    std::optional<OpenFolder> folder_;
};

}  // namespace geo::detail
