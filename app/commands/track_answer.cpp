// SPDX-License-Identifier: MIT
#include "app/commands/track_answer.h"

#include "layers/report/record.h"

namespace app {

namespace report = layers::report;

namespace {

/// A part at a time: the whole table of many days takes more memory than all else.
void print_csv(const Answer& answer, Console& console) {
    constexpr std::size_t at_once = 64;
    for (std::size_t first = 0; first == 0 || first < answer.days; first += at_once) {
        const report::Table table = answer.data({first, first + at_once});
        console.print(first == 0 ? to_csv(table) : csv_rows(table));
    }
}

}  // namespace

void print(const Answer& answer, const AnswerForm& form, Console& console) {
    if (form.as_lines) { return console.print(to_json_lines(records_of(answer.data({})))); }
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
