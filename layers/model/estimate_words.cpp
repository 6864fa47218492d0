// SPDX-License-Identifier: MIT
#include "layers/model/estimate_words.h"

#include "layers/language/language.h"
#include "layers/model/redrawn.h"
#include "layers/model/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace layers {

namespace {

std::string rounded(geo::SquareKilometres area, int decimals) {
    const double unit = std::pow(10, -decimals);
    if (area.value() == 0) { return "–"; }
    return geo::magnitude(area).value() < unit / 2 ? "<" + with_thousands(unit, decimals)
                                                   : with_thousands(area.value(), decimals);
}

/// Of a sum the text of which is not clear in parts: how much that is. Nothing if it is all of it.
std::string open_part(const Estimate& estimate, int decimals) {
    if (!estimate.open) { return {}; }
    const std::string part = rounded(*estimate.open, decimals);
    return part == rounded(geo::magnitude(estimate.area), decimals) ? std::string{} : part;
}

}  // namespace

std::string open_mark(const Estimate& estimate, int decimals) {
    if (!estimate.unclear) { return {}; }
    const std::string part = open_part(estimate, decimals);
    return part.empty() ? "?" : fmt::format(" [{}?]", part);
}

std::string tolerance(const Estimate& estimate, int decimals) {
    if (!estimate.line) { return {}; }
    const geo::SquareKilometres middle = estimate.redrawn.value_or(estimate.area);
    const double off = std::max((middle - estimate.line->least).value(), (estimate.line->most - middle).value());
    const double scale = std::pow(10, decimals);
    std::string words = off < 1e-6 ? std::string{} : "±" + with_thousands(std::ceil(off * scale) / scale, decimals);
    if (!estimate.redrawn || words.empty()) { return words; }
    const bool ends_at_nothing = estimate.line->least.value() <= 0;  // ± would go below
    return "~" + rounded(middle, decimals) + " " +
           (ends_at_nothing ? fmt::format("(0–{})", rounded(estimate.line->most, decimals)) : words);
}

std::string area_text(const Estimate& estimate, int decimals) {
    std::string text = rounded(estimate.area, decimals);
    if (estimate.readings || estimate.contested) {
        const Range none{estimate.area, estimate.area};
        const Range text_range = estimate.readings.value_or(none), held = estimate.contested.value_or(none);
        const auto [low, high] = std::minmax({text_range.least, text_range.most, held.least, held.most});
        const auto bound = [decimals](geo::SquareKilometres area) {
            return area.value() == 0 ? "0" : rounded(area, decimals);
        };
        if (bound(low) != bound(high) || rounded(low, decimals) != text) {
            text = fmt::format("{} ({}–{})", text, bound(low), bound(high));
        }
    }
    return text + open_mark(estimate, decimals);
}

std::string contested_text(const Estimate& estimate) {
    if (!estimate.contested) { return {}; }
    const auto [low, high] = std::minmax(estimate.contested->least, estimate.contested->most);
    const auto bound = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : rounded(area, 0); };
    return fmt::format(" ({}–{})", bound(low), bound(high));
}

std::string estimate_text(const Estimate& estimate, int decimals) {
    const std::string area = area_text(estimate, decimals), off = tolerance(estimate, decimals);
    return off.empty() ? area : area + " " + off;
}

std::string spoken_text(const Estimate& estimate) {
    const auto number = [](geo::SquareKilometres area) { return area.value() == 0 ? "0" : rounded(area, 0); };
    std::string words = tr("{} km²", number(estimate.area));
    const auto add_range = [&](const std::optional<Range>& range, const auto& in_words) {
        if (!range) { return; }
        const auto [low, high] = std::minmax({range->least, range->most, estimate.area});
        if (number(low) != number(high)) { words += ", " + in_words(number(low), number(high)); }
    };
    add_range(estimate.readings, [](const auto& low, const auto& high) {
        return tr("{} to {} by other readings of the text", low, high);
    });
    add_range(estimate.contested,
              [](const auto& low, const auto& high) { return tr("{} to {} as contested land is counted", low, high); });
    const geo::SquareKilometres middle = estimate.redrawn.value_or(estimate.area);
    if (estimate.redrawn) { words += ", " + tr("along lines as rough as a detailed one {}", number(middle)); }
    if (estimate.line) {
        const double off = std::max((middle - estimate.line->least).value(), (estimate.line->most - middle).value());
        if (off >= 1e-6) { words += ", " + tr("give or take {}", with_thousands(std::ceil(off))); }
    }
    if (!estimate.unclear) { return words; }
    const std::string part = open_part(estimate, 0);
    return words + ", " +
           (part.empty() ? tr("the text is unclear") : tr("of which the text is unclear on {} km²", part));
}

std::string unclear_words() {
    return tr("? the text is unclear; of a sum [n?]: on n km² of it");
}

std::string redrawn_words() {
    return tr(
        "~ the middle of lines displaced at random and as rough as a detailed one, ± about it and {} % for the method: "
        "strips along a smooth line are too small",
        with_thousands(100 * redrawing_error, 1));
}

std::string interval_words(const std::vector<const LineInfo*>& lines, IntervalKind kind) {
    std::vector<const LineInfo*> moved;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(moved),
                 [](const LineInfo* line) { return line->accuracy; });
    if (moved.empty()) { return {}; }
    const LineInfo& line = *moved.front();
    const bool alike = std::all_of(moved.begin(), moved.end(), [&line](const LineInfo* other) {
        return other->accuracy == line.accuracy && other->correlation == line.correlation;
    });
    if (kind == IntervalKind::worst) {
        return alike ? tr("± were the line everywhere {} to the one or the other side", length_words(*line.accuracy))
                     : tr("± were each of the lines off by its accuracy, to the one or the other side");
    }
    if (!alike) { return tr("± nine times in ten, were each of the lines off as its accuracy says"); }
    return tr("± nine times in ten, were 95 in 100 places of the line within {} and errors alike over {}{}",
              length_words(*line.accuracy), length_words(correlation_of(line)),
              line.correlation ? "" : " " + tr("(assumed: the line does not say it)"));
}

std::string in_words(const StatusClass& status_class, const Sides& sides) {
    std::string status = sides.in_words(status_class.status);
    const bool says_all = term_of(status_class.status).holder || status_class == left_open;
    if (says_all) { return status; }
    const std::string holder = sides.in_words(status_class.holder);
    return status_class.status == Status::undecided ? tr("{}, held by {}", status, holder)
                                                    : tr("{}, on the side of {}", status, holder);
}

std::string class_words(const StatusClass& status_class, const std::vector<StatusClass>& all, const Sides& sides) {
    const auto same = [&status_class](const StatusClass& other) {
        return other.status == status_class.status && other.holder != status_class.holder;
    };
    const bool ambiguous = std::any_of(all.begin(), all.end(), same);
    return ambiguous ? in_words(status_class, sides) : sides.in_words(status_class.status);
}

}  // namespace layers
