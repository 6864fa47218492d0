// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>

namespace app::viewer {

/// A folder that one process has for itself, locked for as long as the object lives: the death of the process unlocks
/// it, however it comes.
class OwnFolder {
public:
    /// A new one in `home`, which is made if need be. Throws std::filesystem::filesystem_error.
    static OwnFolder make(const std::filesystem::path& home);
    /// One whose owner is dead; none if he lives, or if the file system has no locks and nobody can tell.
    static std::optional<OwnFolder> take_over(const std::filesystem::path& folder);

    OwnFolder(const OwnFolder&) = delete;
    OwnFolder& operator=(const OwnFolder&) = delete;
    OwnFolder(OwnFolder&& other) noexcept;
    OwnFolder& operator=(OwnFolder&& other) noexcept;
    ~OwnFolder();  ///< unlocks it; what is in it stays

    const std::filesystem::path& path() const { return path_; }
    void remove() const;  ///< with all that is in it

private:
    explicit OwnFolder(std::filesystem::path path);
    enum class Lock { mine, of_another, impossible };
    Lock try_lock() const;
    bool is_still_there() const;

    std::filesystem::path path_;
    int descriptor_;
};

}  // namespace app::viewer
