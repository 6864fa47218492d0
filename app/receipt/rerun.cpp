// SPDX-License-Identifier: MIT
#include "app/receipt/rerun.h"

#include "geo/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace app {

namespace {

namespace fs = std::filesystem;

/// A file may come by mail: its receipt runs what only measures and draws.
void require_measuring(const Receipt& receipt) {
    constexpr std::array known{"areas",  "compare", "sums",   "export", "view",  "render",
                               "report", "at",      "places", "units",  "plans", "measure"};
    const std::string command = receipt.command.empty() ? "" : receipt.command.front();
    if (std::find(known.begin(), known.end(), command) == known.end()) {
        throw geo::Error{fmt::format("its receipt names the command \"{}\", which makes no such file", command)};
    }
    if ((command == "view" || command == "render" || command == "report") && receipt.output.empty()) {
        throw geo::Error{"its receipt names no picture"};
    }
}

std::string content_of(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) { pointers.push_back(word.data()); }
    pointers.push_back(nullptr);
    return pointers;
}

/// The exit status of this program with these words.
int run_self(std::vector<std::string> words, const std::string& into, const std::string& errors,
             const std::string& out) {
    words.insert(words.begin(), "demarc");
    std::vector<std::string> environment{fmt::format("{}={}", output_folder, into), "LC_ALL=C.UTF-8"};
    for (char** entry = environ; *entry != nullptr; ++entry) { environment.emplace_back(*entry); }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC, mode = 0600;
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), flags, mode);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors.c_str(), flags, mode);
    pid_t child = 0;
    const int failed = posix_spawn(&child, "/proc/self/exe", &actions, nullptr, pointers_to(words).data(),
                                   pointers_to(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) { throw geo::Error{fmt::format("cannot start demarc again: {}", std::strerror(failed))}; }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

ScratchFolder::ScratchFolder() {
    path_ = (fs::temp_directory_path() / "demarc-verify-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) {
        throw geo::Error{fmt::format("cannot make a folder for what is made again: {}", std::strerror(errno))};
    }
}

ScratchFolder::~ScratchFolder() {
    std::error_code none;
    fs::remove_all(path_, none);
}

Rerun::Rerun(const Receipt& receipt) {
    require_measuring(receipt);
    const fs::path folder{folder_.path()}, made = folder / "made";
    fs::create_directory(made);
    const std::string errors = (folder / "stderr").string(), out = (folder / "stdout").string();
    path_ = receipt.output.empty() ? out : (made / fs::path{receipt.output}.filename()).string();
    if (run_self(receipt.command, made.string(), errors, out) != 0) {
        const std::string said = content_of(errors);
        throw geo::Error{"its command fails now: " + said.substr(0, said.find_last_not_of('\n') + 1)};
    }
    if (!fs::exists(path_)) { throw geo::Error{"its command does not write " + receipt.output}; }
}

}  // namespace app
