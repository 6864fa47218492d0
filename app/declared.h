// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace app {

/// An option or an argument by its place, as --help has it.
struct DeclaredOption {
    std::vector<std::string> names{};  ///< "-h", "--help"; none of an argument by its place
    std::string value{};               ///< what the value is called: "FILE"; empty of a flag
    std::string range{};               ///< "[0 - 100]"; empty if there is none
    std::string help{};
    std::vector<std::string> one_of{};             ///< the values that there are; empty if they are no closed set
    std::vector<std::string> needs{}, excludes{};  ///< other options
    bool is_positional = false, is_required = false, is_repeated = false;
};

/// What a command says of itself: --help, manual pages and completion are made of it.
struct Declared {
    std::string name, help, footer;
    std::vector<DeclaredOption> options;
    std::vector<Declared> commands;  ///< as --help lists them
};

}  // namespace app
