// SPDX-License-Identifier: MIT
#pragma once

#include "geo/date.h"

#include <chrono>
#include <string>

namespace app {

/// The day, in UTC; SOURCE_DATE_EPOCH in the environment takes its place, so that output can be made again.
geo::Date today();

/// The same to the second.
std::chrono::sys_seconds now();

/// "2026-11-27T22:10:03Z"
std::string to_text(std::chrono::sys_seconds moment);

}  // namespace app
