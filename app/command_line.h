// SPDX-License-Identifier: MIT
#pragma once

#include "app/declared.h"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace app {

/// What a command takes: a thin cover of CLI11, whose headers cost each file that includes them ten seconds of
/// compiling. Values that options write to must outlive the parsing.
class Option {
public:
    explicit Option(CLI::Option* option) : option_{option} {}

    Option type_name(const std::string& words) const;  ///< what --help calls the value, such as LENGTH
    Option required() const;
    Option needs(Option other) const;
    Option excludes(Option other) const;
    Option delimiter(char between) const;  ///< of a list within one argument
    Option hidden() const;                 ///< --help leaves it out: it is there to say what to take instead
    Option within(double least, double most) const;
    Option one_of(std::vector<std::string> words) const;  ///< the values that there are: a shell completes them

    /// An empty value, as of a variable that a script never set, is no missing option: it is refused.
    Option not_empty() const;

private:
    CLI::Option* option_;
};

class Command {
public:
    explicit Command(CLI::App* app) : app_{app} {}

    Command add_subcommand(const std::string& name, const std::string& help) const;

    /// A name without dashes is an argument by its place.
    Option add_option(const std::string& name, std::string& value, const std::string& help) const;
    Option add_option(const std::string& name, std::vector<std::string>& values, const std::string& help) const;
    Option add_option(const std::string& name, double& value, const std::string& help) const;
    Option add_flag(const std::string& name, bool& value, const std::string& help) const;
    Option add_flag(const std::string& name, std::function<void()> when_given, const std::string& help) const;
    Option option(const std::string& name) const;  ///< that has been added

    /// The options that were given, each "--name=value" or "--name", in the order of --help; none of `except`.
    std::vector<std::string> given_options(const std::vector<std::string>& except) const;

    void footer(const std::string& text) const;
    Command hidden() const;  ///< --help leaves it out: it is for building and packing
    Declared declared() const;
    void callback(std::function<void()> run) const;  ///< runs once all is parsed, if the command is the one given

private:
    CLI::App* app_;
};

}  // namespace app
