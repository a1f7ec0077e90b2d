package dev.sigma.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files of this repository, by their paths from its root. */
final class Repository {

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Repository() {}

  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean has(String path) {
    return Files.exists(ROOT.resolve(path));
  }

  /** Paths of the YAML files under k8s/, kustomizations and JSON patches left out. */
  static List<String> manifestFiles() {
    return yamlFiles(f -> !f.endsWith("kustomization.yaml") && !f.endsWith("no-replicas.yaml"));
  }

  static List<String> kustomizationFiles() {
    return yamlFiles(f -> f.endsWith("kustomization.yaml"));
  }

  static Kustomization kustomization(String folder) {
    return StrictYaml.one(text(folder + "/kustomization.yaml"), Kustomization.class);
  }

  /** What stands in the files of one folder. */
  static List<Manifest> manifests(String folder) {
    return manifestFiles().stream()
        .filter(f -> f.startsWith(folder + "/"))
        .flatMap(f -> Manifest.read(f, text(f)).stream())
        .toList();
  }

  private static List<String> yamlFiles(Predicate<String> wanted) {
    Path k8s = ROOT.resolve("k8s");
    try (Stream<Path> files = Files.walk(k8s)) {
      return files
          .filter(f -> f.toString().endsWith(".yaml"))
          .filter(f -> !f.startsWith(k8s.resolve("check")))
          .map(f -> ROOT.relativize(f).toString())
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
