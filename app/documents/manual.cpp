// SPDX-License-Identifier: MIT
#include "app/documents/manual.h"

#include "layers/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <sstream>
#include <vector>

namespace app {

namespace {

using layers::tr;

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '\\':
                result += "\\e";
                break;
            case '-':
                result += "\\-";
                break;
            case '\'':
                result += "\\(aq";
                break;
            case '`':
                result += "\\(ga";
                break;
            case '^':
                result += "\\(ha";
                break;
            case '~':
                result += "\\(ti";
                break;
            default:
                result += c;
        }
    }
    return result.starts_with('.') ? "\\&" + result : result;
}

/// In lines that man fills.
std::string filled(const std::string& text) {
    constexpr std::size_t width = 64;
    std::string result, line, word;
    std::istringstream words{text};
    while (words >> word) {
        if (!line.empty() && line.size() + word.size() > width) {
            result += escaped(line) + "\n";
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    return result + escaped(line) + "\n";
}

std::string as_it_stands(const std::vector<std::string>& lines) {
    std::string result = ".EX\n";
    for (const std::string& line : lines) { result += escaped(line) + "\n"; }
    return result + ".EE\n";
}

std::string bold(std::string_view text) {
    return fmt::format("\\fB{}\\fR", escaped(text));
}

std::string italic(std::string_view text) {
    return fmt::format("\\fI{}\\fR", escaped(text));
}

std::string section(const std::string& name) {
    return fmt::format(".SH \"{}\"\n", name);
}

std::string listed(const std::string& term, const std::string& text) {
    return fmt::format(".TP\n{}\n{}", term, filled(text));
}

std::string value_of(const DeclaredOption& option) {
    const bool says_so = option.value.find("…") != option.value.npos;
    return italic(option.value) + (option.is_repeated && !says_so ? " ..." : "");
}

std::string option_entry(const DeclaredOption& option) {
    std::string term, text = option.help;
    for (const std::string& name : option.names) { term += (term.empty() ? "" : ", ") + bold(name); }
    if (!option.value.empty()) { term += (term.empty() ? "" : " ") + value_of(option); }
    if (!option.range.empty()) { text += " " + option.range; }
    for (const auto& [label, others] : {std::pair{tr("Needs"), option.needs}, {tr("Excludes"), option.excludes}}) {
        if (others.empty()) { continue; }
        text += fmt::format(" ({}:", label);
        for (const std::string& other : others) { text += " " + other; }
        text += ")";
    }
    return listed(term, text);
}

std::string entries(const Declared& command, bool positional) {
    std::string result;
    for (const DeclaredOption& option : command.options) {
        if (option.is_positional == positional) { result += option_entry(option); }
    }
    return result;
}

/// What stands below --help: commands to try, and other words.
struct Footer {
    std::vector<std::string> examples;
    std::vector<std::vector<std::string>> others;
};

Footer footer_of(const Declared& command) {
    Footer footer;
    std::vector<std::string> block;
    const auto take = [&] {
        if (block.empty()) { return; }
        const std::size_t label = block.front().find("demarc ");
        const std::string before = block.front().substr(0, std::min(label, block.front().size()));
        const bool is_example =
            label != block.front().npos && before.find(':') < before.find(' ');  // "examples: demarc …"
        if (is_example) {
            for (const std::string& line : block) {
                footer.examples.push_back(line.substr(std::min(label, line.size())));
            }
        } else {
            footer.others.push_back(block);
        }
        block.clear();
    };
    std::istringstream lines{command.footer};
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) {
            take();
        } else {
            block.push_back(line);
        }
    }
    take();
    return footer;
}

