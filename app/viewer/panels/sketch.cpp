// SPDX-License-Identifier: MIT
#include "app/console.h"
#include "app/viewer/map/zone_labels.h"
#include "app/viewer/model/unfinished.h"
#include "app/viewer/panels/panels.h"
#include "app/viewer/panels/widgets.h"
#include "geo/error.h"
#include "geo/measure.h"
#include "layers/model/estimate_words.h"

#include <fmt/format.h>

namespace app::viewer {

namespace {

using layers::Sketch;
using layers::SketchShape;

void measured_polygon(Document& document, const SketchShape& shape) {
    const bool of_b = document.state.selection.of_b && document.result->b;
    const PlanView& view = of_b ? *document.result->b : *document.result->a;
    const layers::SketchTable table = layers::measure(shape, view.on);
    wrapped(area_words(table.inside(), table.total()));
    faint(tr("{} round it", km_words(table.length)) + " · " + tr("under {}", title_in(*document.result, view)));
    for (const layers::SketchTable::Row& row : table.rows) {
        faint(fmt::format("{}  {}, {}", tr("{} km²", layers::estimate_text(row.estimate, 1)), tr(row.unit),
                          layers::in_words(row.status_class, view.plan->sides)));
    }
    if (table.outside.value() > 0.05) {
        faint(tr("{} km²  at sea and abroad", with_thousands(table.outside.value(), 1)));
    }
    for (const geo::Note& note : table.notes) { faint(tr("repaired: {}", layers::tr_message(note.text))); }
}

void measured(Document& document, const SketchShape& shape) {
    ImGui::PushFont(document.fonts.small);
    try {
        if (document.result && shape.kind == SketchShape::Kind::polygon) {
            measured_polygon(document, shape);
        } else if (shape.kind == SketchShape::Kind::line) {
            wrapped(km_words(geo::length_of(shape.vertices)));
        }
    } catch (const geo::Error& error) {
        wrapped(layers::tr_message(error.problem()) + "; " + layers::tr_message(error.remedy()));
    }
    ImGui::PopFont();
}

/// The zone under the pencil, with the corner that a click would add.
void drawn_so_far(Document& document) {
    SketchShape shape;
    shape.vertices = document.state.zone_corners.present();
    if (document.aim && (shape.vertices.empty() || shape.vertices.back() != *document.aim)) {
        shape.vertices.push_back(*document.aim);
    }
    if (document.state.tool == Tool::polygon && shape.vertices.size() > 2) { measured(document, shape); }
}

/// What another tool has begun, or Esc has given up.
void unfinished(Document& document) {
    State& state = document.state;
    for (const Tool tool : drawing_tools) {
        History<geo::Path>& corners = *corners_of(state, tool);
        const bool is_zone = tool == Tool::polygon;
        const std::string mark = is_zone ? "zone" : "line";
        const std::size_t set = corners.present().size(), given_up = corners.before().size();
        if (set > 0 && tool != state.tool) {
            faint(unfinished_words(is_zone, set));
            ImGui::PushID(mark.c_str());
            if (ImGui::SmallButton(tr_text("Go on"))) { choose_tool(state, tool); }
            note_item(document, "unfinished/" + mark);
            ImGui::SameLine();
            if (ImGui::SmallButton("x")) { corners.set({}); }
            note_item(document, "unfinished remove/" + mark);
            tooltip(tr_text("remove it (undo brings it back)"));
            ImGui::PopID();
        } else if (set == 0 && given_up > 1) {
            faint(is_zone ? tr("an unfinished zone with {} corners was given up: undo brings it back", given_up)
                          : tr("an unfinished line with {} corners was given up: undo brings it back", given_up));
        }
    }
}

void zone_kind_field(Document& document, SketchShape& shape, bool& changed) {
    ImGui::SetNextItemWidth(-1);
    const bool is_open = ImGui::BeginCombo("##kind", in_words(shape.zone_kind).c_str());
    if (!is_open) { return note_item(document, "shape kind"); }
    for (const auto& [kind, id, meaning] : layers::zone_kinds()) {
        if (ImGui::Selectable(in_words(kind).c_str(), kind == shape.zone_kind)) {
            shape.zone_kind = kind;
            changed = true;
        }
        note_item(document, "kind/" + std::string{id});
        tooltip(tr(meaning));
    }
    ImGui::EndCombo();
}

void shape_rows(Document& document) {
    Sketch sketch = document.state.sketch.present();
    bool changed = false;
    int removed = -1;
    for (std::size_t i = 0; i < sketch.shapes.size(); ++i) {
        SketchShape& shape = sketch.shapes[i];
        const bool is_chosen = document.state.chosen_shape == static_cast<int>(i);
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::RadioButton("##chosen", is_chosen)) { document.state.chosen_shape = static_cast<int>(i); }
        note_item(document, fmt::format("shape/{}", i));
        ImGui::SameLine();
        ImGui::SetNextItemWidth(-34);
        const bool was_edited = document.edited_name.first == static_cast<int>(i);
        if (was_edited) { shape.name = document.edited_name.second; }  // typed, but no step to undo yet
        text_field("##name",
                   shape.kind == SketchShape::Kind::polygon ? tr_text("name of the zone") : tr_text("name of the line"),
                   shape.name);
        if (ImGui::IsItemActive()) {
            document.edited_name = {static_cast<int>(i), shape.name};
        } else if (was_edited) {
            document.edited_name = {-1, {}};
            changed = true;
        }
        note_item(document, fmt::format("shape name/{}", i));
        ImGui::SameLine();
        if (ImGui::SmallButton("x")) { removed = static_cast<int>(i); }
        note_item(document, fmt::format("shape remove/{}", i));
        tooltip(tr_text("remove it (undo brings it back)"));
        if (is_chosen) {
            if (shape.kind == SketchShape::Kind::polygon) { zone_kind_field(document, shape, changed); }
            measured(document, document.state.drag != Drag::none ? document.state.dragged.shapes[i] : shape);
        }
        ImGui::PopID();
    }
    if (removed >= 0) {
        sketch.shapes.erase(sketch.shapes.begin() + removed);
        document.state.chosen_shape = -1;
        changed = true;
    }
    if (changed) { document.state.sketch.set(std::move(sketch)); }
}

}  // namespace

