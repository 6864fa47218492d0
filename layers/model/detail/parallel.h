// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace layers::detail {

// By hand: one loop, whose hand-overs ThreadSanitizer sees with std::async and not within oneTBB.

/// Does each job from 0 to count - 1, on as many threads as there are processors: `job` is called from several at once.
/// Throws what a job threw, one of them if several did; what has not begun by then is left undone.
void in_parallel(std::size_t count, const std::function<void(std::size_t)>& job);

}  // namespace layers::detail
