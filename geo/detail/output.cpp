// SPDX-License-Identifier: MIT
#include "geo/detail/output.h"

#include "geo/dataset.h"
#include "geo/detail/file_set.h"
#include "geo/detail/formats.h"
#include "geo/error.h"
#include "geo/setting.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <vector>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

/// No user's own folder is called so: the next run takes those away whose owner is dead.
constexpr std::string_view work_prefix = ".demarc-writing-";

/// The folder that a path to a link leads to, as a link is written through.
fs::path followed(const fs::path& target) {
    return fs::is_symlink(target) && fs::exists(target) ? fs::canonical(target) : target;
}

fs::path home_of(const fs::path& target) {
    fs::path home = target.has_parent_path() ? target.parent_path() : fs::path{"."};
    if (!fs::is_directory(home)) {
        throw Error{fmt::format("there is no folder {}", home.string()), "make it, or write elsewhere",
                    Error::Kind::bad_usage}
            .at({target.string()});
    }
    return home;
}

void clear(const fs::path& home, const fs::path& folder) {
    const OpenFolder left{folder};
    if (fs::is_symlink(folder) || !left.is_mine() || left.try_lock() != OpenFolder::Lock::mine) { return; }
    std::error_code ignored;
    if (folder.filename() != HomeLock::name) {
        const HomeLock whole{home};
        recover(home, folder);
        fs::remove_all(folder, ignored);
    } else {
        fs::remove(folder, ignored);
    }
}

/// Once per folder and run: what others left there that were killed while they wrote.
void clear_leftovers(const fs::path& home) {
    static std::set<fs::path> cleared;
    {
        const auto lock = Unfinished::undisturbed();
        std::error_code none;
        if (!cleared.insert(fs::absolute(home, none)).second) { return; }
    }
    std::error_code none;
    for (fs::directory_iterator at{home, none}; !none && at != fs::directory_iterator{}; at.increment(none)) {
        if (at->path().filename().string().starts_with(work_prefix)) { clear(home, at->path()); }
    }
}

/// A folder in `home`, locked before anybody can take it for a leftover.
fs::path make_work_folder(const fs::path& home, const fs::path& target, std::optional<OpenFolder>& lock) {
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        std::string pattern = (home / (std::string{work_prefix} + "XXXXXX")).string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw Error{fmt::format("cannot write in {}: {}", home.string(), std::strerror(errno))}.at(
                {target.string()});
        }
        lock.emplace(pattern);
        if (lock->try_lock() != OpenFolder::Lock::of_another && lock->is(pattern)) { return pattern; }
        lock.reset();  // somebody who clears up was faster
    }
    throw Error{fmt::format("cannot write in {}", home.string())}.at({target.string()});
}

}  // namespace

void refuse_existing(const fs::path& target, bool overwrite) {
    if (fs::is_directory(target)) {
        throw Error{"the output is a directory", "name a file in it", Error::Kind::bad_usage}.at({target.string()});
    }
    if (!overwrite && fs::exists(target)) {
        throw Error{"the output exists already", "add " + setting("overwrite") + " to replace it",
                    Error::Kind::bad_usage}
            .at({target.string()});
    }
}

bool is_device(const std::string& path) {
    return fs::exists(path) && !fs::is_regular_file(path) && !fs::is_directory(path);
}

PendingFile::PendingFile(const std::string& target, bool overwrite, std::string format)
    : target_{followed(target)},
      format_{std::move(format)},
      overwrite_{overwrite || fs::is_symlink(target_)} {  // still a link: it leads nowhere
    const bool to_device = is_device(target_.string());
    home_ = to_device ? fs::temp_directory_path() : home_of(target_);
    clear_leftovers(home_);
    if (!to_device) { refuse_existing(target_, overwrite); }
    made_as_ = target_.filename().string();
    if (!format_.empty() && !made_as_.ends_with("." + format_)) { made_as_ = "made." + format_; }
    work_.hold([&] { return make_work_folder(home_, target, lock_); });
    std::error_code refused;
    if (!fs::create_directory(work_.folder() / "new", refused)) {
        throw Error{fmt::format("cannot write in {}: {}", home_.string(), refused.message())}.at({target});
    }
}

