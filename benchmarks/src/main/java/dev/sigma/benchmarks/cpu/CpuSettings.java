package dev.sigma.benchmarks.cpu;

import java.nio.file.Path;
import java.util.List;

/**
 * What is measured.
 *
 * @param folder where models and logs are kept
 * @param kernelCache folder of this engine's compiled kernels
 * @param libraries folder of llama.cpp's libraries
 * @param shapes names of models
 * @param contenders names of contenders; the first is compared with the others
 * @param pairs how often each of them is measured
 * @param quick rates of single sequences alone
 */
public record CpuSettings(
    Path folder,
    Path kernelCache,
    Path libraries,
    List<String> shapes,
    List<String> contenders,
    int pairs,
    boolean quick) {

  public static final List<String> SHAPES = ModelShape.ALL.stream().map(ModelShape::name).toList();
  public static final List<String> CONTENDERS = List.of("sigma", "llama.cpp", "jlama");
}
