// SPDX-License-Identifier: MIT
#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace geo {

/// Where an error or a note belongs. Lines, columns and features count from 1; 0 and "" mean "not known".
struct SourceLocation {
    std::string file;
    int line = 0;
    int column = 0;
    int feature = 0;
    std::string excerpt{};  ///< the line of text that `line` names
    int width = 1;          ///< how many characters of it are meant
};

/// Cannot go on. Says what is wrong, where, and what the reader can do. Whoever knows the file adds it with at().
/// Header-only, so that a module loaded at run time throws the very same type.
class Error : public std::runtime_error {
public:
    enum class Kind { bad_data = 1, bad_usage = 2 };  ///< the values are the program's exit status

    explicit Error(const std::string& problem, std::string remedy = "", Kind kind = Kind::bad_data)
        : std::runtime_error{problem}, remedy_{std::move(remedy)}, kind_{kind} {}

    /// Adds what is known of the place; what an inner call knew already stays.
    Error at(const SourceLocation& place) const {
        Error placed = *this;
        if (placed.place_.file.empty()) { placed.place_.file = place.file; }
        if (placed.place_.feature == 0) { placed.place_.feature = place.feature; }
        if (placed.place_.line == 0) {
            placed.place_.line = place.line;
            placed.place_.column = place.column;
            placed.place_.excerpt = place.excerpt;
            placed.place_.width = place.width;
        }
        return placed;
    }

    std::string problem() const { return what(); }
    const std::string& remedy() const { return remedy_; }
    const SourceLocation& place() const { return place_; }
    Kind kind() const { return kind_; }

private:
    std::string remedy_;
    SourceLocation place_;
    Kind kind_;
};

}  // namespace geo
