package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;

/** Commands whose arguments are another command. */
final class Wrappers {

  /** What the wrapped words are. */
  enum Style {
    /** Words of a command. */
    COMMAND,
    /** Words that are joined and handed to a shell. */
    SCRIPT
  }

  /**
   * How to find the wrapped command.
   *
   * @param valued options that take a value, as in {@link Options#of}
   * @param operands operands before the command
   * @param scripts options whose value is a script, as {@code -c} of {@code su}
   */
  record Wrapper(String valued, int operands, Style style, String scripts) {}

  private static final Map<String, Wrapper> ALL =
      Map.ofEntries(
          command("sudo", "u g h p C r t T U D R --user --group --chdir --host --prompt", 0),
          command("doas", "u C", 0),
          command("env", "u C S --unset --chdir --split-string", 0, "S --split-string"),
          command("nohup", "", 0),
          command("time", "f o --format --output", 0),
          command("nice", "n --adjustment", 0),
          command("ionice", "c n p P u --class --classdata", 0),
          command("timeout", "s k --signal --kill-after", 1),
          command("stdbuf", "i o e --input --output --error", 0),
          command("setsid", "", 0),
          command("setarch", "", 1),
          command("builtin", "", 0),
          command("command", "", 0),
          command("exec", "a", 0),
          command("noglob", "", 0),
          command("busybox", "", 0),
          command("toybox", "", 0),
          command("unbuffer", "", 0),
          command("catchsegv", "", 0),
          command(
              "flock", "w E c --wait --timeout --conflict-exit-code --command", 1, "c --command"),
          command("chroot", "--userspec --groups", 1),
          command("unshare", "S G R w --setuid --setgid --root --wd --map-users --map-groups", 0),
          command("nsenter", "t S G --target --setuid --setgid --wd --root", 0),
          command(
              "systemd-run",
              "p u H M E --unit --property --description --slice --uid --gid"
                  + " --on-calendar --on-active --setenv --working-directory",
              0),
          command("systemd-inhibit", "--what --who --why --mode", 0),
          command("strace", "e o p s u E a b O S P I X", 0),
          command("ltrace", "e o p s u a n l F", 0),
          command("taskset", "", 1),
          command("chrt", "T P D", 1),
          command("numactl", "C N m i p --cpunodebind --membind --physcpubind --interleave", 0),
          command("prlimit", "p --pid", 0),
          command("cgexec", "g", 0),
          command("firejail", "", 0),
          command("torsocks", "", 0),
          command("proxychains", "f", 0),
          command("proxychains4", "f", 0),
          command("xvfb-run", "n s e f w p --server-num --server-args", 0),
          command("dbus-run-session", "", 0),
          command("fakeroot", "", 0),
          command("pkexec", "u --user", 0),
          command("gosu", "", 1),
          command("su-exec", "", 1),
          command("setpriv", "--reuid --regid --groups", 0),
          command("capsh", "", 0),
          command("runuser", "u g G c --user --group --command", 0, "c --command"),
          command("chpst", "u U b / e m n l L", 0),
          command("caffeinate", "t w", 0),
          command("winpty", "", 0),
          command("mpirun", "-np -n -H -x -host -hostfile --host --hostfile --map-by --bind-to", 0),
          command(
              "srun",
              "n N c p t w A J G q o e --gres --mem --time --nodelist --partition --jobid"
                  + " --account --job-name --container-image --container-mounts",
              0),
          script("watch", "n d --interval q", 0, "--"),
          script(
              "parallel",
              "j P I a S n N L --jobs --arg-file --joblog --results --sshlogin"
                  + " --colsep --delay --timeout --retries --memfree",
              0,
              "--"),
          script("ssh", "b c D E e F I i J L l m O o p Q R S W w B", 1, "--"),
          script("pdsh", "w x f t u l R", 0, "--"),
          script("clush", "w x g f t u l", 0, "--"),
          script("pssh", "h H l p t o e", 0, "--"),
          script("parallel-ssh", "h H l p t o e", 0, "--"),
          command("sshpass", "p f d", 0),
          script("mosh", "p --ssh", 1, "--"),
          script("su", "g G s w --group --shell", 1, "c --command --session-command"));

  private Wrappers() {}

  private static Map.Entry<String, Wrapper> command(String name, String valued, int operands) {
    return command(name, valued, operands, "--");
  }

  private static Map.Entry<String, Wrapper> command(
      String name, String valued, int operands, String scripts) {
    return Map.entry(name, new Wrapper(valued, operands, Style.COMMAND, scripts));
  }

  private static Map.Entry<String, Wrapper> script(
      String name, String valued, int operands, String scripts) {
    return Map.entry(name, new Wrapper(valued + " " + scripts, operands, Style.SCRIPT, scripts));
  }

