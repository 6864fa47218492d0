// SPDX-License-Identifier: MIT
#pragma once

#include <epoxy/gl.h>

#include <utility>

namespace app::viewer {

/// Owns one name that OpenGL handed out; the context must be current when it goes.
template <class Traits>
class GlObject {
public:
    GlObject() : name_{Traits::make()} {}
    explicit GlObject(GLuint name) : name_{name} {}
    GlObject(GlObject&& other) noexcept : name_{std::exchange(other.name_, 0)} {}
    GlObject& operator=(GlObject&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    GlObject(const GlObject&) = delete;
    GlObject& operator=(const GlObject&) = delete;
    ~GlObject() {
        if (name_ != 0) { Traits::free(name_); }
    }
    GLuint name() const { return name_; }

private:
    GLuint name_;
};

struct BufferTraits {
    static GLuint make() {
        GLuint name = 0;
        glGenBuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteBuffers(1, &name); }
};

struct VertexArrayTraits {
    static GLuint make() {
        GLuint name = 0;
        glGenVertexArrays(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteVertexArrays(1, &name); }
};

struct FramebufferTraits {
    static GLuint make() {
        GLuint name = 0;
        glGenFramebuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteFramebuffers(1, &name); }
};

struct RenderbufferTraits {
    static GLuint make() {
        GLuint name = 0;
        glGenRenderbuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteRenderbuffers(1, &name); }
};

struct ProgramTraits {
    static GLuint make() { return glCreateProgram(); }
    static void free(GLuint name) { glDeleteProgram(name); }
};

/// Made of a kind: Shader{glCreateShader(GL_VERTEX_SHADER)}.
struct ShaderTraits {
    static void free(GLuint name) { glDeleteShader(name); }
};

using Buffer = GlObject<BufferTraits>;
using VertexArray = GlObject<VertexArrayTraits>;
using Framebuffer = GlObject<FramebufferTraits>;
using Renderbuffer = GlObject<RenderbufferTraits>;
using Program = GlObject<ProgramTraits>;
using Shader = GlObject<ShaderTraits>;

}  // namespace app::viewer
