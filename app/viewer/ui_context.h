// SPDX-License-Identifier: MIT
#pragma once

#include "app/viewer/model/fonts.h"
#include "layers/map/palette.h"

#include <memory>
#include <string>
#include <vector>

struct ImGuiContext;

namespace app::viewer {

/// The fonts that were found: DejaVu Sans if it is there, else another with Cyrillic letters.
struct FontFiles {
    std::string regular, bold;
    std::vector<std::string> warnings;  ///< of fonts that were named but will not do
};

/// `wanted` is a font file that the user named, or empty. Without any font that has Cyrillic letters, `regular` is
/// empty and ImGui's own Latin one serves; the warnings say so.
FontFiles find_fonts(const std::string& wanted);

/// Has the font file a glyph for this character? False if it is no font, or one that is damaged or cut short.
bool has_letter(const std::string& file, unsigned letter);

/// An ImGui context with fonts for its density and the OpenGL backend. A window has one; so has a picture that is
/// painted at another density. The OpenGL context must be current.
class UiContext {
public:
    UiContext(const FontFiles& files, double scale, layers::Theme theme);
    ~UiContext();
    UiContext(const UiContext&) = delete;
    UiContext& operator=(const UiContext&) = delete;

    void make_current() const;
    const Fonts& fonts() const { return fonts_; }
    double scale() const { return scale_; }
    void set_scale(double scale);                   ///< device pixels per logical pixel
    void set_theme(layers::Theme theme);            ///< colours of panels
    void begin(double width, double height) const;  ///< a frame of so many logical pixels, without a window
    void new_frame() const;                         ///< the same, when somebody else has set sizes and input
    void draw() const;                              ///< what the frame's panels have drawn, into the bound framebuffer

private:
    void load_fonts();
    FontFiles files_;
    double scale_;
    struct Owner {
        void operator()(ImGuiContext* context) const;
    };
    std::unique_ptr<ImGuiContext, Owner> context_;
    Fonts fonts_;
};

}  // namespace app::viewer
