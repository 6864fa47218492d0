#version 330 core
// Lines: opaque within half the width of the piece, smooth over a pixel. Ends are round where pieces of an opaque line
// must meet without a notch, and square where pieces of a translucent one must not lie over one another.
// u_colour         red, green, blue and opacity, 0 to 1
// u_width          device pixels
// u_round          1 or 0
uniform vec4 u_colour;
uniform float u_width;
uniform float u_round;
in vec2 v_at;
flat in float v_length;
out vec4 colour;

void main() {
    vec2 off = vec2(v_at.x - clamp(v_at.x, 0.0, v_length), v_at.y);
    float cover = clamp(0.5 * max(u_width, 1.0) + 0.5 - length(off), 0.0, 1.0);
    if (u_round < 0.5 && off.x != 0.0) cover = 0.0;
    colour = vec4(u_colour.rgb, u_colour.a * cover * min(u_width, 1.0));
}
