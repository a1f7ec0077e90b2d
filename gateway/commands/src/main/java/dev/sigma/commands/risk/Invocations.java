package dev.sigma.commands.risk;

import dev.sigma.commands.Risk.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what the words of a simple command really run, and judges that. */
final class Invocations {

  private static final List<String> FOLDERS =
      List.of(
          "/bin/",
          "/sbin/",
          "/usr/bin/",
          "/usr/sbin/",
          "/usr/local/bin/",
          "/usr/local/sbin/",
          "/snap/bin/",
          "/opt/homebrew/bin/",
          "/run/current-system/sw/bin/",
          "/usr/local/cuda/bin/");

  /** Builtins that evaluate names they are given, with the subscripts in them. */
  private static final Set<String> EVALUATING =
      Set.of(
          "test",
          "[",
          "let",
          "read",
          "declare",
          "typeset",
          "local",
          "export",
          "unset",
          "wait",
          "printf",
          "mapfile",
          "readarray",
          "getopts",
          "readonly");

  /** What hands its arguments, also {@code --help}, to something else. */
  private static final Set<String> HANDS_ON =
      Set.of(
          "docker",
          "podman",
          "nerdctl",
          "npx",
          "bunx",
          "uvx",
          "pipx",
          "uv",
          "poetry",
          "go",
          "java",
          "expect",
          "gdb",
          "perf",
          "screen",
          "tmux",
          "bundle",
          "redis-cli",
          "sv",
          "supervisorctl",
          "m4",
          "srun",
          "flatpak",
          "pyenv",
          "rustup",
          "conda",
          "vagrant",
          "batch",
          "at",
          "cargo");

  /** What changes something by an operand alone. */
  private static final Set<String> OPERANDS_TELL =
      Set.of(
          "date",
          "hostname",
          "ip",
          "ifconfig",
          "route",
          "sysctl",
          "dd",
          "uniq",
          "xxd",
          "nvidia-smi",
          "exiftool",
          "arp",
          "nft",
          "openssl",
          "ansible",
          "scontrol",
          "chronyc",
          "tar");

  static final Pattern SUBSCRIPT = Pattern.compile("\\w\\[.*(\\$\\(|`)");

  private static final Map<String, Rule> RULES = new HashMap<>();

  static {
    for (Map<String, Rule> rules :
        List.of(
            FileRules.ALL,
            ArchiveRules.ALL,
            TextRules.ALL,
            SystemRules.ALL,
            GpuRules.ALL,
            NetworkRules.ALL,
            DatabaseRules.ALL,
            GitRules.ALL,
            ClusterRules.ALL,
            PackageRules.ALL)) {
      rules.forEach(
          (name, rule) -> {
            if (RULES.put(name, rule) != null) {
              throw new IllegalStateException("two rules for " + name);
            }
          });
    }
  }

  private final Judge judge;
  private final Findings findings;

  Invocations(Judge judge, Findings findings) {
    this.judge = judge;
    this.findings = findings;
  }

  /** The last part of a path. */
  static String base(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Judges the command that {@code words} are. */
  void run(List<Argument> words, Input input, boolean more) {
    if (words.isEmpty()) {
      return;
    }
    Argument head = words.get(0);
    int end = words.get(words.size() - 1).end();
    String path = head.value();
    List<Argument> args = words.subList(1, words.size());
    if (head.dynamic() || (head.pattern() && !path.equals("[")) || path.startsWith("$")) {
      String rule = head.downloaded() ? Findings.DOWNLOADS_AND_RUNS : Findings.UNKNOWN;
      findings.add(
          head.downloaded() ? Level.DESTRUCTIVE : Level.UNKNOWN,
          rule,
          "What " + findings.shown(head.start(), head.end()) + " runs is decided only as it runs.",
          head.start(),
          end);
      return;
    }
    Invocation i = new Invocation(base(path), args, input, more, head.start(), end);
    if (path.indexOf('/') >= 0 && !isStandard(path)) {
      if (path.startsWith("/etc/init.d/") || path.startsWith("/etc/rc.d/")) {
        SystemRules.service(i.name(), args.isEmpty() ? "" : args.get(0).value(), i, judge);
      } else {
        Shells.file(head, i, judge);
        if (path.matches(".*/s?bin/[^/]+")) {
          named(i);
        }
      }
      return;
    }
    named(i);
  }

  private static boolean isStandard(String path) {
    return FOLDERS.stream().anyMatch(f -> path.startsWith(f) && path.indexOf('/', f.length()) < 0);
  }

  private void named(Invocation i) {
    // What is known may still be meant, by "command rm", by its path or before an alias counts.
    boolean known = RULES.containsKey(i.name()) || Utilities.knows(i.name());
    if (judge.isDefined(i.name()) && !known) {
      return;
    }
    if (known && asksForHelp(i)) {
      return;
    }
    Variables.judge(i, judge);
    if (Shells.judge(i, judge) || Languages.judge(i, judge) || Wrappers.judge(i, judge)) {
      return;
    }
    if (EVALUATING.contains(i.name()) && !isPlainPrintf(i)) {
      i.args().forEach(judge::evaluates);
    }
    Rule rule = RULES.get(i.name());
    if (i.more() && OPERANDS_TELL.contains(i.name()) && !i.line().contains("{}")) {
      judge.unknown(i, Findings.UNKNOWN, "what it does depends on what it is given, not seen here");
    }
    if (rule != null) {
      rule.judge(i, judge);
    } else {
      judge.byTable(i);
    }
  }

  private static boolean isPlainPrintf(Invocation i) {
    return i.name().equals("printf") && !i.isAsked("-v");
  }

  private static boolean asksForHelp(Invocation i) {
    boolean last =
        !i.args().isEmpty()
            && List.of("--help", "--version").contains(i.args().get(i.args().size() - 1).value());
    int most = HANDS_ON.contains(i.name()) ? 1 : 3;
    return last && i.args().size() <= most && !i.isAsked("--") && !i.more();
  }
}
