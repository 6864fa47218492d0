// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <deque>
#include <utility>

namespace app::viewer {

/// A value and what it was before each change, to go back and forth. T is copied whole with every step.
template <class T>
class History {
public:
    static constexpr std::size_t most_steps = 1000;  ///< that can be undone; what lies further back is forgotten

    explicit History(T first = {}) { states_.push_back(std::move(first)); }

    const T& present() const { return states_[at_]; }

    /// A step forward; what had been undone is lost. Nothing if the value is the present one.
    void set(T next) {
        if (next == present()) { return; }
        while (can_redo()) { states_.pop_back(); }
        states_.push_back(std::move(next));
        if (states_.size() > most_steps + 1) { states_.pop_front(); }
        at_ = states_.size() - 1;
    }

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < states_.size(); }

    /// Nothing where there is no such step.
    void undo() { at_ -= can_undo() ? 1U : 0U; }
    void redo() { at_ += can_redo() ? 1U : 0U; }

private:
    std::deque<T> states_;
    std::size_t at_ = 0;
};

}  // namespace app::viewer
