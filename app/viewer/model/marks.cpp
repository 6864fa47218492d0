// SPDX-License-Identifier: MIT
#include "app/viewer/model/marks.h"

#include <imgui/imgui.h>

namespace app::viewer {

void Marks::add(const std::string& name) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    add(name, {low.x, low.y, high.x, high.y});
}

}  // namespace app::viewer
