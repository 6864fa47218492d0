// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geo::detail {

/// Numbers keys from 0 in the order in which they first come. One table without nodes: borders have tens of thousands
/// of positions, and a strip has them for each of its draws.
template <class Key, class Hash>
class Numbering {
public:
    void expect(std::size_t keys) {
        keys_.reserve(keys);
        while (table_.size() < 2 * keys) { grow(); }
    }

    /// Its number, and whether it is new.
    std::pair<int, bool> number_of(const Key& key) {
        if (2 * (keys_.size() + 1) > table_.size()) { grow(); }
        int& place = table_[place_of(key)];
        if (place != none) { return {place, false}; }
        place = static_cast<int>(keys_.size());
        keys_.push_back(key);
        return {place, true};
    }

    std::optional<int> find(const Key& key) const {
        const int number = table_.empty() ? none : table_[place_of(key)];
        return number == none ? std::nullopt : std::optional{number};
    }

    const std::vector<Key>& keys() const { return keys_; }
    std::vector<Key> take_keys() {
        table_.clear();
        return std::exchange(keys_, {});
    }

private:
    static constexpr int none = -1;

    /// Where it stands, or the free place for it.
    std::size_t place_of(const Key& key) const {
        const std::size_t mask = table_.size() - 1;
        std::size_t place = Hash{}(key) >> shift_;
        while (table_[place] != none && !(keys_[static_cast<std::size_t>(table_[place])] == key)) {
            place = (place + 1) & mask;
        }
        return place;
    }

    void grow() {
        constexpr std::size_t least_bits = 6;
        const std::size_t bits = table_.empty() ? least_bits : bits_of_size_t - shift_ + 1;
        shift_ = bits_of_size_t - bits;
        table_.assign(std::size_t{1} << bits, none);
        for (std::size_t i = 0; i < keys_.size(); ++i) { table_[place_of(keys_[i])] = static_cast<int>(i); }
    }

    static constexpr std::size_t bits_of_size_t = 8 * sizeof(std::size_t);
    std::vector<Key> keys_;
    std::vector<int> table_;  ///< of numbers; its size is a power of two, of which at most half is taken
    std::size_t shift_ = bits_of_size_t - 1;  ///< the upper bits of a hash are the best mixed ones
};

}  // namespace geo::detail
