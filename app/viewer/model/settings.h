// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"

#include <filesystem>

namespace app::viewer {

/// What outlives the window: theme, language, layers and opacity in $XDG_CONFIG_HOME/demarc/viewer.json (or ~/.config),
/// the last plans and files in $XDG_STATE_HOME/demarc/viewer.json (or ~/.local/state). Defaults stand in for a
/// file that cannot be read, which a message says and which saving keeps as viewer.json.unreadable; nothing is ever an
/// error.
void load_settings(Document& document);
void save_settings(Document& document);

/// $XDG_STATE_HOME/demarc, or the same under ~/.local/state; empty without either.
std::filesystem::path state_folder();

}  // namespace app::viewer
