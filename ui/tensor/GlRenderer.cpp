// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tensor/GlRenderer.h"

#include <QMatrix4x4>
#include <QVector3D>
#include <QVector4D>

#include <array>
#include <cstddef>

namespace ricercar {
namespace {

// Seven corners: the near one (0), one axis away from it (1..3), two axes away (4..6: the far corner of the face across axis
// 0..2, whose light all of that face takes, for it is the last of both its triangles).
constexpr const char* cubeShader = R"(#version 330 core
layout(location = 0) in uvec4 place;
layout(location = 1) in vec4 color;
layout(location = 2) in uint along;
uniform mat4 clip;
uniform vec4 eye;
uniform vec3 light;
uniform float inset;
flat out vec4 lit;
void main() {
    vec3 low = vec3(place.xyz) + inset;
    vec3 high = vec3(place.xyz) + 1.0 - inset;
    high[along] += float(place.w) - 1.0;
    bvec3 above = greaterThan(eye.xyz - high * eye.w, vec3(0.0));
    bvec3 far = bvec3(false);
    float shade = 1.0;
    if (gl_VertexID >= 4) {
        far = bvec3(gl_VertexID != 4, gl_VertexID != 5, gl_VertexID != 6);
        shade = light[gl_VertexID - 4];
    } else if (gl_VertexID >= 1) {
        far[gl_VertexID - 1] = true;
    }
    vec3 corner = mix(low, high, vec3(notEqual(above, far)));
    lit = vec4(color.rgb * shade, 1.0) * color.a;
    gl_Position = clip * vec4(corner, 1.0);
}
)";

constexpr const char* pointShader = R"(#version 330 core
layout(location = 0) in uvec4 place;
layout(location = 1) in vec4 color;
uniform mat4 clip;
uniform float size;
flat out vec4 lit;
void main() {
    gl_Position = clip * vec4(vec3(place.xyz) + 0.5, 1.0);
    gl_PointSize = max(1.0, size / gl_Position.w);
    lit = vec4(color.rgb, 1.0) * color.a;
}
)";

constexpr const char* fragmentShader = R"(#version 330 core
flat in vec4 lit;
out vec4 pixel;
void main() { pixel = lit; }
)";

constexpr std::array<std::uint8_t, 18> triangles{0, 2, 4, 3, 0, 4, 0, 1, 5, 3, 0, 5, 0, 1, 6, 2, 0, 6};

}  // namespace

bool GlRenderer::compile(QOpenGLShaderProgram& program, const char* vertex) {
    const bool good = program.addShaderFromSourceCode(QOpenGLShader::Vertex, vertex) &&
                      program.addShaderFromSourceCode(QOpenGLShader::Fragment, fragmentShader) && program.link();
    if (!good) problem_ = program.log();
    return good;
}

bool GlRenderer::create() {
    gl_.initializeOpenGLFunctions();
    cubes_ = std::make_unique<QOpenGLShaderProgram>();
    points_ = std::make_unique<QOpenGLShaderProgram>();
    if (!compile(*cubes_, cubeShader) || !compile(*points_, pointShader) || !state_.create()) return false;
    QOpenGLVertexArrayObject::Binder bound(&state_);
    corners_.create();
    corners_.bind();
    corners_.allocate(triangles.data(), static_cast<int>(triangles.size()));
    cells_.create();
    cells_.setUsagePattern(QOpenGLBuffer::DynamicDraw);
    cells_.bind();
    constexpr int stride = sizeof(PaintedCell);
    const auto at = [](std::size_t offset) { return reinterpret_cast<const void*>(offset); };
    gl_.glVertexAttribIPointer(0, 4, GL_UNSIGNED_SHORT, stride, at(0));
    gl_.glVertexAttribPointer(1, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(PaintedCell, color)));
    gl_.glVertexAttribIPointer(2, 1, GL_UNSIGNED_INT, stride, at(offsetof(PaintedCell, along)));
    for (GLuint i = 0; i < 3; ++i) gl_.glEnableVertexAttribArray(i);
    count_ = 0;
    return true;
}

void GlRenderer::destroy() {
    cells_.destroy();
    corners_.destroy();
    state_.destroy();
    cubes_.reset();
    points_.reset();
    count_ = 0;
}

void GlRenderer::upload(std::span<const PaintedCell> cells) {
    cells_.bind();
    cells_.allocate(cells.data(), static_cast<int>(cells.size_bytes()));
    cells_.release();
    count_ = static_cast<int>(cells.size());
}

void GlRenderer::draw(const Camera& camera, const SceneBox& box, Primitive primitive, bool ordered, double scale) {
    gl_.glClearDepthf(1.0F);
    gl_.glDepthMask(GL_TRUE);
    gl_.glClear(GL_DEPTH_BUFFER_BIT);
    if (count_ == 0) return;
    gl_.glDisable(GL_CULL_FACE);
    gl_.glDisable(GL_SCISSOR_TEST);
    gl_.glDisable(GL_STENCIL_TEST);
    if (ordered) {
        gl_.glDisable(GL_DEPTH_TEST);
        gl_.glEnable(GL_BLEND);
        gl_.glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    } else {
        gl_.glEnable(GL_DEPTH_TEST);
        gl_.glDepthFunc(GL_LESS);
        gl_.glDisable(GL_BLEND);
    }
    const Matrix4 matrix = camera.gridToClip(box);
    QMatrix4x4 clip;
    for (int column = 0; column < 4; ++column)
        for (int row = 0; row < 4; ++row)
            clip(row, column) = static_cast<float>(matrix[static_cast<std::size_t>(column * 4 + row)]);
    const auto eye = camera.eyeInGrid(box);
    const auto f = [](double v) { return static_cast<float>(v); };

    QOpenGLVertexArrayObject::Binder bound(&state_);
    QOpenGLShaderProgram& program = primitive == Primitive::Cubes ? *cubes_ : *points_;
    program.bind();
    program.setUniformValue("clip", clip);
    if (primitive == Primitive::Cubes) {
        program.setUniformValue("eye", QVector4D(f(eye[0]), f(eye[1]), f(eye[2]), f(eye[3])));
        program.setUniformValue("light", QVector3D(f(faceLight[0]), f(faceLight[1]), f(faceLight[2])));
        program.setUniformValue("inset", f(cellInset));
        for (GLuint i = 0; i < 3; ++i) gl_.glVertexAttribDivisor(i, 1);
        gl_.glDrawElementsInstanced(GL_TRIANGLES, static_cast<GLsizei>(triangles.size()), GL_UNSIGNED_BYTE, nullptr, count_);
    } else {
        program.setUniformValue("size", f(pointSize(camera, box) * scale));
        gl_.glEnable(GL_PROGRAM_POINT_SIZE);
        for (GLuint i = 0; i < 3; ++i) gl_.glVertexAttribDivisor(i, 0);
        gl_.glDrawArrays(GL_POINTS, 0, count_);
        gl_.glDisable(GL_PROGRAM_POINT_SIZE);
    }
    program.release();
    gl_.glDisable(GL_DEPTH_TEST);
}

}  // namespace ricercar
