// SPDX-License-Identifier: MIT
#include "app/fetch/part_file.h"

#include "app/receipt/sha256.h"
#include "geo/error.h"
#include "geo/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace app {

namespace {

std::string system_reason() {
    return std::generic_category().message(errno);
}

/// Has the file another name by now, or none?
bool is_still(int descriptor, const std::string& path) {
    struct stat opened {
    }, named{};
    return fstat(descriptor, &opened) == 0 && lstat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
           opened.st_dev == named.st_dev;
}

int open_locked(const std::string& path) {
    constexpr int flags = O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, mode = 0666;
    while (true) {
        const int descriptor = open(path.c_str(), flags, mode);
        if (descriptor < 0) { throw geo::Error{fmt::format("cannot write: {}", system_reason())}.at({path}); }
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            close(descriptor);
            throw geo::Error{"another process is fetching this file", "wait for it, or name another file",
                             geo::Error::Kind::bad_usage}
                .at({path});
        }
        if (is_still(descriptor, path)) { return descriptor; }
        close(descriptor);
    }
}

}  // namespace

bool can_go_on(const PartRecord& record) {
    return (!record.etag.empty() && !record.etag.starts_with("W/")) || !record.last_modified.empty();
}

PartFile::PartFile(std::string target)
    : target_{std::move(target)},
      path_{target_ + ".part"},
      record_path_{path_ + ".json"},
      descriptor_{open_locked(path_)} {
    struct stat found {};
    if (fstat(descriptor_, &found) != 0 || !S_ISREG(found.st_mode)) {
        close(descriptor_);
        throw geo::Error{"cannot write: this is no file"}.at({path_});
    }
    size_ = static_cast<std::uint64_t>(found.st_size);
    if (size_ == 0) { return; }
    record_ = read_part_record(record_path_);
    if (!record_) {
        close(descriptor_);
        throw geo::Error{"this file lies where a download begins, and is not one of demarc's", "move it away",
                         geo::Error::Kind::bad_usage}
            .at({path_});
    }
    if (!can_go_on(*record_)) { record_.reset(); }
}

PartFile::~PartFile() {
    if (descriptor_ < 0) { return; }
    if (size_ == 0 || !record_) {
        (void)unlink(path_.c_str());
        (void)unlink(record_path_.c_str());
    }
    close(descriptor_);
}

void PartFile::begin_anew(const PartRecord& record) {
    if (ftruncate(descriptor_, 0) != 0) {
        throw geo::Error{fmt::format("cannot write: {}", system_reason())}.at({path_});
    }
    size_ = 0;
    record_.reset();
    geo::write_file(record_path_, to_json(record), true);
    if (can_go_on(record)) { record_ = record; }
}

void PartFile::append(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) { continue; }
        if (written <= 0) { throw geo::Error{fmt::format("cannot write: {}", system_reason())}.at({path_}); }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        size_ += static_cast<std::uint64_t>(written);
    }
}

void PartFile::discard() {
    record_.reset();
}

std::string PartFile::finish() {
    if (fsync(descriptor_) != 0) { throw geo::Error{fmt::format("cannot write: {}", system_reason())}.at({path_}); }
    return sha256_of_file(path_);
}

void PartFile::move_into_place(bool overwrite) {
    const unsigned flags = overwrite ? 0U : RENAME_NOREPLACE;
    int failed = renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, target_.c_str(), flags);
    if (failed != 0 && errno == EINVAL && !geo::exists(target_)) {  // a file system that cannot refuse by itself
        failed = std::rename(path_.c_str(), target_.c_str());
    }
    if (failed != 0) { throw geo::Error{fmt::format("cannot write: {}", system_reason())}.at({target_}); }
    (void)unlink(record_path_.c_str());
    close(std::exchange(descriptor_, -1));
}

}  // namespace app
