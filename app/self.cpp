// SPDX-License-Identifier: MIT
#include "app/self.h"

#include "app/console.h"
#include "geo/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace app {

namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) { pointers.push_back(word.data()); }
    pointers.push_back(nullptr);
    return pointers;
}

}  // namespace

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
    pid_t ended = 0;
    do { ended = waitpid(child, &status, 0); } while (ended < 0 && errno == EINTR);
    return ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace app
