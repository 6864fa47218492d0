// SPDX-License-Identifier: MIT
#include "app/commands/commands.h"
#include "app/database_words.h"
#include "app/receipt/contents.h"
#include "app/receipt/receipt.h"
#include "app/receipt/rerun.h"
#include "geo/error.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace app {

namespace {

/// What an input is now, beside what the receipt says; empty if it is the same.
std::string change_of(const InputFile& then) {
    if (then.sha256.empty()) {
        throw geo::Error{fmt::format("{} was no file, so that it cannot be read again", then.name),
                         "save what is read into a file, and let the command name that"};
    }
    const auto now = input_file(then.name, then.is_builtin);
    if (!now) {
        throw geo::Error{fmt::format("the input {} is gone", then.name),
                         then.is_builtin ? "it was built into another version of demarc"
                                         : "run demarc verify in the folder that the command ran in"};
    }
    if (now->sha256 == then.sha256) { return {}; }
    const std::string before = then.sha256.substr(0, 12), after = now->sha256.substr(0, 12);
    return then.is_builtin ? tr("built-in {} has changed: SHA-256 {}… then, {}… now", then.name, before, after)
                           : tr("{} has changed: SHA-256 {}… then, {}… now", then.name, before, after);
}

std::string difference_words(const Difference& difference) {
    if (difference.then.empty()) { return tr("{}: not in the file, now {}", difference.what, difference.now); }
    if (difference.now.empty()) {
        return tr("{}: {} in the file, not there any more", difference.what, difference.then);
    }
    return tr("{}: {} in the file, now {}", difference.what, difference.then, difference.now) +
           (difference.by.empty() ? "" : fmt::format(" ({})", difference.by));
}

/// A file may come by mail, and must not have this machine ask a server. What was read there may be another today, too.
void require_no_database(const Receipt& receipt) {
    if (std::none_of(receipt.command.begin(), receipt.command.end(), has_database)) { return; }
    throw geo::Error{"it was made of a database, and a receipt opens none: whether it is still so cannot be told",
                     "run its command again, or copy the tables into a file and make it of that"};
}

/// A receipt that hides an input would have "the same" said of a figure that rests on it.
void require_all_inputs(const Receipt& receipt, const Rerun& again) {
    const std::optional<std::string> found = receipt_of_file(again.path());
    const std::vector<InputFile> now = found ? parse_receipt(*found).inputs : std::vector<InputFile>{};
    for (const InputFile& input : now) {
        const auto same = [&input](const InputFile& then) { return then.name == input.name; };
        if (std::none_of(receipt.inputs.begin(), receipt.inputs.end(), same)) {
            throw geo::Error{fmt::format("its command also reads {}, which its receipt does not name", input.name)};
        }
    }
}

void verify(const std::string& file, Console& console) {
    const std::optional<std::string> found = receipt_of_file(file);
    if (!found) {
        throw geo::Error{"this file has no receipt",
                         "areas, compare, sums, track, export, view, render and report write one, into JSON, GeoJSON, "
                         "GeoPackage, PNG, "
                         "SVG and HTML, or beside the file as FILE.receipt.json"}
            .at({file});
    }
    const Receipt receipt = parse_receipt(*found);
    require_no_database(receipt);
    std::vector<std::string> changes;
    for (const InputFile& input : receipt.inputs) {
        if (std::string change = change_of(input); !change.empty()) { changes.push_back(std::move(change)); }
    }
    const bool same_version = receipt.version == DEMARC_VERSION;
    if (!same_version) {
        console.note(fmt::format("the file is of demarc {}, this is {}", receipt.version, DEMARC_VERSION));
    }
    const Rerun again{receipt};
    require_all_inputs(receipt, again);
    const std::vector<Difference> differences = differences_of(file, again.path());
    if (changes.empty() && differences.empty()) {
        return console.print(tr("the same: {} inputs, and all that stands in {}", receipt.inputs.size(), file) + "\n");
    }
    for (const std::string& change : changes) { console.print(change + "\n"); }
    constexpr std::size_t most = 20;
    for (std::size_t i = 0; i < std::min(differences.size(), most); ++i) {
        console.print(difference_words(differences[i]) + "\n");
    }
    if (differences.size() > most) { console.print(tr("and {} more", differences.size() - most) + "\n"); }
    if (differences.empty()) { return console.print(tr("no figure has moved") + "\n"); }
    if (changes.empty() && same_version) {
        throw geo::Error{"the inputs are the same and the file is not what they give: it was changed by hand"}.at(
            {file});
    }
    throw geo::Error{fmt::format("{} of its entries are not what the inputs of today give", differences.size()),
                     changes.empty() ? "another version of demarc made it"
                                     : "whether it was also changed by hand cannot be told while inputs differ"}
        .at({file});
}

}  // namespace

void add_verify(Command cli, Console& console) {
    auto file = std::make_shared<std::string>();
    const Command command = cli.add_subcommand(
        "verify", "Make an output again from its receipt: the same, or which input and which figure moved");
    command
        .add_option("file", *file,
                    "an output of demarc: JSON, GeoJSON, GeoPackage, PNG, SVG, HTML, or one with a receipt beside it")
        .type_name("FILE")
        .required();
    command.footer(
        "examples: demarc verify plan.geojson\n"
        "          demarc areas us-28-point --json > areas.json && demarc verify areas.json");
    command.callback([file, &console] { verify(*file, console); });
}

}  // namespace app
