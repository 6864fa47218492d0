#version 330 core
// Lines: each instance is one straight piece, drawn as a box around it.
// in   ends        metres east and north on the map plane: from, then to
// u_centre         of the camera, the same
// u_px_per_m       device pixels per metre
// u_size           of the picture, device pixels
// u_width          of the line, device pixels
layout(location = 0) in vec4 ends;
uniform vec2 u_centre;
uniform float u_px_per_m;
uniform vec2 u_size;
uniform float u_width;
out vec2 v_at;        // device pixels along and across, from the beginning
flat out float v_length;

void main() {
    vec2 from = (ends.xy - u_centre) * u_px_per_m;
    vec2 to = (ends.zw - u_centre) * u_px_per_m;
    vec2 way = to - from;
    float length_px = length(way);
    vec2 along = length_px > 1e-6 ? way / length_px : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    float reach = 0.5 * u_width + 1.0;
    vec2 corner = vec2((gl_VertexID & 1) == 0 ? -reach : length_px + reach, (gl_VertexID & 2) == 0 ? -reach : reach);
    vec2 position = from + along * corner.x + across * corner.y;
    v_at = corner;
    v_length = length_px;
    gl_Position = vec4(position * 2.0 / u_size, 0.0, 1.0);
}
