package dev.sigma.benchmarks.cpu;

/** A shape whose widths all differ. */
final class TinyShape {

  static final ModelShape SHAPE = new ModelShape("tiny", 2, 128, 96, 4, 2, 300, 512);

  private TinyShape() {}
}
