// SPDX-License-Identifier: MIT
#pragma once

#include <csignal>
#include <filesystem>
#include <string>

namespace geo::detail {

/// A file that is being written: in a folder of its own beside the target until commit() moves it, and whatever lies
/// beside it there, into place. Without commit() nothing is left behind. A link is followed; what is no regular file,
/// such as a pipe, is written to as it stands.
class PendingFile {
public:
    /// Throws Error if the target exists and may not be overwritten, or its folder cannot be written.
    PendingFile(const std::string& target, bool overwrite);
    ~PendingFile();
    PendingFile(const PendingFile&) = delete;
    PendingFile& operator=(const PendingFile&) = delete;

    /// Where to write.
    std::string path() const { return folder_.empty() ? target_.string() : (folder_ / target_.filename()).string(); }
    void commit();

private:
    std::filesystem::path target_, folder_;
    bool overwrite_;
    sigset_t before_{};  ///< signals that end the program wait until the folder is gone
};

/// Writes all of it and makes sure that it reached the disk; throws Error with the system's reason.
void write_all(const std::string& path, const std::string& bytes);

}  // namespace geo::detail