std::string head(const std::string& name, const std::string& date) {
    std::string upper = name;
    std::transform(upper.begin(), upper.end(), upper.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return fmt::format(
        ".\\\" made of the declarations of options by demarc documents\n.TH \"{}\" \"1\" \"{}\" \"demarc {}\" \"{}\"\n",
        escaped(upper), date, DEMARC_VERSION, tr("User Commands"));
}

std::string exit_status() {
    return section(tr("EXIT STATUS")) + listed(bold("0"), tr("all went well")) +
           listed(bold("1"), tr("bad data, or an output that could not be written")) +
           listed(bold("2"), tr("bad usage: an option, a name or a value that there is not"));
}

std::string files() {
    return section(tr("FILES")) +
           listed(italic("*.yaml"), tr("a plan file: demarc schema prints what may stand in it")) +
           listed(italic("~/.config/demarc/viewer.json"),
                  tr("what was set in the window; under $XDG_CONFIG_HOME, if that is set")) +
           listed(italic("~/.local/state/demarc/viewer.json"),
                  tr("the window's state when it was closed; under $XDG_STATE_HOME, if that is set")) +
           listed(italic("~/.cache/demarc"),
                  tr("base maps as they were read; under $XDG_CACHE_HOME, if that is set; may be deleted"));
}

std::string environment() {
    return section(tr("ENVIRONMENT")) +
           listed(bold("LC_ALL") + ", " + bold("LC_MESSAGES") + ", " + bold("LANG"),
                  tr("the language, unless --lang names it")) +
           listed(bold("NO_COLOR"), tr("if set, no colours on a terminal")) +
           listed(bold("SOURCE_DATE_EPOCH"), tr("the moment that counts as now, in seconds since 1970"));
}

std::string see_also(const Declared& program, const std::string& name) {
    std::vector<std::string> pages;
    if (name != program.name) { pages.push_back(program.name); }
    for (const Declared& command : program.commands) {
        const std::string page = program.name + "-" + command.name;
        if (page != name) { pages.push_back(page); }
    }
    std::string result = section(tr("SEE ALSO"));
    for (const std::string& page : pages) {
        result += fmt::format(".BR {} (1){}\n", escaped(page), page == pages.back() ? "" : ",");
    }
    return result;
}

std::string others(const Footer& footer) {
    std::string result;
    for (const auto& block : footer.others) {
        result += ".PP\n" + (block.size() == 1 ? filled(block.front()) : as_it_stands(block));
    }
    return result;
}

std::string examples(const Footer& footer) {
    return footer.examples.empty() ? std::string{} : section(tr("EXAMPLES")) + as_it_stands(footer.examples);
}

std::string named(const std::string& name, const std::string& help) {
    return section(tr("NAME")) + fmt::format("{} \\- {}", escaped(name), filled(help));
}

}  // namespace

std::string manual_of(const Declared& program, const std::string& date) {
    const Footer footer = footer_of(program);
    std::string commands;
    for (const Declared& command : program.commands) {
        commands += listed(fmt::format("{}(1)", bold(program.name + "-" + command.name)), command.help);
    }
    return head(program.name, date) + named(program.name, tr("Square kilometres under proposed lines and zones")) +
           section(tr("SYNOPSIS")) +
           fmt::format("{} [{}] {} [{}]\n", bold(program.name), italic(tr("OPTIONS")), italic(tr("SUBCOMMAND")),
                       italic("...")) +
           section(tr("DESCRIPTION")) + filled(program.help) + others(footer) + section(tr("COMMANDS")) + commands +
           section(tr("OPTIONS")) + entries(program, false) + exit_status() + examples(footer) + environment() +
           files() + see_also(program, program.name);
}

std::string manual_of(const Declared& program, const Declared& command, const std::string& date) {
    const std::string name = program.name + "-" + command.name;
    const Footer footer = footer_of(command);
    std::string synopsis = fmt::format("{} [{}]", bold(program.name + " " + command.name), italic(tr("OPTIONS")));
    for (const DeclaredOption& option : command.options) {
        if (!option.is_positional) { continue; }
        synopsis += option.is_required ? " " + value_of(option) : fmt::format(" [{}]", value_of(option));
    }
    std::string global;
    for (const DeclaredOption& option : program.options) {
        if (!option.value.empty()) { global += option_entry(option); }
    }
    return head(name, date) + named(name, command.help) + section(tr("SYNOPSIS")) + synopsis + "\n" +
           section(tr("DESCRIPTION")) + filled(command.help) + entries(command, true) + others(footer) +
           section(tr("OPTIONS")) + entries(command, false) + global + exit_status() + examples(footer) +
           environment() + files() + see_also(program, name);
}

}  // namespace app
