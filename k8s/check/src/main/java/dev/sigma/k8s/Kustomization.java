package dev.sigma.k8s;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a kustomization that this repository uses; fabric8 has no class for it. */
record Kustomization(
    String apiVersion,
    String kind,
    @Nullable List<String> bases,
    @Nullable List<String> resources,
    @Nullable List<String> patchesStrategicMerge,
    @Nullable List<JsonPatch> patchesJson6902,
    @Nullable List<Image> images,
    @Nullable List<Generator> configMapGenerator,
    @Nullable List<Generator> secretGenerator) {

  record JsonPatch(Target target, String path) {}

  record Target(String group, String version, String kind, String name) {}

  record Image(String name, @Nullable String newName, @Nullable String newTag) {}

  record Generator(
      String name,
      @Nullable String behavior,
      @Nullable List<String> literals,
      @Nullable List<String> files,
      @Nullable String env) {

    /** {@code NAME=value} lines. */
    List<String> values() {
      return orEmpty(literals);
    }
  }

  List<Generator> configMaps() {
    return orEmpty(configMapGenerator);
  }

  List<Generator> secrets() {
    return orEmpty(secretGenerator);
  }

  /** The files in the same folder that it names. */
  List<String> files() {
    List<String> all = new ArrayList<>(orEmpty(resources));
    all.addAll(orEmpty(patchesStrategicMerge));
    orEmpty(patchesJson6902).forEach(p -> all.add(p.path()));
    return all;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
