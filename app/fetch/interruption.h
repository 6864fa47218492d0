// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace app {

/// Thrown where the user, or the system, asks the program to end.
struct Interrupted {
    int signal;
};

/// From now on SIGINT, SIGTERM and SIGHUP are only remembered; what the caller's caller ignores stays ignored.
void remember_interruptions();

/// Throws Interrupted if one has come.
void stop_if_interrupted();

/// Throws Interrupted if one comes meanwhile.
void sleep_for(std::chrono::seconds time);

/// Ends the program as if the signal had not been caught.
[[noreturn]] void end_by(const Interrupted& interrupted);

}  // namespace app
