// SPDX-License-Identifier: MIT
#include "app/commands/track_moves.h"

#include "app/receipt/receipt.h"
#include "geo/error.h"
#include "layers/map/move_layers.h"
#include "layers/model/properties.h"
#include "layers/time/moves.h"
#include "layers/time/outline_fits.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace app {

namespace {

/// Less vanishes on the grid of what is written.
constexpr geo::SquareKilometres square_metre{1e-6};

void say_what_is_marked(const std::vector<layers::Move>& moves, Console& console) {
    geo::SquareKilometres thin, undone;
    std::size_t thin_pieces = 0, undone_pieces = 0;
    for (const layers::Move& move : moves) {
        const bool is_undone = move.undone || move.undoes;
        if (!is_undone && !move.is_thin()) { continue; }
        (move.is_thin() ? thin : undone) += move.area;
        ++(move.is_thin() ? thin_pieces : undone_pieces);
    }
    if (undone_pieces > 0) {
        console.note(
            fmt::format("that go back within {} days, or are such a return: {}, {} km² in all; rather a slip than land "
                        "taken (a rule of thumb; they count, and have \"undone\" under \"changes\")",
                        layers::soon_undone.count(), undone_pieces, with_thousands(undone.value(), 1)));
    }
    if (thin_pieces > 0) {
        console.note(
            fmt::format("less than 50 m wide of them, {} km² in all: {}; rather the line drawn anew than land taken (a "
                        "rule of thumb; they "
                        "count, and have \"redrawing\" under \"changes\")",
                        with_thousands(thin.value(), 1), thin_pieces));
    }
}

}  // namespace

void write_moves(const MovesOutput& output, const layers::DayFiles& files, const std::vector<layers::NamedDay>& listed,
                 const layers::Units& units, const layers::Sides& sides, Console& console) {
    if (listed.size() < 2) {
        throw geo::Error{"--moves: there is only one day, and land moves between two", "take in more days",
                         geo::Error::Kind::bad_usage};
    }
    std::vector<layers::Move> moves;
    std::optional<layers::DayLand> before;
    std::optional<layers::OutlineFits> fits;
    if (output.fit) { fits.emplace(units, *output.fit, layers::OutlineFits::Keeps::land); }
    for (layers::Day& day : layers::days_of(files, listed)) {
        const auto fit = fits ? fits->of(day.control) : nullptr;
        layers::DayLand land = layers::land_of(std::move(day), fit.get());
        if (before) {
            for (layers::Move& move : layers::moves_between(*before, land, units)) { moves.push_back(std::move(move)); }
        }
        before = std::move(land);
    }
    std::erase_if(moves, [](const layers::Move& move) { return move.area < square_metre; });
    if (moves.empty()) {
        console.note("no land changed hands between the listed days: no moves are written");
        return;
    }
    if (output.marks) { layers::find_undone(moves); }
    layers::PlanLayers made = layers::move_layers(moves, units, sides, output.marks);
    made.dataset.receipt =
        json_of(receipt_of(console, {output.units_file, "", files.paths, output.left_out}, {}, output.path));
    geo::write(made.dataset, console.output(output.path), {"", output.overwrite, made.styles, layers::short_names()});
    geo::SquareKilometres gained, lost;
    for (const layers::Move& move : moves) {
        if (move.to == layers::Holder::russia) { gained = gained + move.area; }
        if (move.from == layers::Holder::russia) { lost = lost + move.area; }
    }
    console.say(fmt::format("wrote {}: {}; {} gained {} km² and lost {} km² from {} to {}", output.path,
                            moves.size() == 1 ? tr("1 piece") : tr("{} pieces", moves.size()),
                            sides.in_words(layers::Holder::russia), with_thousands(gained.value(), 1),
                            with_thousands(lost.value(), 1), geo::to_text(std::optional{listed.front().date}),
                            geo::to_text(std::optional{listed.back().date})));
    if (output.marks) { say_what_is_marked(moves, console); }
}

}  // namespace app
