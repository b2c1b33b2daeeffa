// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scene/Camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ricercar {
namespace {

constexpr double homePerspective = 0.27;  // an angle of view of 30 degrees
constexpr double steepest = std::numbers::pi / 2;

}  // namespace

void Camera::setViewport(double width, double height) {
    width_ = std::max(1.0, width);
    height_ = std::max(1.0, height);
}

void Camera::orbit(double dx, double dy) {
    const double turn = std::numbers::pi / std::max(200.0, width_);
    pose_.yaw = std::remainder(pose_.yaw - dx * turn, 2 * std::numbers::pi);
    pose_.pitch = std::clamp(pose_.pitch + dy * turn, -steepest, steepest);
}

void Camera::pan(double dx, double dy) {
    const double unit = 1.0 / pixelsPerUnit();
    pose_.target = pose_.target - right() * (dx * unit) + up() * (dy * unit);
}

void Camera::zoom(double factor, double x, double y) {
    const double before = pose_.halfHeight;
    pose_.halfHeight = std::clamp(before / std::max(1e-6, factor), 1e-3, 1e3);
    const double share = (before - pose_.halfHeight) * 2.0 / height_;
    pose_.target = pose_.target + right() * ((x - width_ / 2) * share) - up() * ((y - height_ / 2) * share);
}

Vector3 Camera::right() const { return {std::cos(pose_.yaw), 0, -std::sin(pose_.yaw)}; }

Vector3 Camera::toEye() const {
    const double c = std::cos(pose_.pitch);
    return {std::sin(pose_.yaw) * c, std::sin(pose_.pitch), std::cos(pose_.yaw) * c};
}

Vector3 Camera::up() const { return cross(toEye(), right()); }

ScreenPoint Camera::project(const Vector3& world) const {
    const Vector3 from = world - pose_.target;
    const double w = 1.0 - dot(from, toEye()) * pose_.perspective / pose_.halfHeight;
    const double unit = pixelsPerUnit() / w;
    return {width_ / 2 + dot(from, right()) * unit, height_ / 2 - dot(from, up()) * unit, w};
}

Ray Camera::ray(double x, double y, double radius) const {
    // A point of the ray at depth d before the target: right * rx * w + up * ry * w + toEye * d, with w = 1 - d * k.
    const double unit = 1.0 / pixelsPerUnit();
    const Vector3 across = right() * ((x - width_ / 2) * unit) + up() * ((height_ / 2 - y) * unit);
    const double k = pose_.perspective / pose_.halfHeight;
    const double far = radius + length(pose_.target);
    const double nearest = k > 0 ? std::min(far, 0.999 / k) : far;
    return {pose_.target + across * (1.0 - nearest * k) + toEye() * nearest, across * k - toEye()};
}

Matrix4 Camera::gridToClip(const SceneBox& box) const {
    const double k = pose_.perspective / pose_.halfHeight;
    const double reach = 1.01 * box.radius();
    const double middle = -dot(pose_.target, toEye());  // depth of the world's centre before the target
    const double nearest = k > 0 ? std::min(middle + reach, 0.995 / k) : middle + reach;
    const double farthest = std::min(middle - reach, nearest - 1e-6);
    const double wNear = 1.0 - nearest * k, wFar = 1.0 - farthest * k;
    const double slope = (-wNear - wFar) / (nearest - farthest);
    const double start = wFar - slope * farthest;
    const auto clip = [&](const Vector3& grid) -> std::array<double, 4> {
        const Vector3 from = box.toWorld(grid) - pose_.target;
        const double depth = dot(from, toEye());
        return {dot(from, right()) * height_ / (width_ * pose_.halfHeight), dot(from, up()) / pose_.halfHeight,
                start + slope * depth, 1.0 - depth * k};
    };
    const auto origin = clip({0, 0, 0});
    const std::array<std::array<double, 4>, 3> ends{clip({1, 0, 0}), clip({0, 1, 0}), clip({0, 0, 1})};
    Matrix4 matrix;
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 3; ++column) matrix[column * 4 + row] = ends[column][row] - origin[row];
        matrix[12 + row] = origin[row];
    }
    return matrix;
}

