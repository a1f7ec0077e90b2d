package dev.sigma.engine.opencl;

import java.nio.IntBuffer;

/** Turns OpenCL status codes into exceptions. */
final class ClStatus {

  private ClStatus() {}

  static void check(int status, String call) {
    if (status != 0) {
      throw new OpenClException("%s: error %d %s".formatted(call, status, name(status)));
    }
  }

  static void check(IntBuffer status, String call) {
    check(status.get(0), call);
  }

  /** The codes that a user can do something about, or that a developer meets. */
  static String name(int status) {
    return switch (status) {
      case 0 -> "CL_SUCCESS";
      case -1 -> "CL_DEVICE_NOT_FOUND";
      case -2 -> "CL_DEVICE_NOT_AVAILABLE";
      case -3 -> "CL_COMPILER_NOT_AVAILABLE";
      case -4 -> "CL_MEM_OBJECT_ALLOCATION_FAILURE";
      case -5 -> "CL_OUT_OF_RESOURCES";
      case -6 -> "CL_OUT_OF_HOST_MEMORY";
      case -11 -> "CL_BUILD_PROGRAM_FAILURE";
      case -30 -> "CL_INVALID_VALUE";
      case -34 -> "CL_INVALID_CONTEXT";
      case -36 -> "CL_INVALID_COMMAND_QUEUE";
      case -38 -> "CL_INVALID_MEM_OBJECT";
      case -42 -> "CL_INVALID_BINARY";
      case -43 -> "CL_INVALID_BUILD_OPTIONS";
      case -44 -> "CL_INVALID_PROGRAM";
      case -45 -> "CL_INVALID_PROGRAM_EXECUTABLE";
      case -46 -> "CL_INVALID_KERNEL_NAME";
      case -48 -> "CL_INVALID_KERNEL";
      case -49 -> "CL_INVALID_ARG_INDEX";
      case -50 -> "CL_INVALID_ARG_VALUE";
      case -51 -> "CL_INVALID_ARG_SIZE";
      case -52 -> "CL_INVALID_KERNEL_ARGS";
      case -54 -> "CL_INVALID_WORK_GROUP_SIZE";
      case -61 -> "CL_INVALID_BUFFER_SIZE";
      case -63 -> "CL_INVALID_GLOBAL_WORK_SIZE";
      case -1001 -> "CL_PLATFORM_NOT_FOUND_KHR";
      default -> "(see cl.h)";
    };
  }
}
