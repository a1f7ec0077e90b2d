package dev.sigma.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What holds for every pod of this house, wherever it runs. */
final class PodRules {

  private static final Pattern SECRET_NAME =
      Pattern.compile("(KEYS?|PASSWORD|SECRET|TOKEN|SETUP_CODE)$");
  private static final Pattern SECRET_VALUE =
      Pattern.compile("://[^/@$]*:(?!\\$\\{)[^/@]+@|[0-9a-f]{32}|[A-Za-z0-9+/]{43}=");

  private final List<String> broken = new ArrayList<>();

  private PodRules() {}

  /** The rules that a workload breaks, in words. */
  static List<String> violations(Manifest manifest) {
    PodRules rules = new PodRules();
    manifest.pods().ifPresent(p -> rules.pod(p.getSpec()));
    return rules.broken.stream().map(b -> manifest + ": " + b).toList();
  }

  /** Whether a text looks like a secret rather than the name of one. */
  static boolean looksSecret(String name, @Nullable String value) {
    return value != null
        && !value.isEmpty()
        && (SECRET_NAME.matcher(name).find() || SECRET_VALUE.matcher(value).find());
  }

  private void pod(PodSpec pod) {
    var security = pod.getSecurityContext();
    must(
        security != null && Objects.equals(security.getRunAsNonRoot(), true), "runAsNonRoot: true");
    must(
        security != null && security.getRunAsUser() != null && security.getRunAsUser() > 0,
        "a runAsUser that is not root");
    must(
        security != null
            && security.getSeccompProfile() != null
            && Objects.equals(security.getSeccompProfile().getType(), "RuntimeDefault"),
        "seccompProfile RuntimeDefault");
    must(
        Objects.equals(pod.getAutomountServiceAccountToken(), false),
        "automountServiceAccountToken: false");
    must(
        Objects.equals(pod.getEnableServiceLinks(), false),
        "enableServiceLinks: false (a Service's variables could set ours)");
    must(pod.getTerminationGracePeriodSeconds() != null, "terminationGracePeriodSeconds");
    must(
        !Objects.equals(pod.getHostNetwork(), true)
            && !Objects.equals(pod.getHostPID(), true)
            && !Objects.equals(pod.getHostIPC(), true),
        "nothing of the host's");
    must(pod.getVolumes().stream().allMatch(v -> v.getHostPath() == null), "no hostPath");
    pod.getContainers().forEach(this::container);
  }

  private void container(Container c) {
    SecurityContext security = c.getSecurityContext();
    must(
        security != null && Objects.equals(security.getReadOnlyRootFilesystem(), true),
        "readOnlyRootFilesystem: true");
    must(
        security != null && Objects.equals(security.getAllowPrivilegeEscalation(), false),
        "allowPrivilegeEscalation: false");
    must(
        security != null
            && security.getCapabilities() != null
            && security.getCapabilities().getDrop().equals(List.of("ALL"))
            && security.getCapabilities().getAdd().isEmpty(),
        "capabilities: drop ALL");
    must(
        security != null
            && !Objects.equals(security.getPrivileged(), true)
            && security.getRunAsUser() == null
            && security.getRunAsNonRoot() == null,
        "nothing that softens the pod's security context");
    must(c.getResources() != null && sized(c.getResources().getRequests()), "requests");
    must(c.getResources() != null && sized(c.getResources().getLimits()), "limits");
    String image = c.getImage();
    must(
        image.matches(".*:[^/:]+") && !image.endsWith(":latest"),
        "an image with a tag other than latest, not " + image);
    for (EnvVar e : c.getEnv()) {
      must(!looksSecret(e.getName(), e.getValue()), e.getName() + " out of a Secret");
    }
  }

  private static boolean sized(@Nullable Map<String, Quantity> quantities) {
    return quantities != null && quantities.keySet().containsAll(List.of("cpu", "memory"));
  }

  private void must(boolean holds, String expected) {
    if (!holds) {
      broken.add("expected " + expected);
    }
  }
}
