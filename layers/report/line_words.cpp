// SPDX-License-Identifier: MIT
#include "layers/report/line_words.h"

#include "layers/model/assignment.h"
#include "layers/report/words.h"

#include <fmt/format.h>

namespace layers::report {

std::string line_words(const LineInfo& line) {
    const std::string date = geo::to_text(line.date);
    return one_line(fmt::format("{} {}{}{}, accuracy {}", words_of(line.kind), line.name,
                                line.name.find(date) != std::string::npos ? "" : " of " + date,
                                line.source.empty() ? "" : " (" + line.source + ")",
                                line.accuracy ? geo::to_text(*line.accuracy) : "not stated"));
}

std::string basis_words(const Plan& plan, const Overlay& land) {
    std::string words = line_words(line_under(plan, land));
    for (const std::size_t line : lines_of(plan, land)) {
        const LineInfo& other = land.lines[line].control.info;
        if (&other != &line_under(plan, land)) { words += "; beside it " + line_words(other); }
    }
    if (land.by) { words += " · by the units of " + land.by->path; }
    return words + " · edges straight in longitude and latitude, WGS84";
}

}  // namespace layers::report
