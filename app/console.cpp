// SPDX-License-Identifier: MIT
#include "app/console.h"

#include "app/setting_words.h"
#include "geo/safe_text.h"
#include "layers/language/messages.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <utility>

namespace app {

namespace {

bool shows_colour(int descriptor) {
    const char* refused = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal != nullptr && std::string_view{terminal} == "dumb";
    return isatty(descriptor) == 1 && (refused == nullptr || *refused == '\0') && !dumb;
}

int terminal_width() {
    constexpr int no_terminal = 10000;
    winsize size{};
    if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return no_terminal;
    }
    return size.ws_col;
}

std::string in_colour(std::string_view text, std::string_view code) {
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string made_key() {
    std::random_device random;
    return fmt::format("\x1b{:08x}{:08x}", random(), random());
}

/// Line by line as plain text, with a colour where the key opens one: key, code, "m".
std::string cleaned(std::string_view text, const std::string& key) {
    std::string result;
    while (!text.empty()) {
        const std::size_t next = std::min({text.size(), text.find('\n'), key.empty() ? text.npos : text.find(key)});
        result += geo::plain_text(text.substr(0, next));
        text.remove_prefix(next);
        if (text.starts_with('\n')) {
            result += '\n';
            text.remove_prefix(1);
        } else if (!text.empty()) {
            text.remove_prefix(key.size());
            const std::size_t end = std::min(text.find('m'), text.size() - 1) + 1;
            result += fmt::format("\x1b[{}", text.substr(0, end));
            text.remove_prefix(end);
        }
    }
    return result;
}

std::string place_words(const geo::SourceLocation& place) {
    std::string words = printable(place.file, 500);
    if (place.line > 0) { words += fmt::format("{}{}", words.empty() ? "line " : ":", place.line); }
    if (place.line > 0 && place.column > 0) { words += fmt::format(":{}", place.column); }
    if (place.feature > 0) { words += fmt::format("{}feature {}", words.empty() ? "" : ", ", place.feature); }
    return words;
}

/// The line of text with a caret under what is meant, and of a very long line only what is around it.
std::string excerpt(const geo::SourceLocation& place) {
    constexpr std::size_t before = 60, shown = 120;
    const std::string number = fmt::format("{}", place.line);
    const std::size_t column = static_cast<std::size_t>(std::max(place.column, 1)) - 1;
    std::size_t start = column > shown - before ? column - before : 0;
    while (start > 0 && start < place.excerpt.size() &&
           (static_cast<unsigned char>(place.excerpt[start]) & 0xC0) == 0x80) {
        --start;
    }
    const std::string line =
        printable(std::string_view{place.excerpt}.substr(std::min(start, place.excerpt.size())), shown);
    const auto columns_before = [&place](std::size_t byte) {
        return columns_of(one_line(std::string_view{place.excerpt}.substr(0, byte)));
    };
    const std::size_t lead = columns_before(column) - columns_before(start);
    const std::size_t width = std::min<std::size_t>(static_cast<std::size_t>(std::max(place.width, 1)), shown - lead);
    return fmt::format("  {} | {}\n  {} | {}{}\n", number, line, std::string(number.size(), ' '),
                       std::string(lead, ' '), std::string(width, '^'));
}

}  // namespace

Console::Console()
    : colour_out_{app::shows_colour(STDOUT_FILENO)},
      colour_err_{app::shows_colour(STDERR_FILENO)},
      width_{terminal_width()},
      key_{colour_out_ ? made_key() : std::string{}} {}

std::string Console::output(const std::string& named) const {
    const char* const folder = std::getenv(output_folder);
    if (folder == nullptr || named == "-") { return named; }
    return (std::filesystem::path{folder} / std::filesystem::path{named}.filename()).string();
}

bool Console::makes_again() const {
    return std::getenv(output_folder) != nullptr;
}

void Console::print(std::string_view data) {
    out_ += cleaned(data, key_);
}

void Console::say(std::string_view words) {
    write_error(one_line(layers::tr_message(words)));
}

void Console::progress(std::string_view words) {
    constexpr std::chrono::milliseconds between{200};
    constexpr std::size_t most_letters = 70;
    const auto now = std::chrono::steady_clock::now();
    const bool is_soon = has_progress_ && now - last_progress_ < between;
    if (isatty(STDERR_FILENO) != 1 || is_quiet_ || makes_again() || is_soon) { return; }
    end_progress();
    last_progress_ = now;
    has_progress_ = true;
    (void)std::fputs(printable(words, most_letters).c_str(), stderr);
    (void)std::fflush(stderr);
}

void Console::end_progress() {
    if (std::exchange(has_progress_, false)) { (void)std::fputs("\r\x1b[K", stderr); }
}

void Console::write_error(const std::string& words) {
    end_progress();
    flush();
    const std::string line = words + "\n";
    (void)std::fwrite(line.data(), 1, line.size(), stderr);  // nobody left to tell if that fails
}

void Console::note(std::string_view words) {
    if (is_quiet_) { return; }
    const std::string line = tr("note:") + " " + printable(option_words(layers::tr_message(words)), 1000);
    write_error(colour_err_ ? in_colour(line, "2") : line);
}

void Console::note(const geo::Note& note) {
    if (note.moved.value() > 0) {
        this->note(tr("{} ({} km² moved)", layers::tr_message(note.text), with_thousands(note.moved.value(), 3)));
    } else {
        this->note(note.text);
    }
}

void Console::report(const geo::Error& error) {
    point_at(error, tr("error:"), "1;31");
}

void Console::warn(const geo::Error& error) {
    if (is_quiet_) { return; }
    point_at(error, tr("warning:"), "1;33");
}

void Console::point_at(const geo::Error& error, const std::string& label, const char* colour) {
    write_error(error_text(error, colour_err_ ? in_colour(label, colour) : label));
}

std::string error_text(const geo::Error& error, const std::string& label, const MessageWords& words) {
    const std::string place = place_words(error.place());
    std::string text = fmt::format("{} {} {}", place.empty() ? "demarc:" : place + ":", label,
                                   printable(words(layers::tr_message(error.problem())), 500));
    if (!error.place().excerpt.empty()) { text += "\n" + excerpt(error.place()); }
    if (text.back() == '\n') { text.pop_back(); }
    std::string remedy = cleaned(words(layers::tr_message(error.remedy())), "");
    for (std::size_t at = 0; (at = remedy.find('\n', at)) != remedy.npos; ++at) { remedy.insert(at + 1, "  "); }
    if (!remedy.empty()) { text += "\n  " + remedy; }
    return text;
}

std::string Console::painted(std::string_view text, std::string_view code) const {
    return colour_out_ && !text.empty() ? fmt::format("{0}{1}m{2}{0}0m", key_, code, text) : std::string{text};
}

bool Console::flush() {
    const bool written = std::fwrite(out_.data(), 1, out_.size(), stdout) == out_.size() && std::fflush(stdout) == 0;
    out_failed_ = out_failed_ || !written;
    out_.clear();
    return !out_failed_;
}

layers::TextOutput Console::text_output() const {
    return {width_, [this](std::string_view text, std::string_view code) { return painted(text, code); },
            [](std::string_view name, std::string_view value) { return option_words(geo::setting(name, value)); }};
}

}  // namespace app
