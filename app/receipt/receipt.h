// SPDX-License-Identifier: MIT
#pragma once

#include "app/console.h"
#include "layers/model/plan.h"
#include "layers/report/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A file that figures rest on.
struct InputFile {
    std::string name;    ///< as it was given; of a built-in one its name in layers/builtin
    std::string sha256;  ///< empty for standard input and addresses
    std::uint64_t bytes = 0;
    bool is_builtin = false;
};

/// A day that no figure rests on, though its file was given.
struct LeftOutFile {
    std::string name, date, why;  ///< `date`: "2025-12-24", empty if nobody knows it
};

/// How an output came about: enough to make it again, see `demarc verify`.
struct Receipt {
    std::string version;
    std::vector<std::string> libraries;
    std::vector<std::string> command;  ///< without the program's name
    std::string output;                ///< the word of the command that names the output; empty: standard output
    std::vector<InputFile> inputs;
    std::vector<LeftOutFile> left_out{};
};

/// The files that a command reads beside its plans; empty names are none.
struct InputNames {
    std::string units, by;
    std::vector<std::string> lines;  ///< built-in ones by their names
    std::vector<LeftOutFile> left_out{};
};

/// Throws geo::Error if a file cannot be read again.
Receipt receipt_of(const Console& console, const InputNames& names, const std::vector<layers::Plan>& plans,
                   const std::string& output = "");

/// One file, as it is now; nothing if it is gone.
std::optional<InputFile> input_file(const std::string& name, bool is_builtin);

report::Record record_of(const Receipt& receipt);

/// A list of rows: the first of them carries the receipt.
report::Records with_receipt(report::Records rows, const Receipt& receipt);

/// On one line.
std::string json_of(const Receipt& receipt);

/// Throws geo::Error for text that is no receipt.
Receipt parse_receipt(const std::string& json);

}  // namespace app
