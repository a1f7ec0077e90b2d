package dev.sigma.engine.runner.opencl;

import dev.sigma.engine.opencl.DeviceBuffer;
import dev.sigma.engine.opencl.DeviceContext;
import dev.sigma.engine.runner.StepLimits;
import dev.sigma.engine.runner.StepPlan;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * What changes from step to step, in one device buffer that says itself where things lie: kernel
 * arguments stay as they are. The header is declared in {@code numerics.cl}.
 */
final class StepBuffer {

  /** Index of the number of rows. */
  static final int ROWS = 0;

  /** Index of the number of rows that give logits. */
  static final int LOGITS_ROWS = 1;

  private static final int HEADER = 8;

  private final StepLimits limits;
  private final IntBuffer host;
  private final DeviceBuffer device;
  private final int positionsAt;
  private final int sequenceAt;
  private final int logitsAt;
  private final int tablesAt;
  private int used;

  StepBuffer(DeviceContext context, StepLimits limits) {
    this.limits = limits;
    positionsAt = HEADER + limits.rows();
    sequenceAt = positionsAt + limits.rows();
    logitsAt = sequenceAt + limits.rows();
    tablesAt = logitsAt + limits.logitsRows();
    int length =
        Math.addExact(tablesAt, Math.multiplyExact(limits.sequences(), limits.blocksPerSequence()));
    device = context.buffer("step", 4L * length);
    host =
        ByteBuffer.allocateDirect(Math.multiplyExact(length, Integer.BYTES))
            .order(ByteOrder.nativeOrder())
            .asIntBuffer();
    host.put(2, HEADER).put(3, positionsAt).put(4, sequenceAt).put(5, logitsAt);
    host.put(6, tablesAt).put(7, limits.blocksPerSequence());
  }

  DeviceBuffer device() {
    return device;
  }

  /** Takes {@code step}; the newest one sent must have finished. */
  void fill(StepPlan step) {
    int tables = step.sequences() * limits.blocksPerSequence();
    host.put(ROWS, step.rows()).put(LOGITS_ROWS, step.logitsRows());
    host.put(HEADER, step.tokens(), 0, step.rows());
    host.put(positionsAt, step.positions(), 0, step.rows());
    host.put(sequenceAt, step.sequenceOfRow(), 0, step.rows());
    host.put(logitsAt, step.logitsRowIndexes(), 0, step.logitsRows());
    host.put(tablesAt, step.blockTables(), 0, tables);
    used = tablesAt + tables;
  }

  /** Queues the copy of the step that was filled in; no other until the device has finished. */
  void send() {
    host.limit(used);
    device.writeLater(0, host);
    host.limit(host.capacity());
  }
}