void PendingFile::commit() {
    FileSet set{home_, work_.folder(), target_.filename().string(), made_as_, {}, {}};
    for (const auto& entry : fs::directory_iterator(work_.folder() / "new")) {
        sync_file(entry.path());
        if (entry.path().filename() != made_as_) { set.aside.push_back(entry.path().filename().string()); }
    }
    if (is_device(target_.string())) {
        if (!set.aside.empty()) {
            throw Error{"this format makes several files", "name a file in a folder", Error::Kind::bad_usage}.at(
                {target_.string()});
        }
        std::ifstream made{path(), std::ios::binary};
        return write_all(target_.string(), {std::istreambuf_iterator<char>{made}, {}});
    }
    const auto undisturbed = Unfinished::undisturbed();
    std::optional<HomeLock> whole;
    if (!set.aside.empty() || !files_of(home_, set.main, format_).empty()) { whole.emplace(home_); }
    set.old = files_of(home_, set.main, format_);
    move_into_place(set, overwrite_);
}

PendingFolder::PendingFolder(const std::string& target, bool overwrite)
    : target_{followed(target)}, overwrite_{overwrite} {
    if (!target_.has_filename()) { target_ = target_.parent_path(); }  // "pack/"
    home_ = home_of(target_);
    clear_leftovers(home_);
    if (fs::exists(target_) && !fs::is_directory(target_)) {
        throw Error{"the output is a file", "name a folder", Error::Kind::bad_usage}.at({target});
    }
    refuse_content();
    work_.hold([&] { return make_work_folder(home_, target, lock_); });
    fs::create_directory(work_.folder() / "new");
}

void PendingFolder::commit() {
    const fs::path made = path();
    for (const auto& entry : fs::recursive_directory_iterator(made)) {
        if (entry.is_regular_file()) { sync_file(entry.path()); }
    }
    const auto undisturbed = Unfinished::undisturbed();
    refuse_content();  // that came while it was filled
    if (!fs::exists(target_) || fs::is_empty(target_)) { return fs::rename(made, target_); }
    std::vector<fs::path> folders, files;
    for (const auto& entry : fs::recursive_directory_iterator(made)) {
        (entry.is_directory() ? folders : files).push_back(fs::relative(entry.path(), made));
    }
    const auto refuse_another_kind = [this](const fs::path& name, bool is_folder) {
        if (!fs::exists(target_ / name) || fs::is_directory(target_ / name) == is_folder) { return; }
        throw Error{is_folder ? "a file lies where a folder is to be" : "a folder lies where a file is to be",
                    "move it away", Error::Kind::bad_usage}
            .at({(target_ / name).string()});
    };
    for (const fs::path& name : folders) { refuse_another_kind(name, true); }
    for (const fs::path& name : files) { refuse_another_kind(name, false); }
    for (const fs::path& name : folders) { fs::create_directories(target_ / name); }
    for (const fs::path& name : files) { fs::rename(made / name, target_ / name); }
}

void PendingFolder::refuse_content() const {
    if (overwrite_ || !fs::exists(target_) || fs::is_empty(target_)) { return; }
    throw Error{"the folder exists already", "add " + setting("overwrite") + " to replace its files",
                Error::Kind::bad_usage}
        .at({target_.string()});
}

void write_whole(const std::string& target, const std::string& bytes, bool overwrite) {
    if (is_device(target)) { return write_all(target, bytes); }
    PendingFile pending{target, overwrite};
    write_all(pending.path(), bytes);
    pending.commit();
}

void write_all(const std::string& path, const std::string& bytes) {
    using File = std::unique_ptr<std::FILE, decltype([](std::FILE* file) { (void)std::fclose(file); })>;
    File file{std::fopen(path.c_str(), "wb")};
    const bool written = file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
                         std::fflush(file.get()) == 0 && (fsync(fileno(file.get())) == 0 || errno == EINVAL);  // a pipe
    if (!written) { throw Error{fmt::format("cannot write: {}", std::strerror(errno))}; }
}

}  // namespace geo::detail

namespace geo {

std::optional<std::string> receipt_in(const std::string& path) {
    constexpr std::string_view database = "SQLite format 3";
    std::string signature(database.size(), '\0');
    std::ifstream{path, std::ios::binary}.read(signature.data(), static_cast<std::streamsize>(signature.size()));
    if (signature == database) {
        try {
            return detail::formats().gpkg_receipt(path);
        } catch (const Error& error) { throw error.at({path}); }
    }
    std::ifstream file{path + detail::receipt_ending, std::ios::binary};
    if (!file) { return std::nullopt; }
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace geo
