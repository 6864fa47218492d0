// SPDX-License-Identifier: MIT
#include "geo/detail/folder_lock.h"

#include "geo/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

namespace geo::detail {

OpenFolder::OpenFolder(const std::filesystem::path& folder)
    : path_{folder}, descriptor_{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)} {}

OpenFolder::~OpenFolder() {
    if (descriptor_ >= 0) { (void)close(descriptor_); }
}

OpenFolder::Lock OpenFolder::try_lock() const {
    if (descriptor_ < 0) { return Lock::impossible; }
    if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) { return Lock::mine; }
    return errno == EWOULDBLOCK || errno == EINTR ? Lock::of_another : Lock::impossible;
}

bool OpenFolder::is(const std::filesystem::path& folder) const {
    struct stat open_one {
    }, there{};
    return descriptor_ >= 0 && fstat(descriptor_, &open_one) == 0 && lstat(folder.c_str(), &there) == 0 &&
           open_one.st_ino == there.st_ino && open_one.st_dev == there.st_dev;
}

bool OpenFolder::is_mine() const {
    struct stat found {};
    return descriptor_ >= 0 && fstat(descriptor_, &found) == 0 && found.st_uid == geteuid();
}

void OpenFolder::sync() const {
    if (descriptor_ < 0 || fsync(descriptor_) == 0 || errno == EINVAL || errno == EROFS) { return; }
    throw Error{fmt::format("the folder {} did not reach the disk: {}", path_.string(), std::strerror(errno))};
}

HomeLock::HomeLock(const std::filesystem::path& home) : path_{home / name} {
    constexpr int tries = 1000;
    for (int i = 0; i < tries; ++i) {
        std::error_code there_already;
        std::filesystem::create_directory(path_, there_already);
        folder_.emplace(path_);
        const auto lock = folder_->try_lock();
        // who held it has taken it away, perhaps between the opening and the locking
        if (lock != OpenFolder::Lock::of_another && folder_->is(path_)) { return; }
        folder_.reset();
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    throw Error{fmt::format("another run of demarc is writing in {} and does not end", home.string()),
                "wait until it has ended, or write elsewhere"};
}

HomeLock::~HomeLock() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);  // while it is still locked
}

}  // namespace geo::detail
