/** The OpenCL runner: kernels and the order they are launched in. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.runner.opencl;
