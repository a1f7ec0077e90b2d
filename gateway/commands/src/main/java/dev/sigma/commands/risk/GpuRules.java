package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;

/** Utilities that steer GPUs. */
final class GpuRules {

  static final Map<String, Rule> ALL =
      Map.of("nvidia-smi", GpuRules::nvidia, "rocm-smi", GpuRules::rocm);

  private GpuRules() {}

  private static void nvidia(Invocation i, Judge judge) {
    String first = i.args().isEmpty() ? "" : i.args().get(0).value();
    if (List.of("dmon", "pmon", "topo", "nvlink", "pci", "daemon", "stats").contains(first)) {
      return;
    }
    if (i.isAsked("-r", "--gpu-reset")) {
      judge.destroys(i, Findings.STOPS, "resets GPUs, which ends what runs on them");
    } else if (i.args().stream()
        .anyMatch(
            a ->
                a.value()
                    .matches(
                        "-(pm|pl|c|e|mig|lgc|rgc|ac|rac|lmc|rmc|am|caa|acp|dm|fdm|gom|gtt|p|cc)"
                            + "|--(persistence-mode|power-limit|compute-mode|ecc-config|applications"
                            + "|reset|lock|multi-instance|accounting|gpu-target).*|-(cgi|dgi|cci|dci)"
                            + "|(create|destroy).*"))) {
      boolean destroys = i.isAsked("-dgi", "-dci", "-p");
      if (destroys) {
        judge.destroys(i, Findings.DELETES, "deletes GPU instances or counters");
      } else {
        judge.changes(i, Findings.WRITES, "changes settings of GPUs: " + i.line());
      }
    }
    i.options("f i q l --filename -i -f --format --loop")
        .values("f -f --filename")
        .forEach(file -> judge.writes(file, false));
  }

  private static void rocm(Invocation i, Judge judge) {
    if (i.isAsked("--gpureset")) {
      judge.destroys(i, Findings.STOPS, "resets GPUs, which ends what runs on them");
    } else if (i.args().stream().anyMatch(a -> a.value().matches("--(set|reset).*|-r"))) {
      judge.changes(i, Findings.WRITES, "changes settings of GPUs: " + i.line());
    }
  }
}
