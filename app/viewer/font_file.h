// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace app::viewer {

/// Can these bytes be given to stb_truetype, which reads a font without looking where it ends? True for TrueType
/// outlines whose tables, character maps, metrics and glyphs lie within the file, agree with one another and are of a
/// sane size. Fonts with PostScript outlines (OTTO) are none.
bool is_sound_font(const std::string& bytes);

}  // namespace app::viewer
