/** The SIGMA engine: plain Java and OpenCL, without Spring, HTTP or Redis. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine;
