package dev.sigma.benchmarks.diffqkv;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param kernelCache folder of compiled kernels
 * @param contexts tokens, ascending
 * @param passes how often all variants are gone through
 * @param layers of the model that is run
 */
public record DiffQkvSettings(Path kernelCache, List<Integer> contexts, int passes, int layers) {

  public static final List<Integer> CONTEXTS = List.of(512, 1024, 2048, 4096, 8192, 16_384, 32_768);
}
