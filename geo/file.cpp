// SPDX-License-Identifier: MIT
#include "geo/file.h"

#include "geo/detail/file_set.h"
#include "geo/detail/input.h"
#include "geo/detail/output.h"
#include "geo/detail/unfinished.h"

#include <cctype>
#include <filesystem>
#include <new>

namespace geo {

bool exists(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

bool is_regular_file(const std::string& path) {
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored) || detail::is_in_archive(path);
}

Error error_of(const std::exception& thrown) {
    if (const auto* error = dynamic_cast<const Error*>(&thrown)) { return *error; }
    if (const auto* refused = dynamic_cast<const std::filesystem::filesystem_error*>(&thrown)) {
        std::string problem = refused->code().message();
        problem.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(problem.front())));
        return Error{problem, "give another path", Error::Kind::bad_usage}.at({refused->path1().string()});
    }
    if (dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr) {
        return Error{"out of memory", "give a smaller file"};
    }
    return Error{std::string{"this is a fault of demarc: "} + thrown.what(), "please report it"};
}

void end_cleanly_on_signals() {
    detail::watch_signals();
}

void write_file(const std::string& path, const std::string& bytes, bool overwrite) {
    detail::write_whole(path, bytes, overwrite);
}

void write_file(const std::string& path, const std::string& bytes, const std::string& receipt, bool overwrite) {
    if (detail::is_device(path)) { return write_file(path, bytes, overwrite); }
    const std::string beside = path + detail::receipt_ending;
    detail::refuse_existing(beside, overwrite);
    write_file(path, bytes, overwrite);
    write_file(beside, receipt, true);
}

void write_folder(const std::string& path, bool overwrite, const std::function<void(const std::string& folder)>& fill) {
    detail::PendingFolder pending{path, overwrite};
    fill(pending.path());
    pending.commit();
}

}  // namespace geo
