// SPDX-License-Identifier: MIT
#include "app/commands/track_answer.h"

#include "layers/report/record.h"

#include <algorithm>

namespace app {

namespace {

/// A part at a time: the whole table of many days takes more memory than all else.
void print_csv(const Answer& answer, Console& console) {
    constexpr std::size_t at_once = 64;
    const std::size_t end = std::min(answer.share.last, answer.days);
    if (answer.has_heading) { console.print(csv_heading(answer.data({0, 0}))); }
    for (std::size_t first = answer.share.first; first < end; first += at_once) {
        console.print(csv_rows(answer.data({first, std::min(first + at_once, end)})));
    }
}

}  // namespace

void print(const Answer& answer, const AnswerForm& form, Console& console) {
    if (form.as_lines) { return console.print(to_json_lines(records_of(answer.data(answer.share)))); }
    switch (form.format) {
        case Format::table:
            return console.print(answer.text());
        case Format::csv:
            return print_csv(answer, console);
        case Format::json:
            const Receipt receipt = receipt_of(console, {form.units, "", answer.files, answer.left_out}, answer.plans);
            return console.print(to_json(with_receipt(records_of(answer.data({})), receipt)));
    }
}

}  // namespace app
