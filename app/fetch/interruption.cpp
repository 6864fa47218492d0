// SPDX-License-Identifier: MIT
#include "app/fetch/interruption.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace app {

namespace {

volatile std::sig_atomic_t come = 0;

extern "C" void remember(int signal) {
    come = signal;
}

}  // namespace

void remember_interruptions() {
    struct sigaction action {};
    action.sa_handler = remember;
    action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second one ends it at once
    sigemptyset(&action.sa_mask);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        if (sigaction(signal, nullptr, &before) != 0) { continue; }
        if ((before.sa_flags & SA_SIGINFO) != 0 || before.sa_handler != SIG_IGN) {
            sigaction(signal, &action, nullptr);
        }
    }
}

void stop_if_interrupted() {
    if (come != 0) { throw Interrupted{come}; }
}

void sleep_for(std::chrono::seconds time) {
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end) {
        stop_if_interrupted();
        std::this_thread::sleep_for(std::chrono::milliseconds{100});
    }
}

void end_by(const Interrupted& interrupted) {
    (void)std::signal(interrupted.signal, SIG_DFL);
    (void)raise(interrupted.signal);
    _exit(128 + interrupted.signal);
}

}  // namespace app
