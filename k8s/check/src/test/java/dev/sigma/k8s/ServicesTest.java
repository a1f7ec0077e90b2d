package dev.sigma.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Manifests and images say what the services themselves understand. */
class ServicesTest {

  private static final Map<String, String> FOLDERS =
      Map.of(
          "gateway", "gateway/server",
          "worker", "inference-service/server",
          "cache", "cache-service/server",
          "admin", "admin-ui/server");
  private static final Pattern VARIABLE = Pattern.compile("\\bSIGMA_[A-Z_]+");

  /** Read by the JVM, PoCL or Redis; by no setting of ours. */
  private static final Set<String> OF_OTHERS =
      Set.of("POCL_MAX_PTHREAD_COUNT", "POCL_CACHE_DIR", "REDIS_PASSWORD");

  @Test
  void everyVariable_isReadBySomebody() {
    Set<String> known = variables(Repository.text("docs/contracts.md"));
    FOLDERS.values().stream()
        .map(f -> f + "/src/main/resources/application.yaml")
        .filter(Repository::has)
        .forEach(f -> known.addAll(variables(Repository.text(f))));
    known.addAll(OF_OTHERS);

    Set<String> set = new TreeSet<>();
    for (Manifest m : Repository.manifests("k8s")) {
      m.containers().forEach(c -> c.getEnv().stream().map(EnvVar::getName).forEach(set::add));
    }
    for (String file : Repository.kustomizationFiles()) {
      StrictYaml.one(Repository.text(file), Kustomization.class)
          .configMaps()
          .forEach(g -> g.values().forEach(l -> set.add(l.split("=", 2)[0])));
    }
    Matcher made =
        Pattern.compile("printf '([A-Z_]+)=").matcher(Repository.text("k8s/make-secrets"));
    while (made.find()) {
      set.add(made.group(1));
    }
    for (String folder : FOLDERS.values()) {
      Matcher env =
          Pattern.compile("^(?:ENV)? +((?:SIGMA|POCL)_[A-Z_]+)=", Pattern.MULTILINE)
              .matcher(Repository.text(folder + "/Dockerfile"));
      while (env.find()) {
        set.add(env.group(1));
      }
    }
    assertThat(set).hasSizeGreaterThan(20);
    assertThat(known).containsAll(set);
  }

  private static Set<String> variables(String text) {
    Set<String> found = new TreeSet<>();
    Matcher m = VARIABLE.matcher(text);
    while (m.find()) {
      found.add(m.group());
    }
    return found;
  }

  /** Kubernetes waits for preStop and the service's own drain before it kills. */
  @Test
  void gracePeriod_isLongerThanTheDrain() {
    for (Manifest m : Repository.manifests("k8s/base")) {
      String settings = FOLDERS.getOrDefault(m.name(), "?") + "/src/main/resources/application.yml";
      if (m.pods().isPresent() && Repository.has(settings)) {
        Matcher drain =
            Pattern.compile("SIGMA_SHUTDOWN_TIMEOUT:(\\d+)s").matcher(Repository.text(settings));
        int seconds = drain.find() ? Integer.parseInt(drain.group(1)) : 30; // Spring's default
        PodSpec pod = m.pods().orElseThrow().getSpec();
        List<String> before =
            pod.getContainers().getFirst().getLifecycle().getPreStop().getExec().getCommand();
        assertThat(pod.getTerminationGracePeriodSeconds())
            .as("%s", m)
            .isGreaterThan(seconds + Integer.parseInt(before.getLast()));
      }
    }
  }

  @Test
  void image_startsAsTheServicesDo() {
    Matcher args =
        Pattern.compile("<sigma.jvm.args>(.*)</sigma.jvm.args>")
            .matcher(Repository.text("pom.xml"));
    assertThat(args.find()).isTrue();
    FOLDERS.forEach(
        (name, folder) -> {
          String file = Repository.text(folder + "/Dockerfile");
          assertThat(file)
              .as(name)
              .contains("ARG BASE=docker.io/library/eclipse-temurin:25-jre\nFROM $BASE\n")
              .contains("\nUSER 10001:10001\n")
              .contains("\nCOPY " + folder + "/target/sigma-" + name + "-*-app.jar ")
              .contains("org.opencontainers.image.title=\"sigma-" + name + "\"")
              .contains("ENTRYPOINT [\"java\", ")
              .doesNotContain(":latest");
          for (String arg : args.group(1).split(" ", -1)) {
            assertThat(file).as(name).contains('"' + arg + '"');
          }
        });
  }

  /** Each worker that podman starts is the cluster's, but for what its overlay says. */
  @Test
  void localWorkers_areThoseOfTheBase() {
    Manifest base =
        Repository.manifests("k8s/base").stream()
            .filter(m -> m.name().equals("worker") && m.pods().isPresent())
            .findFirst()
            .orElseThrow();
    List<Manifest> local =
        Manifest.read("workers.yaml", Repository.text("k8s/overlays/local/workers.yaml"));
    assertThat(local).hasSize(2);
    Container expected = base.containers().getFirst();
    for (Manifest m : local) {
      Container c = m.containers().getFirst();
      assertThat(m.pods().orElseThrow().getSpec().getSecurityContext())
          .isEqualTo(base.pods().orElseThrow().getSpec().getSecurityContext());
      assertThat(c.getImage()).isEqualTo(expected.getImage());
      assertThat(c.getEnvFrom()).isEqualTo(expected.getEnvFrom());
      assertThat(c.getEnv()).containsAll(expected.getEnv());
      assertThat(c.getResources()).isEqualTo(expected.getResources());
      assertThat(c.getSecurityContext()).isEqualTo(expected.getSecurityContext());
      assertThat(c.getVolumeMounts().stream().map(VolumeMount::getMountPath))
          .isEqualTo(expected.getVolumeMounts().stream().map(VolumeMount::getMountPath).toList());
    }
  }
}
