// SPDX-License-Identifier: MIT
#include "app/self.h"

#include "app/console.h"
#include "app/database_words.h"
#include "geo/error.h"
#include "geo/installed.h"
#include "layers/language/language.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace app {

namespace {

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) { pointers.push_back(word.data()); }
    pointers.push_back(nullptr);
    return pointers;
}

/// What is to become of the standard streams of a program that is started.
class Streams {
public:
    Streams() {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, nowhere, O_RDONLY, 0);
    }
    ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
    Streams(const Streams&) = delete;
    Streams& operator=(const Streams&) = delete;

    void write(int stream, const char* path) {
        constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC, mode = 0600;
        posix_spawn_file_actions_addopen(&actions_, stream, path, flags, mode);
    }
    void write(int stream, std::FILE* file) { posix_spawn_file_actions_adddup2(&actions_, fileno(file), stream); }

    const posix_spawn_file_actions_t* get() const { return &actions_; }
    static constexpr const char* nowhere = "/dev/null";

private:
    posix_spawn_file_actions_t actions_{};
};

/// Its exit status; without the locale, so that words alone say the language.
int run(const std::string& program, std::vector<std::string> words, std::vector<std::string> environment,
        const Streams& streams) {
    words = with_databases_as_typed(std::move(words));
    words.insert(words.begin(), "demarc");
    environment.emplace_back("LC_ALL=C.UTF-8");
    for (char** entry = environ; *entry != nullptr; ++entry) { environment.emplace_back(*entry); }
    pid_t child = 0;
    const int failed = posix_spawn(&child, program.c_str(), streams.get(), nullptr, pointers_to(words).data(),
                                   pointers_to(environment).data());
    if (failed != 0) { throw geo::Error{fmt::format("cannot start demarc again: {}", std::strerror(failed))}; }
    int status = 0;
    pid_t ended = 0;
    do { ended = waitpid(child, &status, 0); } while (ended < 0 && errno == EINTR);
    return ended == child && WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

std::string content_of(std::FILE* file) {
    std::string content;
    std::array<char, 4096> block{};
    std::rewind(file);
    for (std::size_t read = 0; (read = std::fread(block.data(), 1, block.size(), file)) > 0;) {
        content.append(block.data(), read);
    }
    return content;
}

/// Of what a run printed: the error, without the notes before it.
std::string error_in(std::string said) {
    for (const std::string& label : {std::string{"error: "}, layers::tr("error:") + " "}) {
        if (const std::size_t at = said.rfind(label); at != std::string::npos) { said.erase(0, at + label.size()); }
    }
    return said.substr(0, said.find_last_not_of('\n') + 1);
}

}  // namespace

int run_self(std::vector<std::string> words, const std::string& into, const std::string& errors,
             const std::string& out) {
    Streams streams;
    streams.write(STDOUT_FILENO, out.c_str());
    streams.write(STDERR_FILENO, errors.c_str());
    return run("/proc/self/exe", std::move(words), {fmt::format("{}={}", output_folder, into)}, streams);
}

void run_part(const std::string& name, const std::string& use, std::vector<std::string> words) {
    const std::string program = geo::installed(name, use);
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> errors{std::tmpfile(), std::fclose};
    if (!errors) { throw geo::Error{fmt::format("cannot make a temporary file: {}", std::strerror(errno))}; }
    Streams streams;
    streams.write(STDOUT_FILENO, Streams::nowhere);
    streams.write(STDERR_FILENO, errors.get());
    if (run(program, std::move(words), {}, streams) != 0) { throw geo::Error{error_in(content_of(errors.get()))}; }
}

}  // namespace app
