// SPDX-License-Identifier: MIT
#include "app/documents/completion.h"

#include "app/documents/values.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <utility>
#include <vector>

namespace app {

namespace {

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) { result += c == '\'' ? std::string{"'\\''"} : std::string{c}; }
    return result + "'";
}

/// For fish, whose quotes know \' and \\ alone.
std::string fish_quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') { result += '\\'; }
        result += c;
    }
    return result + "'";
}

const char* word_of(Paths paths) {
    switch (paths) {
        case Paths::any:
            return "any";
        case Paths::plan_files:
            return "plans";
        case Paths::none:
            break;
    }
    return "none";
}

/// "areas --line": of an argument by its place, "areas ".
using Key = std::pair<std::string, std::string>;
using Keys = std::map<Key, Values>;

void add_keys(const Declared& command, Keys& keys) {
    for (const DeclaredOption& option : command.options) {
        if (option.is_positional) { keys.insert({{command.name, ""}, values_of(option)}); }
        if (option.value.empty()) { continue; }
        for (const std::string& name : option.names) { keys.insert({{command.name, name}, values_of(option)}); }
    }
}

/// Where an argument's place counts: the point of `at` stands before its plans.
void add_places(const Declared& command, std::string& cases) {
    std::vector<const DeclaredOption*> positional;
    for (const DeclaredOption& option : command.options) {
        if (option.is_positional) { positional.push_back(&option); }
    }
    for (std::size_t i = 1; i < positional.size(); ++i) {
        const Values values = values_of(*positional[i]);
        cases += fmt::format("    {}) paths={} words={} ;;\n", quoted(fmt::format("{} {}", command.name, i + 1)),
                             word_of(values.paths), quoted(fmt::format("{}", fmt::join(values.words, "\n"))));
    }
}

}  // namespace

std::string bash_declarations(const Declared& program) {
    Keys keys;
    std::string options, places, names;
    const auto add_options = [&options](const Declared& command, const std::string& name) {
        std::string words;
        for (const DeclaredOption& option : command.options) {
            for (const std::string& word : option.names) { words += (words.empty() ? "" : "\n") + word; }
        }
        options += fmt::format("    {}) words={} ;;\n", quoted(name), quoted(words));
    };
    add_options(program, "");
    for (const Declared& command : program.commands) {
        names += (names.empty() ? "" : "\n") + command.name;
        add_keys(command, keys);
        add_options(command, command.name);
        add_places(command, places);
    }
    for (const DeclaredOption& option : program.options) {
        if (option.value.empty()) { continue; }
        for (const std::string& name : option.names) { keys.insert({{"*", name}, values_of(option)}); }
    }
    std::map<Values, std::string> patterns;
    for (const auto& [key, values] : keys) {
        std::string& pattern = patterns[values];
        const std::string command = key.first == "*" ? "*" : quoted(key.first);
        pattern += fmt::format("{}{}{}", pattern.empty() ? "" : " | ", command, quoted(" " + key.second));
    }
    std::string cases;
    for (const auto& [values, pattern] : patterns) {
        cases += fmt::format("    {}) paths={} words={} ;;\n", pattern, word_of(values.paths),
                             quoted(fmt::format("{}", fmt::join(values.words, "\n"))));
    }
    return fmt::format(
        "_demarc_commands={}\n\n"
        "# COMMAND: its options\n_demarc_options() {{\n    case $1 in\n{}    *) return 1 ;;\n    esac\n}}\n\n"
        "# COMMAND OPTION: what stands behind it; of an argument by its place the option is empty, behind the first "
        "its number\n"
        "_demarc_values() {{\n    case \"$1 $2\" in\n{}{}    *) return 1 ;;\n    esac\n}}\n",
        quoted(names), options, places, cases);
}

