package dev.sigma.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One document of a file. */
record Manifest(String file, HasMetadata resource) {

  static List<Manifest> read(String file, String yaml) {
    return StrictYaml.resources(yaml).stream().map(r -> new Manifest(file, r)).toList();
  }

  String name() {
    return resource.getMetadata().getName();
  }

  /** What a workload starts; empty for everything else. */
  Optional<PodTemplateSpec> pods() {
    return switch (resource) {
      case Deployment d -> Optional.of(d.getSpec().getTemplate());
      case StatefulSet s -> Optional.of(s.getSpec().getTemplate());
      default -> Optional.empty();
    };
  }

  List<Container> containers() {
    return pods().map(p -> p.getSpec().getContainers()).orElse(List.of());
  }

  /** Empty where it is no workload, or a patch of one. */
  Map<String, String> podLabels() {
    return pods().map(PodTemplateSpec::getMetadata).map(ObjectMeta::getLabels).orElse(Map.of());
  }

  @Override
  public String toString() {
    return file + ": " + resource.getKind() + " " + name();
  }
}
