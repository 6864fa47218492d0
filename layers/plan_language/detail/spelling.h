// SPDX-License-Identifier: MIT
#pragma once

#include "layers/model/sides.h"

#include <optional>
#include <string>
#include <vector>

namespace layers::detail {

/// How one plan file writes sides, holders and statuses, and how the reader's words write them. What ships inside
/// demarc is written of Ukraine and Russia, and its texts are turned to the sides that the plan is read with. The
/// user's file names the sides as they are called; Ukraine and Russia, and the statuses with UA and RU in them, are
/// understood there too, as the first and the second side, unless a side bears such a name or code itself.
class Spelling {
public:
    Spelling(const Sides& sides, bool is_builtin);

    const Sides& sides() const { return sides_; }
    bool is_builtin() const { return is_builtin_; }
    std::string name(Side side) const { return written_.name(side); }

    std::optional<Side> side(const std::string& word) const;
    /// The same of a parameter's value, which names sides as they are called, also in what ships inside demarc.
    std::optional<Side> side_of_value(const std::string& word) const;
    /// A parameter's default as its value: of a side that ships inside demarc, what it is called.
    std::string value(const std::string& word) const;
    std::vector<std::string> side_names() const;  ///< the first first; behind them what is understood beside them

    /// The word is one of the names below.
    Holder holder(const std::string& word) const;
    Status status(const std::string& word) const;
    std::vector<std::string> holder_names() const;
    std::vector<std::string> status_names() const;

    /// Text and ids of zones and parameters, turned to the sides where they ship inside demarc.
    std::string text(const std::string& words) const { return is_builtin_ ? sides_.text(words) : words; }
    std::string id(const std::string& words) const { return is_builtin_ ? sides_.id(words) : words; }

private:
    std::vector<std::string> with_default_words(std::vector<std::string> names,
                                                const std::vector<std::string>& words) const;
    Sides sides_, written_;
    bool is_builtin_, takes_defaults_;
};

}  // namespace layers::detail