void sketch_panel(Document& document) {
    State& state = document.state;
    ImGui::PushFont(document.fonts.bold);
    ImGui::TextUnformatted(tr_text("Drawing"));
    ImGui::PopFont();
    ImGui::SameLine();
    ImGui::BeginDisabled(!can_undo(state));
    if (ImGui::SmallButton(tr_text("Undo"))) { undo(state); }
    note_item(document, "undo");
    tooltip("Ctrl+Z");
    ImGui::EndDisabled();
    ImGui::SameLine();
    ImGui::BeginDisabled(!can_redo(state));
    if (ImGui::SmallButton(tr_text("Redo"))) { redo(state); }
    note_item(document, "redo");
    tooltip("Ctrl+Shift+Z");
    ImGui::EndDisabled();
    const auto& shapes = state.sketch.present().shapes;
    if (has_lines(state.sketch.present())) {
        ImGui::SameLine();
        if (ImGui::SmallButton(tr_text("Use line as contact line"))) { document.use_sketch_as_line(); }
        note_item(document, "use line");
        tooltip(tr("the drawn lines cut the country in two: the side {} is held by {}",
                   document.frame.has_ukraine ? tr_text("of Kyiv") : tr_text("to their right, as they are drawn,"),
                   document.shown_sides().in_words(layers::Holder::ukraine)));
    }
    if (shapes.empty() && !has_unfinished(state)) {
        faint(tr_text("click corners on the map; they snap to borders, line and towns, unless Ctrl is held down"));
    }
    drawn_so_far(document);
    unfinished(document);
    shape_rows(document);
    if (!shapes.empty()) {
        if (ImGui::SmallButton(tr_text("Save as plan …"))) { open_save(document, SaveKind::sketch_plan); }
        note_item(document, "save sketch");
        tooltip(tr_text("a plan file that adds the zones to plan A"));
    }
}

}  // namespace app::viewer
