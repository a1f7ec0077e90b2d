package dev.sigma.benchmarks.cpu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of what the machine can do a contender reaches. */
final class Shares {

  /** Far more than caches hold. */
  private static final long MEMORY = 1L << 30;

  private Shares() {}

  /**
   * Of the bandwidth when decoding, of the arithmetic when computing prompts.
   *
   * @param decode tokens a second
   * @param prefill tokens a second
   */
  static List<CpuFigure> of(ModelShape shape, double decode, double prefill)
      throws IOException, InterruptedException {
    double read = MachineSpeed.readBandwidth(shape.bytesPerToken());
    double copy = MachineSpeed.copyBandwidth(MEMORY / 2);
    double peak = MachineSpeed.int8Peak(Files.readString(Path.of("/proc/cpuinfo")));
    double bytes = decode * shape.bytesPerToken();
    Map<String, Object> bandwidth = new TreeMap<>();
    bandwidth.put("gb_per_s", bytes / 1e9);
    bandwidth.put("read_of_as_many_bytes_gb_per_s", read / 1e9);
    bandwidth.put("memory_read_gb_per_s", MachineSpeed.readBandwidth(MEMORY) / 1e9);
    bandwidth.put("memory_copy_gb_per_s", copy / 1e9);
    double operations = 2 * prefill * shape.weightsPerPromptToken();
    Map<String, Object> arithmetic =
        Map.of("gop_per_s", operations / 1e9, "int8_peak_gop_per_s", peak / 1e9);
    return List.of(
        new CpuFigure("decode_bandwidth_share_" + shape.name(), bytes / read, "ratio", bandwidth),
        new CpuFigure(
            "prefill_peak_share_" + shape.name(),
            peak == 0 ? 0 : operations / peak,
            "ratio",
            arithmetic));
  }
}
