package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.ActivationRounding;

/**
 * Activations as 8-bit integers, as {@code quantise.cl} leaves them: the input of the next product,
 * then of the one after it.
 *
 * @param values {@code [rows, inputs padded to whole groups]}
 * @param groups {@code [rows, groups]}: scale and sum
 */
record RoundedRows(DeviceBuffer values, DeviceBuffer groups) {

  /** Memory for {@code rows} rows of up to {@code inputs}. */
  static RoundedRows of(DeviceContext device, int rows, int inputs) {
    long count = (long) rows * Math.ceilDiv(inputs, ActivationRounding.GROUP);
    return new RoundedRows(
        device.buffer("rounded activations", count * ActivationRounding.GROUP),
        device.buffer("scales of activations", count * 2 * Float.BYTES));
  }
}
