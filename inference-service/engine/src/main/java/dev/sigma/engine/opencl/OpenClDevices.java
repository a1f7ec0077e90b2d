package dev.sigma.engine.opencl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lwjgl.opencl.CL12.*;
import static org.lwjgl.opencl.KHRICD.CL_PLATFORM_NOT_FOUND_KHR;
import static org.lwjgl.system.MemoryUtil.NULL;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;

/** Finds the OpenCL devices of this machine. */
public final class OpenClDevices {

  private OpenClDevices() {}

  /** A device together with the handles that a context is made of. */
  record Found(DeviceCapabilities capabilities, long platform, long device) {}

  /**
   * All devices, platform by platform in the loader's order.
   *
   * @throws OpenClUnavailableException if there is no OpenCL library or no device
   */
  public static List<DeviceCapabilities> list() {
    return find().stream().map(Found::capabilities).toList();
  }

  static Found choose(DeviceChoice choice) {
    List<Found> found = find();
    return switch (choice) {
      case DeviceChoice.Index(int index) -> {
        if (index >= found.size()) {
          throw new OpenClException(
              "device: opencl:%d (expected: below %d; there are %s)"
                  .formatted(
                      index,
                      found.size(),
                      found.stream().map(f -> f.capabilities().label()).toList()));
        }
        yield found.get(index);
      }
      case DeviceChoice.Auto() ->
          first(
              found,
              DeviceCapabilities.Type.GPU,
              first(found, DeviceCapabilities.Type.CPU, found.getFirst()));
    };
  }

  private static Found first(List<Found> found, DeviceCapabilities.Type type, Found otherwise) {
    return found.stream()
        .filter(f -> f.capabilities().type() == type)
        .findFirst()
        .orElse(otherwise);
  }

  private static List<Found> find() {
    OpenClLibrary.load();
    List<Found> found = new ArrayList<>();
    try (MemoryStack stack = MemoryStack.stackPush()) {
      IntBuffer count = stack.mallocInt(1);
      int status = clGetPlatformIDs(null, count);
      if (status == CL_PLATFORM_NOT_FOUND_KHR || (status == CL_SUCCESS && count.get(0) == 0)) {
        throw new OpenClUnavailableException("the OpenCL loader knows no platform");
      }
      ClStatus.check(status, "clGetPlatformIDs");
      PointerBuffer platforms = stack.mallocPointer(count.get(0));
      ClStatus.check(clGetPlatformIDs(platforms, (IntBuffer) null), "clGetPlatformIDs");
      for (int p = 0; p < platforms.capacity(); p++) {
        long platform = platforms.get(p);
        status = clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, null, count);
        if (status == CL_DEVICE_NOT_FOUND) {
          continue;
        }
        ClStatus.check(status, "clGetDeviceIDs");
        PointerBuffer devices = stack.mallocPointer(count.get(0));
        ClStatus.check(
            clGetDeviceIDs(platform, CL_DEVICE_TYPE_ALL, devices, (IntBuffer) null),
            "clGetDeviceIDs");
        for (int d = 0; d < devices.capacity(); d++) {
          long device = devices.get(d);
          found.add(new Found(describe(found.size(), platform, device), platform, device));
        }
      }
    }
    if (found.isEmpty()) {
      throw new OpenClUnavailableException("no OpenCL platform has a device");
    }
    return found;
  }

  private static DeviceCapabilities describe(int index, long platform, long device) {
    long type = number(device, CL_DEVICE_TYPE);
    return new DeviceCapabilities(
        index,
        (type & CL_DEVICE_TYPE_GPU) != 0
            ? DeviceCapabilities.Type.GPU
            : (type & CL_DEVICE_TYPE_CPU) != 0
                ? DeviceCapabilities.Type.CPU
                : DeviceCapabilities.Type.OTHER,
        platformText(platform),
        text(device, CL_DEVICE_NAME),
        text(device, CL_DEVICE_VENDOR),
        text(device, CL_DRIVER_VERSION),
        text(device, CL_DEVICE_VERSION),
        (int) number(device, CL_DEVICE_MAX_COMPUTE_UNITS),
        number(device, CL_DEVICE_GLOBAL_MEM_SIZE),
        number(device, CL_DEVICE_MAX_MEM_ALLOC_SIZE),
        (number(device, CL_DEVICE_SINGLE_FP_CONFIG) & CL_FP_CORRECTLY_ROUNDED_DIVIDE_SQRT) != 0,
        Set.of(text(device, CL_DEVICE_EXTENSIONS).trim().split(" +")));
  }

  /** A number of 4 or 8 bytes. */
  private static long number(long device, int what) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      ByteBuffer value = stack.calloc(8, 8);
      ClStatus.check(clGetDeviceInfo(device, what, value, null), "clGetDeviceInfo " + what);
      return value.getLong(0);
    }
  }

  private static String text(long device, int what) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      ClStatus.check(
          nclGetDeviceInfo(device, what, 0, NULL, size.address()), "clGetDeviceInfo " + what);
      ByteBuffer value = MemoryUtil.memAlloc((int) size.get(0));
      try {
        ClStatus.check(clGetDeviceInfo(device, what, value, null), "clGetDeviceInfo " + what);
        return withoutZero(value);
      } finally {
        MemoryUtil.memFree(value);
      }
    }
  }

  private static String platformText(long platform) {
    try (MemoryStack stack = MemoryStack.stackPush()) {
      PointerBuffer size = stack.mallocPointer(1);
      ClStatus.check(
          nclGetPlatformInfo(platform, CL_PLATFORM_NAME, 0, NULL, size.address()),
          "clGetPlatformInfo");
      ByteBuffer value = stack.malloc((int) size.get(0));
      ClStatus.check(
          clGetPlatformInfo(platform, CL_PLATFORM_NAME, value, null), "clGetPlatformInfo");
      return withoutZero(value);
    }
  }

  private static String withoutZero(ByteBuffer value) {
    return UTF_8.decode(value).toString().replace("\0", "").trim();
  }
}
