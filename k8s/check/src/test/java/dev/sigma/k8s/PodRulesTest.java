package dev.sigma.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodRulesTest {

  private static Stream<Manifest> workloads() {
    return Stream.concat(
            Repository.manifests("k8s/base").stream(),
            Manifest.read("workers.yaml", Repository.text("k8s/overlays/local/workers.yaml"))
                .stream())
        .filter(m -> m.pods().isPresent());
  }

  @Test
  void everyWorkload_keepsTheRules() {
    assertThat(workloads()).hasSize(7);
    assertThat(workloads().flatMap(m -> PodRules.violations(m).stream())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "runAsNonRoot: true           | runAsNonRoot: false           | runAsNonRoot",
        "runAsUser: 10001             | runAsUser: 0                  | not root",
        "type: RuntimeDefault         | type: Unconfined              | seccomp",
        "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | readOnlyRoot",
        "drop: [ALL]                  | drop: [NET_RAW]               | drop ALL",
        "drop: [ALL]                  | \"{drop: [ALL], add: [SYS_ADMIN]}\" | drop ALL",
        "sigma-gateway:0.1.0          | sigma-gateway                 | a tag",
        "sigma-gateway:0.1.0          | sigma-gateway:latest          | a tag",
        "memory: 384Mi                | ephemeral-storage: 1Gi        | requests",
        "memory: 512Mi                | ephemeral-storage: 1Gi        | limits",
        "value: redis                 | value: redis://:hunter2@redis:6379 #  | out of a Secret",
        "name: SIGMA_REDIS_URL        | name: SIGMA_INTERNAL_KEY      | out of a Secret",
        "containers:                  | \"hostNetwork: true\n      containers:\" | the host's",
      })
  void broken_isFound(String right, String wrong, String expected) {
    String text = Repository.text("k8s/base/gateway.yaml");
    String changed =
        wrong.startsWith("{")
            ? text.replaceAll("capabilities:\\s+drop: \\[ALL]", "capabilities: " + wrong)
            : text.replace(right, wrong);
    assertThat(changed).isNotEqualTo(text);
    List<String> violations =
        Manifest.read("changed.yaml", changed).stream()
            .flatMap(m -> PodRules.violations(m).stream())
            .toList();
    assertThat(violations).singleElement().asString().contains(expected);
  }

  /** podman's own have none: overlays/local/patches.yaml says why. */
  @Test
  void inACluster_everyContainerHasProbes() {
    assertThat(Repository.manifests("k8s/base").stream().flatMap(m -> m.containers().stream()))
        .hasSize(5)
        .allSatisfy(PodRulesTest::hasProbes);
  }

  private static void hasProbes(Container c) {
    assertThat(List.of(c.getStartupProbe(), c.getLivenessProbe(), c.getReadinessProbe()))
        .allSatisfy(
            p -> {
              String port =
                  p.getHttpGet() == null
                      ? p.getTcpSocket().getPort().getStrVal()
                      : p.getHttpGet().getPort().getStrVal();
              assertThat(c.getPorts()).extracting("name").contains(port);
            });
    if (c.getLivenessProbe().getHttpGet() != null) {
      // /health also counts what a service depends on: restarting it would not help
      assertThat(c.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/health/liveness");
    }
  }

  @Test
  void generatedConfigMaps_holdNoSecret() {
    for (String file : Repository.kustomizationFiles()) {
      for (var generator :
          StrictYaml.one(Repository.text(file), Kustomization.class).configMaps()) {
        for (String line : generator.values()) {
          String[] nameAndValue = line.split("=", 2);
          assertThat(PodRules.looksSecret(nameAndValue[0], nameAndValue[1])).as(line).isFalse();
        }
      }
    }
  }
}