std::array<double, 4> Camera::eyeInGrid(const SceneBox& box) const {
    if (pose_.perspective <= 0) {
        const Vector3 way = box.directionToGrid(toEye());
        // What is edge on has no side that faces the eye.
        const auto clean = [](double v) { return std::abs(v) < 1e-9 ? 0.0 : v; };
        return {clean(way.x), clean(way.y), clean(way.z), 0};
    }
    const Vector3 eye = box.toGrid(pose_.target + toEye() * (pose_.halfHeight / pose_.perspective));
    return {eye.x, eye.y, eye.z, 1};
}

CameraPose presetPose(CameraPreset preset, const SceneBox& box, double width, double height, const Margins& margins) {
    CameraPose pose;
    switch (preset) {
        case CameraPreset::Home:
            pose.yaw = -0.6;  // three quarters, from above
            pose.pitch = 0.6;
            pose.perspective = homePerspective;
            break;
        case CameraPreset::TimeNote: break;
        case CameraPreset::TimeFeature: pose.pitch = steepest; break;
        case CameraPreset::NoteFeature: pose.yaw = std::numbers::pi / 2; break;
    }
    Camera camera;
    camera.setViewport(width, height);
    const double wide = std::max(camera.width() * 0.4, camera.width() - margins.left - margins.right);
    const double high = std::max(camera.height() * 0.4, camera.height() - margins.top - margins.bottom);
    const double middleX = (camera.width() + margins.left - margins.right) / 2;
    const double middleY = (camera.height() + margins.top - margins.bottom) / 2;
    pose.halfHeight = box.radius();
    for (int round = 0; round < 12; ++round) {  // in perspective the size changes what is seen, so step by step
        camera.setPose(pose);
        double left = 1e30, top = 1e30, rightmost = -1e30, bottom = -1e30;
        for (int corner = 0; corner < 8; ++corner) {
            const ScreenPoint at = camera.project(box.toWorld(
                {(corner & 1) * 1.0 * box.size[0], (corner >> 1 & 1) * 1.0 * box.size[1], (corner >> 2) * 1.0 * box.size[2]}));
            left = std::min(left, at.x);
            rightmost = std::max(rightmost, at.x);
            top = std::min(top, at.y);
            bottom = std::max(bottom, at.y);
        }
        camera.pan(middleX - (left + rightmost) / 2, middleY - (top + bottom) / 2);
        pose.target = camera.pose().target;
        pose.halfHeight *= std::max((rightmost - left) / wide, (bottom - top) / high);
    }
    return pose;
}

CameraPose withPerspective(CameraPose pose, bool perspective) {
    pose.perspective = perspective ? homePerspective : 0.0;
    return pose;
}

CameraPreset nearestFlat(const CameraPose& pose) {
    if (std::abs(pose.pitch) > std::numbers::pi / 4) return CameraPreset::TimeFeature;
    return std::abs(std::sin(pose.yaw)) > std::sqrt(0.5) ? CameraPreset::NoteFeature : CameraPreset::TimeNote;
}

CameraPose between(const CameraPose& from, const CameraPose& to, double t) {
    const auto mix = [t](double a, double b) { return a + (b - a) * t; };
    CameraPose pose;
    pose.yaw = from.yaw + std::remainder(to.yaw - from.yaw, 2 * std::numbers::pi) * t;
    pose.pitch = mix(from.pitch, to.pitch);
    pose.target = from.target * (1 - t) + to.target * t;
    pose.halfHeight = std::exp(mix(std::log(from.halfHeight), std::log(to.halfHeight)));
    pose.perspective = mix(from.perspective, to.perspective);
    return pose;
}

}  // namespace ricercar
