// SPDX-License-Identifier: MIT
#include "app/command_line.h"

#include "layers/language/language.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <utility>

namespace app {

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

void Command::footer(const std::string& text) const {
    app_->footer(text);
}

void Command::callback(std::function<void()> run) const {
    app_->callback(std::move(run));
}

}  // namespace app
