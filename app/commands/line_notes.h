// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/model/contact_line.h"

namespace app {

/// That the line is older than 90 days, with its age.
void say_that_it_is_old(const layers::LineInfo& line, Console& console);

/// What figures on it will lack: a date, an accuracy.
void say_what_is_missing(const layers::LineInfo& line, Console& console);

}  // namespace app
