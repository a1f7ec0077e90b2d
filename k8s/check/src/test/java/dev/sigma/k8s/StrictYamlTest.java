package dev.sigma.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The test of the test: what is wrong is really refused. */
class StrictYamlTest {

  private static final String GATEWAY = Repository.text("k8s/base/gateway.yaml");

  @Test
  void asItStands_isRead() {
    assertThat(StrictYaml.resources(GATEWAY)).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "readinessProbe:          | readynessProbe:",
        "readOnlyRootFilesystem:  | readOnlyRootFileSystem:",
        "allowPrivilegeEscalation | allowPrivilegedEscalation",
        "failureThreshold:        | failureTreshold:",
        "replicas:                | replica:",
        "maxUnavailable:          | maxUnavailible:",
        "targetPort:              | targetport:",
        "containerPort: 8470      | containerPort: http",
        "replicas: 2              | replicas: '2'",
        "kind: Service            | kind: Servise",
        "apiVersion: apps/v1      | apiVersion: extensions/v1beta1",
        "replicas: 2              | \"replicas: 2\n  replicas: 3\"",
      })
  void misspelt_isRefused(String right, String wrong) {
    assertThat(GATEWAY).contains(right);
    assertThatThrownBy(() -> StrictYaml.resources(GATEWAY.replace(right, wrong)));
  }

  @Test
  void misspeltInAKustomization_isRefused() {
    String text = Repository.text("k8s/base/kustomization.yaml");
    assertThat(StrictYaml.one(text, Kustomization.class).resources()).isNotEmpty();
    assertThatThrownBy(
        () ->
            StrictYaml.one(
                text.replace("secretGenerator", "secretsGenerator"), Kustomization.class));
  }
}
