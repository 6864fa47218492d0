#version 330 core
// Fills and hatches: corners of triangles.
// in   corner      metres east and north on the map plane
// u_centre         of the camera, the same
// u_scale          clip units per metre, east and north
layout(location = 0) in vec2 corner;
uniform vec2 u_centre;
uniform vec2 u_scale;

void main() {
    gl_Position = vec4((corner - u_centre) * u_scale, 0.0, 1.0);
}
