// SPDX-License-Identifier: MIT
#include "app/viewer/ui_context.h"

#include "app/viewer/font_file.h"
#include "app/viewer/input/imgui_input.h"
#include "geo/file.h"

#include <fmt/format.h>
#include <imgui/backends/imgui_impl_opengl3.h>
#include <imgui/imgui.h>
#include <stb/stb_truetype.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace app::viewer {

namespace {

constexpr unsigned cyrillic_shcha = 0x0429;
constexpr float text_px = 15, small_px = 12.5F;

struct Candidate {
    const char *regular, *bold;
};

/// Where Debian's packages put fonts with Cyrillic letters, the preferred one first.
constexpr std::array candidates{
    Candidate{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
              "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"},
    Candidate{"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
              "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"},
    Candidate{"/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
              "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf"},
    Candidate{"/usr/share/fonts/truetype/freefont/FreeSans.ttf", "/usr/share/fonts/truetype/freefont/FreeSansBold.ttf"},
};

/// Latin, Cyrillic, and the signs that figures and names need.
constexpr std::array<ImWchar, 17> glyph_ranges{0x0020, 0x024F, 0x0400, 0x045F, 0x0490, 0x0493, 0x2010, 0x2026, 0x2030,
                                               0x2033, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2265, 0};

void set_colours(layers::Theme theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    if (theme == layers::Theme::light) {
        ImGui::StyleColorsLight(&style);
        style.Colors[ImGuiCol_TextDisabled] = ImVec4{0.36F, 0.38F, 0.40F, 1};
        style.Colors[ImGuiCol_WindowBg] = ImVec4{0.97F, 0.97F, 0.96F, 1};
        style.Colors[ImGuiCol_PopupBg] = ImVec4{1, 1, 1, 0.98F};
    } else {
        ImGui::StyleColorsDark(&style);
        style.Colors[ImGuiCol_TextDisabled] = ImVec4{0.66F, 0.69F, 0.72F, 1};
        style.Colors[ImGuiCol_WindowBg] = ImVec4{0.11F, 0.12F, 0.13F, 1};
        style.Colors[ImGuiCol_PopupBg] = ImVec4{0.13F, 0.14F, 0.15F, 0.98F};
    }
}

std::string bytes_of(const std::string& file) {
    constexpr std::uintmax_t largest = 64 << 20;
    std::error_code unreadable;
    if (!geo::is_regular_file(file) || std::filesystem::file_size(file, unreadable) > largest) { return {}; }
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace

bool has_letter(const std::string& file, unsigned letter) {
    const std::string bytes = bytes_of(file);
    if (!is_sound_font(bytes)) { return false; }
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    stbtt_fontinfo font;
    const int offset = stbtt_GetFontOffsetForIndex(data, 0);
    return offset >= 0 && stbtt_InitFont(&font, data, offset) != 0 &&
           stbtt_FindGlyphIndex(&font, static_cast<int>(letter)) != 0;
}

FontFiles find_fonts(const std::string& wanted) {
    FontFiles files;
    if (!wanted.empty()) {
        if (has_letter(wanted, cyrillic_shcha)) {
            files.regular = files.bold = wanted;
            return files;
        }
        files.warnings.push_back(
            fmt::format("the font {} has no Cyrillic letters or is no whole TrueType font; another is used", wanted));
    }
    for (const Candidate& candidate : candidates) {
        if (!has_letter(candidate.regular, cyrillic_shcha)) { continue; }
        files.regular = candidate.regular;
        files.bold = has_letter(candidate.bold, cyrillic_shcha) ? candidate.bold : candidate.regular;
        return files;
    }
    files.warnings.emplace_back(
        "no font with Cyrillic letters was found, Ukrainian names show as \"?\"; install the package "
        "fonts-dejavu-core");
    return files;
}

UiContext::UiContext(const FontFiles& files, double scale, layers::Theme theme)
    : files_{files}, scale_{scale}, context_{ImGui::CreateContext()} {
    make_current();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigWindowsMoveFromTitleBarOnly = true;
    prepare_keys(io);
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowRounding = 0;
    style.FrameRounding = 3;
    style.WindowBorderSize = 1;
    style.FrameBorderSize = 1;
    set_colours(theme);
    load_fonts();  // before there is a backend to shut down: it may throw
    ImGui_ImplOpenGL3_Init("#version 330 core");
}

UiContext::~UiContext() {
    make_current();
    ImGui_ImplOpenGL3_Shutdown();
}

void UiContext::Owner::operator()(ImGuiContext* context) const {
    ImGui::DestroyContext(context);
}

void UiContext::make_current() const {
    ImGui::SetCurrentContext(context_.get());
}

void UiContext::load_fonts() {
    ImGuiIO& io = ImGui::GetIO();
    io.Fonts->Clear();
    const auto density = static_cast<float>(scale_);
    const auto load = [&](const std::string& file, float size) -> ImFont* {
        if (!file.empty()) {
            ImFont* font = io.Fonts->AddFontFromFileTTF(file.c_str(), size * density, nullptr, glyph_ranges.data());
            if (font != nullptr) { return font; }
        }
        ImFontConfig config;
        config.SizePixels = size * density;
        return io.Fonts->AddFontDefault(&config);
    };
    fonts_ = {load(files_.regular, text_px), load(files_.bold, text_px), load(files_.regular, small_px)};
    io.FontGlobalScale = 1 / density;
}

void UiContext::set_scale(double scale) {
    if (scale == scale_) { return; }
    make_current();
    scale_ = scale;
    load_fonts();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    ImGui_ImplOpenGL3_CreateFontsTexture();
}

void UiContext::set_theme(layers::Theme theme) {
    make_current();
    set_colours(theme);
}

void UiContext::begin(double width, double height) const {
    make_current();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
    io.DisplayFramebufferScale = {static_cast<float>(scale_), static_cast<float>(scale_)};
    io.DeltaTime = 1.0F / 60;
    new_frame();
}

void UiContext::new_frame() const {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
}

void UiContext::draw() const {
    ImGui::Render();
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace app::viewer
