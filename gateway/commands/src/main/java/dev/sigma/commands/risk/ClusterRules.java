package dev.sigma.commands.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Containers and clusters: what runs in them, and what is stopped. */
final class ClusterRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("docker", ClusterRules::docker),
          Map.entry("docker-compose", ClusterRules::docker),
          Map.entry("podman", ClusterRules::docker),
          Map.entry("nerdctl", ClusterRules::docker),
          Map.entry("crictl", ClusterRules::docker),
          Map.entry("lxc", ClusterRules::docker),
          Map.entry("kubectl", ClusterRules::kubectl),
          Map.entry("oc", ClusterRules::kubectl),
          Map.entry("k3s", ClusterRules::inner),
          Map.entry("microk8s", ClusterRules::inner),
          Map.entry("helm", ClusterRules::helm),
          Map.entry("kustomize", Rule.writesWith("o --output")),
          Map.entry("terraform", ClusterRules::terraform),
          Map.entry("tofu", ClusterRules::terraform),
          Map.entry("aws", ClusterRules::aws));

  private static final String RUN_VALUED =
      "e v p u w h l a c m --name --env --volume --publish --user --workdir --network --gpus"
          + " --entrypoint --mount --env-file --memory --cpus --restart --shm-size --label --device"
          + " --hostname --ulimit --pull --platform --add-host --dns --cap-add --cap-drop --ipc"
          + " --pid --runtime --security-opt --tmpfs --log-driver --index f --file --project-name";

  private static final Set<String> RUNNERS = Set.of("run", "exec");

  private ClusterRules() {}

  private static void docker(Invocation i, Judge judge) {
    List<Argument> operands =
        Options.leading(
                i.args(),
                "H c l f p --host --context --config --file"
                    + " --project-name --profile --project-directory --log-level r i t")
            .operands();
    if (operands.isEmpty()) {
      if (!i.isAsked("--version", "-v", "info") || i.more()) {
        judge.byTable(i);
      }
      return;
    }
    String first = operands.get(0).value();
    if (Set.of("compose", "container", "pod").contains(first) && operands.size() > 1) {
      List<Argument> rest = operands.subList(1, operands.size());
      List<Argument> inner =
          Options.leading(rest, "f p --file --project-name --profile --env-file").operands();
      if (!inner.isEmpty() && RUNNERS.contains(inner.get(0).value())) {
        runs(i, inner, judge);
        return;
      }
      if (first.equals("compose")) {
        List<Argument> plain = new ArrayList<>(List.of(operands.get(0)));
        plain.addAll(inner);
        compose(i.with(plain), judge);
        return;
      }
    } else if (RUNNERS.contains(first)) {
      runs(i, operands, judge);
      return;
    }
    if (i.name().endsWith("compose")) {
      compose(i, judge);
      return;
    }
    if (i.isAsked("service", "node")
        && i.isAsked("scale", "update")
        && i.line().matches(".*([= ]0\\b|--availability[= ](drain|pause)).*")) {
      judge.destroys(i, Findings.STOPS, "stops what runs there");
    }
    if (Set.of("save", "export").contains(first)) {
      Options.of(operands, "o --output").values("o --output").forEach(f -> judge.writes(f, false));
    }
    judge.byTable(i);
  }

  private static void compose(Invocation i, Judge judge) {
    if (i.isAsked("down")) {
      judge.destroys(i, Findings.STOPS, "stops and removes the containers of a project");
    }
    if (i.isAsked("config")) {
      Options.of(i.args(), "f p o --output --file")
          .values("o --output")
          .forEach(f -> judge.writes(f, false));
    }
    judge.byTable(i);
  }

  /** {@code run [options] image command} and {@code exec [options] container command}. */
  private static void runs(Invocation i, List<Argument> operands, Judge judge) {
    Options options = Options.leading(operands.subList(1, operands.size()), RUN_VALUED);
    boolean run = operands.get(0).value().equals("run");
    if (run) {
      judge.changes(i, Findings.RUNS, "starts a container of " + options.operand(0));
    }
    List<Argument> inner =
        options
            .operands()
            .subList(Math.min(1, options.operands().size()), options.operands().size());
    options
        .value("--entrypoint")
        .ifPresent(e -> judge.run(List.of(e), i.input(), !inner.isEmpty()));
    judge.effect("in container " + options.operand(0));
    if (!inner.isEmpty() && !(run && inner.get(0).isOption())) {
      judge.run(inner, i.input(), i.more());
    } else if (i.more()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is given, which is not seen here");
    }
  }

  private static void inner(Invocation i, Judge judge) {
    if (!i.args().isEmpty()
        && Set.of("kubectl", "crictl", "helm").contains(i.args().get(0).value())) {
      judge.run(i.args(), i.input(), i.more());
    } else {
      judge.byTable(i);
    }
  }

  private static void kubectl(Invocation i, Judge judge) {
    Invocation k = new Invocation("kubectl", i.args(), i.input(), i.more(), i.start(), i.end());
    Options options = k.options();
    String verb = options.operand(0);
    int end = index(i.args(), "--");
    String dry =
        (end < 0 ? i.args() : i.args().subList(0, end))
            .stream()
                .map(Argument::value)
                .filter(a -> a.startsWith("--dry-run"))
                .reduce("", (first, last) -> last);
    if (dry.matches("--dry-run(=(client|server))?") && !verb.equals("exec")) {
      judge.effect("dry run");
      return;
    }
    switch (verb) {
      case "exec" -> {
        int dashes = index(i.args(), "--");
        List<Argument> operands = options.operands();
        List<Argument> command =
            dashes >= 0
                ? i.args().subList(dashes + 1, i.args().size())
                : operands.subList(Math.min(2, operands.size()), operands.size());
        judge.effect("in pod " + options.operand(1));
        if (command.isEmpty()) {
          judge.unknown(i, Findings.UNKNOWN, "which command runs there is not seen here");
        } else {
          judge.run(command, i.input(), i.more());
        }
      }
      case "scale" -> {
        String replicas = options.value("--replicas").map(Argument::value).orElse("");
        if (replicas.matches("0+")) {
          judge.destroys(i, Findings.STOPS, "scales to zero, which stops it");
        } else {
          judge.byTable(k);
        }
      }
      case "apply", "replace" -> {
        if (options.has("--prune --force")) {
          judge.destroys(i, Findings.DELETES, "deletes objects that the files lack or replace");
        } else {
          judge.byTable(k);
        }
        options
            .values("f --filename")
            .filter(f -> f.value().matches("https?://.*"))
            .forEach(f -> judge.effect("network: " + f.value()));
      }
      case "cp", "debug", "run" -> {
        judge.byTable(k);
        int dashes = index(i.args(), "--");
        if (dashes >= 0 && dashes + 1 < i.args().size()) {
          judge.run(i.args().subList(dashes + 1, i.args().size()), i.input(), i.more());
        }
      }
      default -> judge.byTable(k);
    }
  }

  private static int index(List<Argument> args, String value) {
    return args.stream().map(Argument::value).toList().indexOf(value);
  }

  private static void helm(Invocation i, Judge judge) {
    Options options = Options.of(i.args(), "--post-renderer --post-renderer-args");
    options.values("--post-renderer").forEach(p -> judge.script(p.text(), Input.UNSEEN));
    boolean wet = i.args().stream().anyMatch(a -> a.value().matches("--dry-run=(none|false)"));
    if (wet || !i.isAsked("--dry-run")) {
      judge.byTable(i);
    }
  }

  private static void terraform(Invocation i, Judge judge) {
    if (i.isAsked("apply") && i.isAsked("-destroy", "--destroy")) {
      judge.destroys(i, Findings.DELETES, "deletes all that the plan made");
    } else {
      judge.byTable(i);
    }
  }

  private static void aws(Invocation i, Judge judge) {
    Options options = i.options();
    if (i.isAsked("--dryrun", "--dry-run") && !i.isAsked("--no-dryrun", "--no-dry-run")) {
      judge.effect("dry run");
      return;
    }
    String operation = options.operand(1);
    if (i.isAsked("--delete")) {
      judge.destroys(i, Findings.DELETES, "deletes at the target what the source lacks");
    } else if (operation.matches("(delete|terminate|deregister|remove|purge|destroy)-?.*|rm|rb")) {
      judge.destroys(
          i, Findings.DELETES, "deletes " + judge.shown(options.operands(), "resources"));
    } else if (operation.matches("(stop|reboot)-.*")) {
      judge.destroys(i, Findings.STOPS, "stops or restarts machines or tasks");
    } else if (options.operand(0).equals("s3") && operation.equals("mv")) {
      judge.destroys(i, Findings.DELETES, "deletes the source once it is copied");
    } else if (options.operand(0).equals("s3")
        && operation.equals("cp")
        && options.operand(3).equals("-")) {
      judge.downloads();
    } else if (options.operand(0).equals("s3api") && operation.equals("get-object")) {
      judge.changes(i, Findings.WRITES, "saves an object as a file");
    } else if (i.line().matches(".*--(desired-count|desired-capacity)[ =]0\\b.*")) {
      judge.destroys(i, Findings.STOPS, "scales to zero, which stops it");
    } else if (!operation.matches("(describe|list|get|head|filter|lookup)-.*|ls|help")) {
      judge.byTable(i);
    }
  }
}
