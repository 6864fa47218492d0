// SPDX-License-Identifier: MIT
#include "app/viewer/model/own_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace app::viewer {

namespace fs = std::filesystem;

OwnFolder::OwnFolder(fs::path path)
    : path_{std::move(path)}, descriptor_{open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)} {}

OwnFolder::OwnFolder(OwnFolder&& other) noexcept
    : path_{std::move(other.path_)}, descriptor_{std::exchange(other.descriptor_, -1)} {}

OwnFolder& OwnFolder::operator=(OwnFolder&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

OwnFolder::~OwnFolder() {
    if (descriptor_ >= 0) { (void)close(descriptor_); }
}

OwnFolder::Lock OwnFolder::try_lock() const {
    if (descriptor_ < 0) { return Lock::impossible; }
    if (flock(descriptor_, LOCK_EX | LOCK_NB) == 0) { return Lock::mine; }
    return errno == EWOULDBLOCK || errno == EINTR ? Lock::of_another : Lock::impossible;
}

bool OwnFolder::is_still_there() const {
    struct stat opened {
    }, there{};
    return descriptor_ >= 0 && fstat(descriptor_, &opened) == 0 && lstat(path_.c_str(), &there) == 0 &&
           opened.st_ino == there.st_ino && opened.st_dev == there.st_dev;
}

OwnFolder OwnFolder::make(const fs::path& home) {
    fs::create_directories(home);
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        std::string pattern = (home / "XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) { break; }
        OwnFolder made{pattern};
        // who clears up may have taken it for a leftover before it was locked
        if (made.try_lock() != Lock::of_another && made.is_still_there()) { return made; }
    }
    throw fs::filesystem_error{"no folder can be made", home, std::error_code{errno, std::generic_category()}};
}

std::optional<OwnFolder> OwnFolder::take_over(const fs::path& folder) {
    OwnFolder found{folder};
    if (found.try_lock() != Lock::mine || !found.is_still_there()) { return std::nullopt; }
    return found;
}

void OwnFolder::remove() const {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

}  // namespace app::viewer