std::string fish_completion(const Declared& program) {
    std::string script = "# made of the declarations of options by demarc documents\ncomplete -c demarc -f\n";
    const auto line = [&script](const std::string& condition, const DeclaredOption& option) {
        script += "complete -c demarc -n " + fish_quoted(condition);
        for (const std::string& name : option.names) {
            script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        const Values values = values_of(option);
        if (!option.value.empty() && !option.is_positional) { script += " -r"; }
        if (!values.words.empty()) {
            std::string words;
            for (const std::string& word : values.words) { words += (words.empty() ? "" : " ") + fish_quoted(word); }
            script += " -a " + fish_quoted(words);
        }
        if (values.paths != Paths::none) { script += " -F"; }
        if (!option.is_positional) { script += " -d " + fish_quoted(option.help); }
        script += "\n";
    };
    for (const DeclaredOption& option : program.options) { line("true", option); }
    for (const Declared& command : program.commands) {
        script += fmt::format("complete -c demarc -n __fish_use_subcommand -a {} -d {}\n", command.name,
                              fish_quoted(command.help));
        for (const DeclaredOption& option : command.options) {
            if (option.names != std::vector<std::string>{"-h", "--help"}) {
                line("__fish_seen_subcommand_from " + command.name, option);
            }
        }
    }
    return script;
}

namespace {

/// Every character that could mean something to zsh.
std::string zsh_escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        const bool is_plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c < 0;
        if (!is_plain && c != '-' && c != '_' && c != '.') { result += '\\'; }
        result += c;
    }
    return result;
}

/// Within brackets and before a colon of _arguments.
std::string zsh_words(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == ':' || c == '[' || c == ']' || c == '\\') { result += '\\'; }
        result += c;
    }
    return result;
}

/// ":what it is called:what stands there", as _arguments has it.
std::string zsh_value(const DeclaredOption& option) {
    const Values values = values_of(option);
    std::string action = fmt::format(" _demarc_of {}", word_of(values.paths));
    for (const std::string& word : values.words) { action += " " + zsh_escaped(word); }
    const std::string called = option.value.empty() ? option.help : option.value;
    return fmt::format(":{}:{}", zsh_words(called), values == Values{} ? " " : action);
}

std::string zsh_arguments(const Declared& command) {
    std::string lines;
    std::vector<const DeclaredOption*> positional;
    for (const DeclaredOption& option : command.options) {
        if (option.is_positional) { positional.push_back(&option); }
        for (const std::string& name : option.names) {
            const bool has_value = !option.value.empty();
            const char* const sign = !has_value ? "" : name.starts_with("--") ? "=" : "+";
            lines += " \\\n            " + quoted(fmt::format("*{}{}[{}]{}", name, sign, zsh_words(option.help),
                                                              has_value ? zsh_value(option) : ""));
        }
    }
    for (std::size_t i = 0; i < positional.size(); ++i) {  // the last argument may be repeated
        const std::string place = i + 1 < positional.size() ? fmt::format("{}", i + 1) : "*";
        lines += " \\\n            " + quoted(place + zsh_value(*positional[i]));
    }
    return lines;
}

}  // namespace

std::string zsh_completion(const Declared& program) {
    std::string commands, cases;
    for (const Declared& command : program.commands) {
        commands += "        " + quoted(zsh_words(command.name) + ":" + command.help) + "\n";
        cases += fmt::format("    {})\n        _arguments -s{}\n        ;;\n", command.name, zsh_arguments(command));
    }
    return fmt::format(
        "#compdef demarc\n# made of the declarations of options by demarc documents\n\n"
        "# WHICH WORD…: the words, and files: any, plans, none\n"
        "_demarc_of() {{\n"
        "    local which=$1\n    shift\n"
        "    local -a more=(\"$@\")\n"
        "    compadd -a more\n"
        "    case $which in\n    any) _files ;;\n    plans) _files -g '*.(yaml|yml)' ;;\n    esac\n}}\n\n"
        "_demarc() {{\n    local context state state_descr line\n    typeset -A opt_args\n"
        "    local -a commands=(\n{}    )\n"
        "    _arguments -C{} \\\n            '1: :->command' \\\n            '*:: :->arguments' && return\n"
        "    if [[ $state == command ]]; then\n        _describe command commands\n        return\n    fi\n"
        "    case $words[1] in\n{}    esac\n}}\n\n_demarc \"$@\"\n",
        commands, zsh_arguments(program), cases);
}

}  // namespace app
