// SPDX-License-Identifier: MIT
#pragma once

#include "geo/detail/folder_lock.h"
#include "geo/detail/unfinished.h"

#include <filesystem>
#include <optional>
#include <string>

namespace geo::detail {

/// A file that is being written: in a folder of its own beside the target, locked for as long as its owner lives, until
/// commit() moves it, and whatever lies beside it there, into place. Without commit() nothing is left behind; what a
/// killed program left is cleared by the next one that writes into that folder. A link is followed.
class PendingFile {
public:
    /// `format` is the short name of one with files aside (see files_of), and the ending that its driver wants; empty
    /// for a file that stands alone. Throws Error if the target exists and may not be overwritten, or its folder cannot
    /// be written.
    PendingFile(const std::string& target, bool overwrite, std::string format = "");

    /// Where to write.
    std::string path() const { return (work_.folder() / "new" / made_as_).string(); }
    void commit();

private:
    std::filesystem::path target_, home_;
    std::string format_, made_as_;
    bool overwrite_;
    std::optional<OpenFolder> lock_;  ///< of the folder, for all others to see that its owner lives
    Unfinished work_;
};

/// A folder that is being filled: as PendingFile, of which see there.
class PendingFolder {
public:
    /// Throws Error if the target exists and is no folder, or may not be overwritten.
    PendingFolder(const std::string& target, bool overwrite);

    std::string path() const { return (work_.folder() / "new").string(); }

    /// Renames it into place; into a folder that is there, file by file.
    void commit();

private:
    void refuse_content() const;

    std::filesystem::path target_, home_;
    bool overwrite_;
    std::optional<OpenFolder> lock_;
    Unfinished work_;
};

/// Writes the file in full, or throws Error with the system's reason and leaves the old one as it was. What is no
/// regular file, such as a pipe, is written to as it stands.
void write_whole(const std::string& target, const std::string& bytes, bool overwrite);

/// Writes all of it and makes sure that it reached the disk; throws Error with the system's reason.
void write_all(const std::string& path, const std::string& bytes);

/// Is there something that is neither file nor folder: a pipe, a device?
bool is_device(const std::string& path);

/// Throws Error (bad usage) if the target is a directory, or exists and may not be overwritten.
void refuse_existing(const std::filesystem::path& target, bool overwrite);

}  // namespace geo::detail