  /** Judges {@code i} if it wraps a command, and says whether it does. */
  static boolean judge(Invocation i, Judge judge) {
    Wrapper wrapper = ALL.get(i.name());
    if (wrapper == null) {
      return false;
    }
    Options options = Options.leading(i.args(), wrapper.valued());
    notes(i, options, judge);
    if (isOther(i.name(), options)) {
      alone(i, options, judge);
      return true;
    }
    boolean scripted = options.values(wrapper.scripts()).count() > 0;
    options.values(wrapper.scripts()).forEach(s -> Shells.script(s, i, judge));
    List<Argument> wrapped = afterOperands(i.name(), wrapper, options);
    if (wrapped.size() > 1
        && Options.of(wrapped, wrapper.scripts()).has(wrapper.scripts())
        && wrapped.get(0).isOption()) {
      Shells.script(wrapped.get(1), i, judge);
      return true;
    }
    if (wrapped.isEmpty()) {
      if (!scripted) {
        alone(i, options, judge);
      }
    } else if (wrapper.style() == Style.SCRIPT && !isWords(i.name(), options)) {
      judge.script(Output.join(wrapped), i.input());
      downloadedParts(i, wrapped, judge);
    } else {
      judge.run(wrapped, i.input(), i.more());
    }
    return true;
  }

  private static void downloadedParts(Invocation i, List<Argument> wrapped, Judge judge) {
    if (wrapped.stream().anyMatch(Argument::downloaded)) {
      Shells.runsDownload(i, judge);
    }
  }

  private static boolean isWords(String name, Options options) {
    return name.equals("watch") && options.has("x --exec");
  }

  private static List<Argument> afterOperands(String name, Wrapper wrapper, Options options) {
    List<Argument> all = options.operands();
    int operands = name.equals("runuser") && !options.has("u --user") ? 1 : wrapper.operands();
    int from = 0;
    for (int skipped = 0; from < all.size(); from++) {
      String v = all.get(from).value();
      if (v.matches("[A-Za-z_][A-Za-z_0-9]*=.*") || v.equals("-")) {
        continue;
      }
      if (skipped == operands) {
        break;
      }
      skipped++;
    }
    List<Argument> rest = all.subList(from, all.size());
    return switch (name) {
      // Options may also follow the host.
      case "ssh" -> Options.leading(rest, wrapper.valued()).operands();
      case "parallel" -> rest.stream().takeWhile(a -> !a.value().startsWith(":::")).toList();
      default -> rest;
    };
  }

  private static void notes(Invocation i, Options options, Judge judge) {
    switch (i.name()) {
      case "sudo", "doas", "pkexec" ->
          judge.effect("as " + options.value("u --user").map(Argument::value).orElse("root"));
      case "su", "runuser" -> judge.effect("as another user");
      case "ssh", "mosh" -> {
        judge.effect("network: " + (options.operands().isEmpty() ? "?" : options.operand(0)));
        options
            .values("o")
            .filter(o -> o.value().matches("(?i)(Proxy|Local)Command[= ].*"))
            .forEach(o -> judge.script(o.from(13).text(), Input.UNSEEN));
      }
      case "time", "strace", "ltrace" ->
          options.values("o --output").forEach(file -> judge.writes(file, options.has("a")));
      default -> {}
    }
  }

  /** Whether the options ask for something else than to run a command. */
  private static boolean isOther(String name, Options options) {
    return switch (name) {
      case "command" -> options.has("v V");
      case "sudo" -> options.has("l --list e --edit");
      case "taskset", "chrt", "ionice", "prlimit" -> options.has("p --pid");
      default -> false;
    };
  }

  /** A wrapper without a command. */
  private static void alone(Invocation i, Options options, Judge judge) {
    if (i.more()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is given, which is not seen here");
      return;
    }
    switch (i.name()) {
      case "ssh", "su", "chroot", "nsenter", "unshare", "mosh", "runuser" ->
          Shells.standardInput(i, judge);
      case "sudo", "doas" -> {
        if (options.has("i s --login --shell")) {
          Shells.standardInput(i, judge);
        } else if (options.has("e --edit")) {
          judge.changes(i, Findings.WRITES, "edits a file");
        }
      }
      case "ionice", "taskset", "chrt", "prlimit" -> {
        if (options.operands().size() > 1 || options.has("c n")) {
          judge.changes(i, Findings.RUNS, "changes how a process is scheduled");
        }
      }
      case "parallel" -> {
        if (i.input().fed()) {
          judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is given, which is not seen here");
        }
      }
      default -> {}
    }
  }
}
