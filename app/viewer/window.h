// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/document.h"
#include "app/viewer/ui_context.h"

#include <functional>
#include <memory>
#include <string>

namespace app::viewer {

/// Wakes the loop of run_window() from any thread.
void wake_window();

/// Opens a window and works until it is closed. Throws geo::Error without a display, or with an OpenGL too old.
/// `marks_file`, if named, gets the names and places of all controls after every frame, for tests that click.
void run_window(Document& document, const FontFiles& fonts, const std::string& widgets_file);

}  // namespace app::viewer
