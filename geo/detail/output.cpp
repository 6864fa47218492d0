// SPDX-License-Identifier: MIT
#include "geo/detail/output.h"

#include "geo/error.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

void refuse_existing(const fs::path& target, bool overwrite) {
    if (fs::is_directory(target)) {
        throw Error{"the output is a directory", "name a file in it", Error::Kind::bad_usage}.at({target.string()});
    }
    if (fs::exists(target) && !overwrite) {
        throw Error{"the output exists already", "add --overwrite to replace it", Error::Kind::bad_usage}.at(
            {target.string()});
    }
}

}  // namespace

PendingFile::PendingFile(const std::string& target, bool overwrite) : target_{target}, overwrite_{overwrite} {
    if (fs::is_symlink(target_) && fs::exists(target_)) { target_ = fs::canonical(target_); }
    if (fs::exists(target_) && !fs::is_regular_file(target_) && !fs::is_directory(target_)) { return; }
    refuse_existing(target_, overwrite);
    const fs::path parent = target_.has_parent_path() ? target_.parent_path() : fs::path{"."};
    if (!fs::is_directory(parent)) {
        throw Error{fmt::format("there is no folder {}", parent.string()), "make it, or write elsewhere",
                    Error::Kind::bad_usage}
            .at({target});
    }
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) { sigaddset(&ending, signal); }
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
    std::string pattern = (parent / (".demarc-" + target_.filename().string() + "-XXXXXX")).string();
    if (mkdtemp(pattern.data()) == nullptr) {
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
        throw Error{fmt::format("cannot write in {}: {}", parent.string(), std::strerror(errno))}.at({target});
    }
    folder_ = pattern;
}

PendingFile::~PendingFile() {
    std::error_code ignored;
    if (folder_.empty()) { return; }
    fs::remove_all(folder_, ignored);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void PendingFile::commit() {
    if (folder_.empty()) { return; }
    const fs::path parent = target_.parent_path();
    for (const auto& entry : fs::directory_iterator(folder_)) {
        refuse_existing(parent / entry.path().filename(), overwrite_);
    }
    for (const auto& entry : fs::directory_iterator(folder_)) {
        fs::rename(entry.path(), parent / entry.path().filename());
    }
}

void write_all(const std::string& path, const std::string& bytes) {
    using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { (void)std::fclose(file); })>;
    File file{std::fopen(path.c_str(), "wb")};
    const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                         std::fflush(file.get()) == 0 && (fsync(fileno(file.get())) == 0 || errno == EINVAL);  // a pipe
    if (!written) { throw Error{fmt::format("cannot write: {}", std::strerror(errno))}; }
}

}  // namespace geo::detail
