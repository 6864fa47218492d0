// SPDX-License-Identifier: MIT
#pragma once

#include "app/commands/commands.h"
#include "app/console.h"
#include "app/receipt/receipt.h"
#include "layers/model/plan.h"
#include "layers/report/track_report.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace app {

/// The answer to what was asked: rows for files, text for a screen, and the plans and files that it rests on.
struct Answer {
    std::function<layers::report::Table(layers::report::Part)> data;
    std::size_t days;  ///< that are listed, and of which a part may be asked
    std::function<std::string()> text;
    std::vector<layers::Plan> plans{};
    std::vector<std::string> files;
    std::vector<LeftOutFile> left_out;
    layers::report::Part share{};  ///< of the days
    bool has_heading = true;       ///< of CSV: of the first share alone
};

struct AnswerForm {
    Format format;
    bool as_lines;      ///< JSON Lines instead
    std::string units;  ///< their file; empty for the built-in ones
};

void print(const Answer& answer, const AnswerForm& form, Console& console);

}  // namespace app
