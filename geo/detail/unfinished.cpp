// SPDX-License-Identifier: MIT
#include "geo/detail/unfinished.h"

#include <semaphore.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <system_error>
#include <thread>
#include <vector>

namespace geo::detail {

namespace {

namespace fs = std::filesystem;

// A signal's handler may do next to nothing, so it wakes a janitor: a thread that is started with the first file. The
// handler touches these alone.
std::atomic<int> pending{0}, signal_come{0};
std::atomic<bool> is_watching{false}, has_janitor{false};
sem_t called;

struct Folders {
    std::mutex mutex;
    std::vector<fs::path> list;
};

/// Never destroyed: the janitor may look at it while the program ends.
Folders& folders() {
    static auto* const made = new Folders;
    return *made;
}

[[noreturn]] void wait_for_the_end() {
    while (true) { pause(); }
}

/// As if the signal had not been caught, so that a shell sees which it was.
[[noreturn]] void die_of(int signal) {
    (void)std::signal(signal, SIG_DFL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal);
    pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
    (void)raise(signal);
    _exit(128 + signal);
}

/// Threads that still write meet a folder that is gone; what they then throw waits at the mutex.
void clean_up_when_called() {
    while (sem_wait(&called) != 0) {}
    Folders& all = folders();
    all.mutex.lock();
    constexpr int tries = 1000;
    for (const fs::path& folder : all.list) {
        std::error_code ignored;
        for (int i = 0; i < tries && fs::exists(folder, ignored); ++i) {
            fs::remove_all(folder, ignored);
            std::this_thread::sleep_for(std::chrono::milliseconds{i == 0 ? 0 : 1});
        }
    }
    die_of(signal_come);
}

void start_janitor() {
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);  // the thread inherits it
    try {
        std::thread{clean_up_when_called}.detach();
        has_janitor = true;
    } catch (const std::system_error&) {}  // no thread is to be had: the next run cleans up
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

bool is_fault(int signal, const siginfo_t& info) {
    const bool may_be = signal == SIGSEGV || signal == SIGBUS || signal == SIGFPE || signal == SIGILL ||
                        signal == SIGTRAP || signal == SIGSYS;
    return may_be && info.si_code > 0;  // by the kernel; kill() gives 0 or less
}

extern "C" void on_signal(int signal, siginfo_t* info, void*) {
    if (is_fault(signal, *info)) { return; }  // the fault comes again, and nobody catches it
    int none = 0;
    signal_come.compare_exchange_strong(none, signal);
    if (pending > 0 && has_janitor) {
        (void)sem_post(&called);
    } else {
        (void)raise(signal);  // takes effect when this returns
    }
}

/// Of those that a program can catch, does it go on by default?
bool is_harmless(int signal) {
    constexpr int harmless[]{SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGTSTP, SIGTTIN, SIGTTOU, SIGXFSZ};
    return std::find(std::begin(harmless), std::end(harmless), signal) != std::end(harmless);
}

}  // namespace

Unfinished::Unfinished() {
    ++pending;  // before it looks, as the handler does the other way round: one of the two sees the other
    if (signal_come != 0) { wait_for_the_end(); }
    static std::once_flag once;
    if (is_watching) { std::call_once(once, start_janitor); }
}

Unfinished::~Unfinished() {
    if (!folder_.empty()) {
        const auto lock = undisturbed();
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        std::erase(folders().list, folder_);
    }
    --pending;
}

void Unfinished::hold(const std::function<fs::path()>& make) {
    const auto lock = undisturbed();
    folder_ = make();
    folders().list.push_back(folder_);
}

std::unique_lock<std::mutex> Unfinished::undisturbed() {
    return std::unique_lock{folders().mutex};
}

void watch_signals() {
    (void)std::signal(SIGXFSZ, SIG_IGN);
    if (sem_init(&called, 0, 0) != 0) { return; }
    is_watching = true;
    struct sigaction action {};
    action.sa_sigaction = on_signal;
    action.sa_flags = SA_SIGINFO | SA_RESTART | static_cast<int>(SA_RESETHAND);  // a second one ends it at once
    sigfillset(&action.sa_mask);
    for (int signal = 1; signal <= SIGRTMAX; ++signal) {
        struct sigaction before {};
        if (is_harmless(signal) || sigaction(signal, nullptr, &before) != 0) { continue; }
        if ((before.sa_flags & SA_SIGINFO) == 0 && before.sa_handler == SIG_DFL) {
            sigaction(signal, &action, nullptr);  // fails for SIGKILL and SIGSTOP
        }
    }
}

}  // namespace geo::detail
