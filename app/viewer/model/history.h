// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>

namespace app::viewer {

/// Steps of all histories are numbered together, in the order of time.
inline std::uint64_t new_step() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

/// A value and what it was before each change, to go back and forth. T is copied whole with every step.
template <class T>
class History {
public:
    static constexpr std::size_t most_steps = 1000;  ///< that can be undone; what lies further back is forgotten

    explicit History(T first = {}) { states_.push_back({std::move(first), 0}); }

    const T& present() const { return states_[at_].value; }

    /// A step forward; what had been undone is lost. Nothing if the value is the present one.
    void set(T next) {
        if (next == present()) { return; }
        while (can_redo()) { states_.pop_back(); }
        states_.push_back({std::move(next), new_step()});
        if (states_.size() > most_steps + 1) { states_.pop_front(); }
        at_ = states_.size() - 1;
    }

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < states_.size(); }

    std::uint64_t step() const { return states_[at_].step; }  ///< that made the present value; 0: it is the first
    std::uint64_t undone_step() const { return can_redo() ? states_[at_ + 1].step : 0; }  ///< that redo() takes; or 0

    /// What undo() would come to; of the first, itself.
    const T& before() const { return states_[can_undo() ? at_ - 1 : at_].value; }

    /// Nothing where there is no such step.
    void undo() { at_ -= can_undo() ? 1U : 0U; }
    void redo() { at_ += can_redo() ? 1U : 0U; }

private:
    struct Moment {
        T value;
        std::uint64_t step;
    };
    std::deque<Moment> states_;
    std::size_t at_ = 0;
};

}  // namespace app::viewer
