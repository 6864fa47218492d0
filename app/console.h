// SPDX-License-Identifier: MIT
#pragma once

#include "app/setting_words.h"
#include "geo/error.h"
#include "geo/repair.h"
#include "layers/language/language.h"
#include "layers/model/words.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace layers::report {}

namespace app {

namespace report = layers::report;
using layers::columns_of;
using layers::one_line;
using layers::printable;
using layers::tr;
using layers::with_thousands;

/// How a command prints its table.
enum class Format { table, json, csv };

/// The environment variable of a folder into which every command writes instead of where it is told to: see Rerun.
inline constexpr const char* output_folder = "DEMARC_OUTPUT_FOLDER";

/// The only writer to the terminal: data to standard output, everything else to standard error. Whatever words come in,
/// no control character goes out but line breaks and the colours of painted().
class Console {
public:
    Console();

    void print(std::string_view data);                 ///< to standard output
    void say(std::string_view words);                  ///< a line to standard error
    void note(std::string_view words);                 ///< "note: …", dim
    void note(const geo::Note& note);                  ///< with the km² that moved
    void report(const geo::Error& error);              ///< place, problem, caret, remedy
    void warn(const geo::Error& error);                ///< the same, of something that does not stop the program
    void progress(std::string_view words);             ///< on a terminal alone: now and then, in place of the last
    void end_progress();                               ///< takes it away
    void set_quiet(bool quiet) { is_quiet_ = quiet; }  ///< no notes and warnings: they have been said
    bool shows_colour() const { return colour_out_; }

    /// What was asked for, without the program's name.
    void set_command(std::vector<std::string> words) { command_ = std::move(words); }
    const std::vector<std::string>& command() const { return command_; }

    /// Where an output goes that the command has there: into another folder while it is made again, see Rerun.
    std::string output(const std::string& named) const;
    bool makes_again() const;

    /// The text in a colour ("1;34"), where standard output shows colours.
    std::string painted(std::string_view text, std::string_view code) const;

    /// For what writes text for standard output.
    layers::TextOutput text_output() const;

    /// Writes what print() collected; false if standard output did not take all that it ever was given.
    bool flush();

private:
    void point_at(const geo::Error& error, const std::string& label, const char* colour);
    void write_error(const std::string& words);  ///< that are fit for a terminal

    bool colour_out_, colour_err_;
    bool out_failed_ = false, is_quiet_ = false, has_progress_ = false;
    std::chrono::steady_clock::time_point last_progress_;
    int width_;
    std::string key_;  ///< opens a colour of painted(): a word that no file can guess
    std::string out_;
    std::vector<std::string> command_;
};

/// How settings in a message are named: option_words(), or what a window makes of them.
using MessageWords = std::function<std::string(std::string_view message)>;

/// "plan.yaml:12:3: error: problem", the line with a caret, and the remedy.
std::string error_text(const geo::Error& error,
                       const std::string& label = "error:", const MessageWords& words = option_words);

}  // namespace app
