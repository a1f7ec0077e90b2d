package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;

/** Package managers whose options say what they do. */
final class PackageRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("apt", PackageRules::apt),
          Map.entry("apt-get", PackageRules::apt),
          Map.entry("aptitude", PackageRules::apt),
          Map.entry("pacman", PackageRules::pacman),
          Map.entry("rpm", PackageRules::rpm),
          Map.entry("dpkg", PackageRules::dpkg),
          Map.entry("npx", PackageRules::fetchAndRun),
          Map.entry("bunx", PackageRules::fetchAndRun),
          Map.entry("uvx", PackageRules::fetchAndRun),
          Map.entry("pipx", PackageRules::pipx),
          Map.entry("make", PackageRules::make));

  private PackageRules() {}

  private static void apt(Invocation i, Judge judge) {
    if (!i.options().has("s --simulate --dry-run --just-print --no-act")) {
      judge.byTable(i);
    }
  }

  private static void pacman(Invocation i, Judge judge) {
    String first =
        i.args().stream()
            .map(Argument::value)
            .filter(v -> v.startsWith("-"))
            .findFirst()
            .orElse("");
    if (first.startsWith("-R") || first.equals("--remove") || first.startsWith("-Sc")) {
      judge.destroys(
          i, Findings.DELETES, "removes " + judge.shown(i.options("").operands(), "packages"));
    } else if (first.matches("-S[a-z]*[sil][a-z]*|-[QFT].*|-V|--query.*")) {
      judge.reads(List.of());
    } else if (first.matches("-[SU].*|--sync|--upgrade")) {
      judge.changes(
          i,
          Findings.INSTALLS,
          "installs or updates " + judge.shown(i.options("").operands(), "packages"));
    } else {
      judge.unknown(i, Findings.UNKNOWN, "what it does with these arguments is not known here");
    }
  }

  private static void rpm(Invocation i, Judge judge) {
    if (i.options("").has("e --erase")) {
      judge.destroys(
          i, Findings.DELETES, "removes " + judge.shown(i.options("").operands(), "packages"));
    } else if (!i.options("").has("q V --query --verify K --checksig --version")) {
      judge.changes(i, Findings.INSTALLS, "installs or updates packages");
    }
  }

  private static void dpkg(Invocation i, Judge judge) {
    if (i.options("").has("r P --remove --purge")) {
      judge.destroys(
          i, Findings.DELETES, "removes " + judge.shown(i.options("").operands(), "packages"));
    } else if (!i.options("")
        .has(
            "l L S s c I p V --list --listfiles --search --status --contents --info --print-avail"
                + " --get-selections --audit --verify --print-architecture --version")) {
      judge.changes(i, Findings.INSTALLS, "installs or configures packages");
    }
  }

  private static void fetchAndRun(Invocation i, Judge judge) {
    if (i.options("").operands().stream().anyMatch(a -> a.value().matches("https?://.*|git.*"))) {
      Shells.runsDownload(i, judge);
    }
    judge.unknown(i, Findings.RUNS_UNSEEN, "fetches a package if it is not there, and runs it");
  }

  private static void pipx(Invocation i, Judge judge) {
    if (i.options("").operand(0).equals("run")) {
      fetchAndRun(i, judge);
    } else {
      judge.byTable(i);
    }
  }

  private static void make(Invocation i, Judge judge) {
    Options options = i.options("f C j I o W l");
    if (options.has("n --dry-run --just-print q p --version")) {
      return;
    }
    if (options.values("f").anyMatch(f -> f.value().equals("-"))) {
      judge.unknown(
          i, Findings.RUNS_UNSEEN, "runs the rules it is fed, which are not analysed here");
    }
    if (options.operands().stream().anyMatch(t -> t.value().matches(".*(clean|uninstall).*"))) {
      judge.destroys(i, Findings.DELETES, "deletes what " + i.line() + " stands for");
    }
    judge.byTable(i);
  }
}
