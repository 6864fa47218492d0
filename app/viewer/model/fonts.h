// SPDX-License-Identifier: MIT
#pragma once

struct ImFont;

namespace app::viewer {

/// Of the context that draws; they live as long as it.
struct Fonts {
    ImFont *text = nullptr, *bold = nullptr, *small = nullptr;
};

}  // namespace app::viewer
