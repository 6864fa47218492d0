// SPDX-License-Identifier: MIT
#include "layers/model/line_words.h"

#include "geo/safe_text.h"

#include <fmt/format.h>

namespace layers {

std::string line_words(const LineInfo& line) {
    const std::string date = geo::to_text(line.date);
    return geo::plain_text(fmt::format("{} {}{}{}, accuracy {}", words_of(line.kind), line.name,
                                       line.name.find(date) != std::string::npos ? "" : " of " + date,
                                       line.source.empty() ? "" : " (" + line.source + ")",
                                       line.accuracy ? geo::to_text(*line.accuracy) : "not stated"));
}

}  // namespace layers
