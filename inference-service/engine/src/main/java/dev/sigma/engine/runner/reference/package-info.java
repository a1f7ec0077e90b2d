/** The naive Java runner: the oracle that every other runner is compared with. */
@org.jspecify.annotations.NullMarked
package dev.sigma.engine.runner.reference;
