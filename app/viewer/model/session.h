// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/session_file.h"
#include "app/viewer/model/document.h"

#include <string>

namespace app::viewer {

/// What the document shows: plans with their parameters, every loaded line, the units, and how it is looked at: mode,
/// days of A and B, land in sight, layers, colours, pinned point, drawing. Throws geo::Error if a line was drawn here,
/// or lines are read in ways that one command cannot say.
SessionFile session_of(const Document& document);

/// Looks at what is loaded as the session says; it was opened by with_session_opened(). Says which files are not as
/// they were. Throws geo::Error, with the file, if it cannot be read.
void look_as(const std::string& session, Document& document);

}  // namespace app::viewer
