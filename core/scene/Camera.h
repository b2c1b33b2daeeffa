// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scene/SceneBox.h"

#include <array>

namespace ricercar {

/// Where a camera stands. It looks at `target`; yaw 0, pitch 0 sees time x note, yaw 90 degrees note x feature, pitch 90
/// degrees time x feature.
struct CameraPose {
    double yaw = 0;    ///< radians
    double pitch = 0;  ///< radians, -pi/2 .. pi/2
    Vector3 target;
    double halfHeight = 1;   ///< of the world seen at the target's depth
    double perspective = 0;  ///< tangent of half the angle of view; 0: parallel
    friend bool operator==(const CameraPose&, const CameraPose&) = default;
};

enum class CameraPreset { Home, TimeNote, TimeFeature, NoteFeature };

/// Pixels, y downwards.
struct ScreenPoint {
    double x = 0, y = 0;
    double w = 1;  ///< grows with the distance from the eye; not above 0: behind it
};

struct Ray {
    Vector3 origin, direction;  ///< the direction need not have length 1
};

/// Column after column, as OpenGL has it.
using Matrix4 = std::array<double, 16>;

class Camera {
public:
    [[nodiscard]] const CameraPose& pose() const { return pose_; }
    void setPose(const CameraPose& pose) { pose_ = pose; }
    /// Pixels, each at least 1.
    void setViewport(double width, double height);
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }

    /// By pixels that the pointer moved; the whole width is half a turn.
    void orbit(double dx, double dy);
    /// What lies at the target's depth follows the pointer.
    void pan(double dx, double dy);
    /// Above 1: nearer. What is under (x, y) stays there, at the target's depth.
    void zoom(double factor, double x, double y);

    /// Unit vectors.
    [[nodiscard]] Vector3 right() const;
    [[nodiscard]] Vector3 up() const;
    [[nodiscard]] Vector3 toEye() const;

    [[nodiscard]] ScreenPoint project(const Vector3& world) const;
    /// Through a pixel, from in front of everything within `radius` of the target, away from the eye.
    [[nodiscard]] Ray ray(double x, double y, double radius) const;
    /// Grid to clip space; everything within `radius` of the world's centre lies between near and far, as far as it is before
    /// the eye.
    [[nodiscard]] Matrix4 gridToClip(const SceneBox& box) const;
    /// The eye in grid units, as x, y, z, w; w 0: infinitely far in that direction.
    [[nodiscard]] std::array<double, 4> eyeInGrid(const SceneBox& box) const;
    /// Pixels of a world unit at the target's depth.
    [[nodiscard]] double pixelsPerUnit() const { return height_ / (2.0 * pose_.halfHeight); }

private:
    CameraPose pose_;
    double width_ = 1, height_ = 1;
};

/// Pixels left free around the box.
struct Margins {
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// A preset for a box and a window of this shape: everything is seen, within the margins. Home is a perspective.
CameraPose presetPose(CameraPreset preset, const SceneBox& box, double width, double height, const Margins& margins);
/// The same margin on all sides.
inline CameraPose presetPose(CameraPreset preset, const SceneBox& box, double width, double height, double margin) {
    return presetPose(preset, box, width, height, Margins{margin, margin, margin, margin});
}
/// The same pose as seen with or without perspective, everything else kept.
CameraPose withPerspective(CameraPose pose, bool perspective);
/// The flat view nearest to a pose.
CameraPreset nearestFlat(const CameraPose& pose);
/// t = 0: from, 1: to; the short way round.
CameraPose between(const CameraPose& from, const CameraPose& to, double t);

}  // namespace ricercar
