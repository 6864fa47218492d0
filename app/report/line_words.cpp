// SPDX-License-Identifier: MIT
#include "app/report/line_words.h"

#include "app/console.h"
#include "layers/model/assignment.h"

#include <fmt/format.h>

namespace app {

std::string line_words(const layers::LineInfo& line) {
    const std::string date = geo::to_text(line.date);
    return one_line(fmt::format("{} {}{}{}, accuracy {}", words_of(line.kind), line.name,
                                line.name.find(date) != std::string::npos ? "" : " of " + date,
                                line.source.empty() ? "" : " (" + line.source + ")",
                                line.accuracy ? geo::to_text(*line.accuracy) : "not stated"));
}

std::string basis_words(const layers::Plan& plan, const layers::Overlay& land) {
    std::string words = line_words(line_under(plan, land));
    for (const std::size_t line : layers::lines_of(plan, land)) {
        const layers::LineInfo& other = land.lines[line].control.info;
        if (&other != &line_under(plan, land)) { words += "; beside it " + line_words(other); }
    }
    if (land.by) { words += " · by the units of " + land.by->path; }
    return words + " · edges straight in longitude and latitude, WGS84";
}

}  // namespace app
