// SPDX-License-Identifier: MIT
#include "layers/model/line_words.h"

#include "geo/safe_text.h"
#include "layers/language/language.h"
#include "layers/model/words.h"

#include <fmt/format.h>

namespace layers {

std::string line_words(const LineInfo& line) {
    if (line.kind == LineKind::resulting) { return geo::plain_text(named_line(line)); }
    return geo::plain_text(fmt::format("{} {}{}, {}", tr(words_of(line.kind)), dated_name(line),
                                       line.source.empty() ? "" : " (" + tr(line.source) + ")", accuracy_words(line)));
}

std::string dated_name(const LineInfo& line) {
    const std::string date = geo::to_text(line.date);
    return line.name.find(date) != std::string::npos ? line.name : line.name + " " + tr("of {}", date);
}

std::string named_line(const LineInfo& line) {
    return tr(words_of(line.kind)) + " " + (line.kind == LineKind::resulting ? line.source : line.name);
}

std::string accuracy_words(const LineInfo& line) {
    return line.accuracy ? tr("accuracy {}", length_words(*line.accuracy)) : tr("accuracy not stated");
}

}  // namespace layers
