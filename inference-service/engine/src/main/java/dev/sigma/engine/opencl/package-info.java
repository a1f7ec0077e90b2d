/** The only user of LWJGL: devices, programs and buffers. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.opencl;
