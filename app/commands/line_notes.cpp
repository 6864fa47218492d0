// SPDX-License-Identifier: MIT
#include "app/commands/line_notes.h"

#include "app/clock.h"

#include <fmt/format.h>

#include <chrono>

namespace app {

void say_that_it_is_old(const layers::LineInfo& line, Console& console) {
    constexpr std::chrono::days old{90};
    if (!line.date) { return; }
    const std::chrono::days age = today() - *line.date;
    if (age <= old) { return; }
    console.note(fmt::format("the line is of {}, {} days ago; a newer one can be given with --line or --control",
                             geo::to_text(line.date), age.count()));
}

void say_what_is_missing(const layers::LineInfo& line, Console& console) {
    if (!line.date) { console.note("the line's file states no date; name it with --date YYYY-MM-DD"); }
    if (!line.accuracy) { console.note("the line's accuracy is not stated; name it with --accuracy \"2 km\""); }
}

}  // namespace app
