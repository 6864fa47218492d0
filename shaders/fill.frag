#version 330 core
// Fills: one colour.
// u_colour         red, green, blue and opacity, 0 to 1
uniform vec4 u_colour;
out vec4 colour;

void main() {
    colour = u_colour;
}
