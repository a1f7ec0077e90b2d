package dev.sigma.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What one manifest says of another is so. */
class ReferencesTest {

  private static final List<Manifest> BASE = Repository.manifests("k8s/base");
  private static final List<Manifest> AUTOSCALE = Repository.manifests("k8s/overlays/autoscale");

  private static <T> List<T> all(Class<T> type) {
    return Stream.concat(BASE.stream(), AUTOSCALE.stream())
        .map(Manifest::resource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Workloads whose pods have these labels. */
  private static List<Manifest> matching(Map<String, String> labels) {
    assertThat(labels).isNotEmpty();
    List<Manifest> found =
        BASE.stream().filter(m -> m.podLabels().entrySet().containsAll(labels.entrySet())).toList();
    assertThat(found).as("workloads with %s", labels).isNotEmpty();
    return found;
  }

  @Test
  void everyFile_isNamedByItsKustomization() {
    Set<String> named = new TreeSet<>();
    for (String file : Repository.kustomizationFiles()) {
      Path path = Path.of(file);
      StrictYaml.one(Repository.text(file), Kustomization.class)
          .files()
          .forEach(f -> named.add(path.resolveSibling(f).toString()));
    }
    named.remove("k8s/overlays/autoscale/no-replicas.yaml"); // a list of operations, no manifest
    assertThat(named).containsExactlyElementsOf(Repository.manifestFiles());
  }

  @Test
  void service_selectsAWorkload_andAPortOfIt() {
    assertThat(all(Service.class)).hasSize(5);
    for (Service service : all(Service.class)) {
      for (Manifest workload : matching(service.getSpec().getSelector())) {
        assertThat(ports(workload))
            .extracting(ContainerPort::getName)
            .containsAll(
                service.getSpec().getPorts().stream()
                    .map(ServicePort::getTargetPort)
                    .map(p -> p.getStrVal())
                    .toList());
      }
    }
  }

  @Test
  void workload_selectsItsOwnPods() {
    for (Manifest m : Repository.manifests("k8s")) {
      Map<String, String> selector =
          switch (m.resource()) {
            case Deployment d when d.getSpec().getSelector() != null ->
                d.getSpec().getSelector().getMatchLabels();
            case StatefulSet s -> s.getSpec().getSelector().getMatchLabels();
            default -> Map.of();
          };
      assertThat(m.podLabels()).as("%s", m).containsAllEntriesOf(selector);
      m.pods()
          .ifPresent(
              p ->
                  p.getSpec()
                      .getTopologySpreadConstraints()
                      .forEach(
                          t ->
                              assertThat(m.podLabels())
                                  .containsAllEntriesOf(t.getLabelSelector().getMatchLabels())));
    }
  }

  @Test
  void disruptionBudget_selectsAWorkloadOfSeveral() {
    assertThat(all(PodDisruptionBudget.class)).hasSize(2);
    all(PodDisruptionBudget.class)
        .forEach(b -> assertThat(matching(b.getSpec().getSelector().getMatchLabels())).hasSize(1));
  }

  @Test
  void networkPolicy_namesWorkloadsAndTheirPorts() {
    assertThat(all(NetworkPolicy.class)).hasSize(8);
    for (NetworkPolicy policy : all(NetworkPolicy.class)) {
      var spec = policy.getSpec();
      List<Manifest> subjects = matching(spec.getPodSelector().getMatchLabels());
      spec.getIngress()
          .forEach(
              rule -> {
                rule.getFrom().forEach(ReferencesTest::known);
                subjects.forEach(s -> assertThat(numbers(s)).containsAll(wanted(rule.getPorts())));
              });
      spec.getEgress()
          .forEach(
              rule ->
                  rule.getTo().stream()
                      .flatMap(peer -> known(peer).stream())
                      .forEach(to -> assertThat(numbers(to)).containsAll(wanted(rule.getPorts()))));
    }
  }

  /** The workloads of a peer: none where it is in another namespace. */
  private static List<Manifest> known(NetworkPolicyPeer peer) {
    return peer.getNamespaceSelector() != null
        ? List.of()
        : matching(peer.getPodSelector().getMatchLabels());
  }

  private static List<Integer> wanted(List<NetworkPolicyPort> ports) {
    return ports.stream().map(p -> p.getPort().getIntVal()).toList();
  }

  @Test
  void everyWorkload_isFenced() {
    Set<String> fenced = new TreeSet<>();
    all(NetworkPolicy.class).stream()
        .filter(p -> p.getMetadata().getName().equals("deny-all"))
        .flatMap(p -> matching(p.getSpec().getPodSelector().getMatchLabels()).stream())
        .forEach(m -> fenced.add(m.name()));
    assertThat(fenced).containsExactly("admin", "cache", "gateway", "redis", "worker");
  }

  @Test
  void configMapsAndSecrets_areGenerated() {
    Kustomization base = Repository.kustomization("k8s/base");
    List<String> maps = base.configMaps().stream().map(Kustomization.Generator::name).toList();
    List<String> secrets = base.secrets().stream().map(Kustomization.Generator::name).toList();
    for (Manifest m : Repository.manifests("k8s")) {
      for (Container c : m.containers()) {
        for (EnvFromSource source : c.getEnvFrom()) {
          if (source.getConfigMapRef() != null) {
            assertThat(maps).contains(source.getConfigMapRef().getName());
          } else {
            assertThat(secrets).contains(source.getSecretRef().getName());
          }
        }
      }
      for (Volume v : m.pods().map(p -> p.getSpec().getVolumes()).orElse(List.of())) {
        if (v.getConfigMap() != null) {
          assertThat(maps).contains(v.getConfigMap().getName());
        }
      }
    }
    for (Kustomization.Generator overlaid :
        Repository.kustomization("k8s/overlays/local").configMaps()) {
      assertThat(maps).contains(overlaid.name());
    }
  }

  @Test
  void everyMount_hasItsVolume() {
    for (Manifest m : BASE) {
      for (Container c : m.containers()) {
        assertThat(c.getVolumeMounts().stream().map(VolumeMount::getName))
            .as("%s", m)
            .containsExactlyInAnyOrderElementsOf(
                m.pods().orElseThrow().getSpec().getVolumes().stream()
                    .map(Volume::getName)
                    .toList());
      }
    }
  }

  /** The gateway passes over workers that are not there, but it cannot find one it was not told. */
  @Test
  void gatewayAndAdmin_knowTheWorkers() {
    Kustomization base = Repository.kustomization("k8s/base");
    List<String> lines = new ArrayList<>();
    base.configMaps().forEach(g -> lines.addAll(g.values()));
    String urls =
        lines.stream()
            .filter(l -> l.startsWith("SIGMA_GATEWAY_WORKERS="))
            .findFirst()
            .orElseThrow();
    StatefulSet worker = all(StatefulSet.class).getFirst();
    HorizontalPodAutoscaler autoscaler = all(HorizontalPodAutoscaler.class).getFirst();
    assertThat(worker.getMetadata().getName())
        .isEqualTo(autoscaler.getSpec().getScaleTargetRef().getName());
    assertThat(autoscaler.getSpec().getMaxReplicas())
        .isGreaterThanOrEqualTo(worker.getSpec().getReplicas());
    for (int i = 0; i < autoscaler.getSpec().getMaxReplicas(); i++) {
      assertThat(urls).contains("http://worker-" + i + ".worker:8471");
    }
    for (int i = 0; i < worker.getSpec().getReplicas(); i++) {
      assertThat(String.join("\n", lines)).contains("worker-" + i + "=http://worker-" + i);
    }
    assertThat(worker.getSpec().getServiceName()).isEqualTo("worker");
  }

  private static List<ContainerPort> ports(Manifest workload) {
    return workload.containers().stream().flatMap(c -> c.getPorts().stream()).toList();
  }

  private static List<Integer> numbers(Manifest workload) {
    return ports(workload).stream().map(ContainerPort::getContainerPort).toList();
  }
}
