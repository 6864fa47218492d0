// SPDX-License-Identifier: MIT
#include "app/viewer/model/widget_boxes.h"

#include <imgui/imgui.h>

namespace app::viewer {

void WidgetBoxes::add(const std::string& name) {
    const ImVec2 low = ImGui::GetItemRectMin(), high = ImGui::GetItemRectMax();
    add(name, {low.x, low.y, high.x, high.y});
}

}  // namespace app::viewer
