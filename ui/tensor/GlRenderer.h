// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/DrawList.h"

#include <QOpenGLBuffer>
#include <QOpenGLExtraFunctions>
#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>

#include <span>

namespace ricercar {

/// Draws cells into whatever framebuffer is bound, with one instanced call. Its context has to be current in every function.
class GlRenderer {
public:
    /// False: the shaders do not compile here; problem() says why.
    bool create();
    void destroy();
    [[nodiscard]] const QString& problem() const { return problem_; }

    /// The cells to be drawn from now on.
    void upload(std::span<const PaintedCell> cells);
    /// Clears the depth, not the colours. `scale`: pixels of the framebuffer for one of the camera's. `ordered`: the cells lie
    /// from far to near and can be seen through.
    void draw(const Camera& camera, const SceneBox& box, Primitive primitive, bool ordered, double scale);

private:
    bool compile(QOpenGLShaderProgram& program, const char* vertex);

    QOpenGLExtraFunctions gl_;
    std::unique_ptr<QOpenGLShaderProgram> cubes_, points_;
    QOpenGLVertexArrayObject state_;
    QOpenGLBuffer cells_{QOpenGLBuffer::VertexBuffer};
    QOpenGLBuffer corners_{QOpenGLBuffer::IndexBuffer};
    int count_ = 0;
    QString problem_;
};

}  // namespace ricercar
