// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include "layers/language/language.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace app {

namespace {

using Words = std::vector<std::string>;

/// What one_of() said, which CLI11 has no place for.
std::map<const CLI::Option*, Words>& closed_sets() {
    static std::map<const CLI::Option*, Words> sets;
    return sets;
}

std::string long_name(const CLI::Option& option) {
    const Words& names = option.get_lnames();
    return names.empty() ? option.get_name() : "--" + names.front();
}

DeclaredOption declared_option(const CLI::Option& option, const std::vector<const CLI::Option*>& all) {
    DeclaredOption result;
    for (const std::string& name : option.get_snames()) { result.names.push_back("-" + name); }
    for (const std::string& name : option.get_lnames()) { result.names.push_back("--" + name); }
    result.is_positional = result.names.empty();
    result.is_required = option.get_required();
    result.is_repeated = option.get_items_expected_max() > 1;
    if (option.get_type_size() > 0) {
        const std::string words = option.get_type_name();  // "N:FLOAT in [0 - 100]"
        result.value = words.substr(0, words.find(':'));
        if (const std::size_t range = words.find(" in ["); range != words.npos) {
            result.range = words.substr(range + 4);
        }
    }
    result.help = option.get_description();
    if (const auto set = closed_sets().find(&option); set != closed_sets().end()) { result.one_of = set->second; }
    const std::set<CLI::Option*> needs = option.get_needs(), excludes = option.get_excludes();
    for (const CLI::Option* other : all) {  // in the order of --help
        const auto is_other = [other](const CLI::Option* some) { return some == other; };
        if (std::any_of(needs.begin(), needs.end(), is_other)) { result.needs.push_back(long_name(*other)); }
        if (std::any_of(excludes.begin(), excludes.end(), is_other)) { result.excludes.push_back(long_name(*other)); }
    }
    return result;
}

/// What stands below --help in the language that is spoken: its columns, which gaps of two spaces or more divide, each
/// for itself, since commands to try are in no language. A label ("examples: ") is a column too.
std::string in_columns_of_its_language(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t gap = std::min({text.find("  ", at), text.find('\n', at), text.size()});
        const std::size_t label = text.find(": demarc", at);
        const std::size_t end = label < gap ? label + 1 : gap;
        result += layers::tr(text.substr(at, end - at));
        at = std::min(text.find_first_not_of(" \n", end), text.size());
        result += text.substr(end, at - end);
    }
    return result;
}

Declared declared_command(const CLI::App& app) {
    Declared result{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
    const std::vector<const CLI::Option*> all = app.get_options();
    for (const CLI::Option* option : all) {
        if (!option->get_group().empty()) { result.options.push_back(declared_option(*option, all)); }
    }
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!command->get_group().empty()) { result.commands.push_back(declared_command(*command)); }
    }
    return result;
}

}  // namespace

Option Option::not_empty() const {
    const auto refusal = [](const std::string& value) { return value.empty() ? "the value is empty" : std::string{}; };
    return Option{option_->check(refusal, "")};
}

Option Option::type_name(const std::string& words) const {
    return Option{option_->type_name(layers::tr(words))};
}

Option Option::required() const {
    return Option{option_->required()};
}

Option Option::needs(Option other) const {
    option_->needs(other.option_);
    return *this;
}

Option Option::excludes(Option other) const {
    option_->excludes(other.option_);
    return *this;
}

Option Option::delimiter(char between) const {
    return Option{option_->delimiter(between)};
}

Option Option::hidden() const {
    return Option{option_->group("")};
}

Option Option::within(double least, double most) const {
    return Option{option_->check(CLI::Range(least, most))};
}

Option Option::one_of(std::vector<std::string> words) const {
    closed_sets()[option_] = std::move(words);
    return *this;
}

Command Command::add_subcommand(const std::string& name, const std::string& help) const {
    CLI::App* const command = app_->add_subcommand(name, layers::tr(help))->group(layers::tr("Subcommands"));
    command->set_help_flag("-h,--help", layers::tr("Print this help message and exit"))->group(layers::tr("Options"));
    return Command{command};
}

Option Command::add_option(const std::string& name, std::string& value, const std::string& help) const {
    return Option{app_->add_option(name, value, layers::tr(help))}.not_empty();
}

Option Command::add_option(const std::string& name, std::vector<std::string>& values, const std::string& help) const {
    return Option{app_->add_option(name, values, layers::tr(help))}.not_empty();
}

Option Command::add_option(const std::string& name, double& value, const std::string& help) const {
    return Option{app_->add_option(name, value, layers::tr(help))}.not_empty();
}

Option Command::add_flag(const std::string& name, bool& value, const std::string& help) const {
    return Option{app_->add_flag(name, value, layers::tr(help))};
}

Option Command::add_flag(const std::string& name, std::function<void()> when_given, const std::string& help) const {
    return Option{app_->add_flag_callback(name, std::move(when_given), layers::tr(help))};
}

Option Command::option(const std::string& name) const {
    return Option{app_->get_option(name)};
}

std::vector<std::string> Command::given_options(const std::vector<std::string>& except) const {
    std::vector<std::string> words;
    for (const CLI::Option* option : app_->get_options()) {
        const std::string name = option->get_name();
        if (option->count() == 0 || !name.starts_with("-")) { continue; }
        if (std::find(except.begin(), except.end(), name) != except.end()) { continue; }
        if (option->get_type_size() == 0) {
            words.push_back(name);
            continue;
        }
        for (const std::string& value : option->results()) { words.push_back(fmt::format("{}={}", name, value)); }
    }
    return words;
}

Command Command::hidden() const {
    return Command{app_->group("")};
}

Declared Command::declared() const {
    return declared_command(*app_);
}

void Command::footer(const std::string& text) const {
    app_->footer(in_columns_of_its_language(text));
}

void Command::callback(std::function<void()> run) const {
    app_->callback(std::move(run));
}

}  // namespace app
