// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/area_expression.h"
#include "layers/model/vocabulary.h"

#include <string>
#include <vector>

namespace layers {

/// A status class as it is printed.
struct StatusWords {
    std::string holder, status;
};

/// The two sides of a line by name. The model knows them as Side::ukraine, which keeps what does not lie beyond the
/// line, and Side::russia, and its holders and statuses by the ids of Ukraine and Russia; here alone these ids become
/// the words that are read and printed. With `{"Republic", "North"}` RU-held is North-held, UA-regained is
/// Republic-regained, and UA is Republic.
struct Sides {
    std::string first = "Ukraine", second = "Russia";
    bool merely_hold = false;  ///< nothing is agreed: UA is "held by Ukraine", and not "stays with Ukraine"

    bool are_default() const;
    const std::string& name(Side side) const;

    /// Russia is "North"; what names no side ("undecided") is called by its id.
    std::string holder(Holder holder) const;

    /// As part of a status or a field's name: UA, RU, or the name without blanks.
    std::string code(Holder side) const;

    /// RU-held is "North-held".
    std::string status(Status status) const;

    /// "accepted as Russian in fact" → "accepted as land of North in fact".
    std::string meaning(Status status) const;

    StatusWords words(const StatusClass& status_class) const;

    /// What people read, in their language: "held by Russia", "held by North"; "Russia".
    std::string in_words(Status status) const;
    std::string in_words(Holder holder) const;

    /// "Demilitarized zone, Ukrainian side" → "Demilitarized zone, side of Republic": text that ships inside demarc. Of
    /// the default sides in the language that is spoken.
    std::string text(const std::string& words) const;

    /// "ukraine-side" → "republic-side": an id of a zone or parameter that ships inside demarc.
    std::string id(const std::string& words) const;

    friend bool operator==(const Sides& one, const Sides& other) {  // are they called alike?
        return one.first == other.first && one.second == other.second;
    }
};

/// "demilitarized" in the reader's language.
std::string in_words(ZoneKind kind);

/// Two names as a plan or the command line lists them, without the blanks around them. Throws geo::Error (bad usage)
/// if there are not two, if they or their statuses cannot be told apart, or if one has no or more than 40 characters,
/// a comma or a control character in it, or is a word of the plan language.
Sides sides_of(const std::vector<std::string>& names);

/// The same of "Republic,North".
Sides parse_sides(const std::string& text);

/// "Republic and North"
std::string to_text(const Sides& sides);

}  // namespace layers
