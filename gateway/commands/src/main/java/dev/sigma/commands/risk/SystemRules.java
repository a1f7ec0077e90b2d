package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;

/** Utilities that steer processes, services, devices and the machine. */
final class SystemRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("kill", SystemRules::kill),
          Map.entry("pkill", SystemRules::kill),
          Map.entry("killall", SystemRules::kill),
          Map.entry("fuser", SystemRules::fuser),
          Map.entry("service", SystemRules::serviceCommand),
          Map.entry("systemctl", SystemRules::systemctl),
          Map.entry("shutdown", SystemRules::shutdown),
          Map.entry("crontab", SystemRules::crontab),
          Map.entry("at", SystemRules::at),
          Map.entry("mount", SystemRules::mount),
          Map.entry("date", SystemRules::date),
          Map.entry("hostname", SystemRules::named),
          Map.entry("sysctl", SystemRules::sysctl),
          Map.entry("dmesg", SystemRules::dmesg),
          Map.entry("journalctl", SystemRules::journalctl),
          Map.entry("scontrol", SystemRules::scontrol),
          Map.entry("mdadm", SystemRules::mdadm),
          Map.entry(
              "fdisk",
              Rule.looksWith("l --list", "u b o L x w --bytes --output --color --units --type")),
          Map.entry(
              "sfdisk",
              Rule.looksWith(
                  "l d J --list --dump --json", "o q V F --output --bytes --quiet --verify")),
          Map.entry(
              "sgdisk", Rule.looksWith("p i v --print --info --verify", "P --pretend --version")),
          Map.entry("parted", SystemRules::parted),
          Map.entry("cryptsetup", SystemRules::cryptsetup),
          Map.entry("wipefs", SystemRules::wipefs),
          Map.entry("badblocks", SystemRules::badblocks),
          Map.entry("blkdiscard", Rule.looksWith("--version", "v")),
          Map.entry("tune2fs", Rule.looksWith("l", "f")),
          Map.entry("fsck", Rule.looksWith("n N", "A C M P R T V f v t l r s")),
          Map.entry("e2fsck", Rule.looksWith("n", "f v t d b B C")),
          Map.entry("xfs_repair", Rule.looksWith("n", "f v l m o t P")),
          Map.entry("hdparm", Rule.looksWith("I i t T g C", "v q --direct --verbose")),
          Map.entry(
              "smartctl",
              Rule.changesWith(
                  "t s o S X p C --test --set --smart --offlineauto --saveauto --abort --captive",
                  "starts or ends a test or changes settings")),
          Map.entry("ethtool", SystemRules::ethtool),
          Map.entry("ldconfig", Rule.looksWith("p V --print-cache --version", "C f")),
          Map.entry("passwd", Rule.looksWith("S --status", "a --all")),
          Map.entry("chage", Rule.looksWith("l --list", "i --iso8601")),
          Map.entry(
              "swapon",
              Rule.looksWith(
                  "s --show --summary", "v --verbose --raw --bytes --noheadings --output")),
          Map.entry(
              "losetup",
              Rule.looksWith(
                  "a l j --list --all --associated", "O J n --output --json --raw --noheadings")),
          Map.entry("tmux", SystemRules::tmux),
          Map.entry("screen", SystemRules::screen),
          Map.entry("script", SystemRules::script),
          Map.entry("vim", SystemRules::editor),
          Map.entry("vi", SystemRules::editor),
          Map.entry("nvim", SystemRules::editor),
          Map.entry("mapfile", SystemRules::mapfile),
          Map.entry("readarray", SystemRules::mapfile),
          Map.entry("sbatch", SystemRules::sbatch),
          Map.entry("ansible", SystemRules::ansible),
          Map.entry("trash-empty", Rule.looksWith("--dry-run", "f v i")));

  private SystemRules() {}

  private static void kill(Invocation i, Judge judge) {
    boolean asks =
        i.args().stream().anyMatch(a -> a.value().matches("-0|-l|-L|--list"))
            || i.options("s --signal")
                .value("s --signal")
                .filter(a -> a.value().equals("0"))
                .isPresent();
    if (asks && !i.more()) {
      return;
    }
    String what = judge.shown(i.options("s u g t P G U --signal").operands(), "processes");
    judge.destroys(i, Findings.STOPS, "signals " + what + ", which usually ends them");
    judge.effect("stops " + what);
  }

  private static void fuser(Invocation i, Judge judge) {
    if (i.options("n").has("k --kill")) {
      judge.destroys(i, Findings.STOPS, "ends the processes that use " + i.line());
    }
  }

  private static void serviceCommand(Invocation i, Judge judge) {
    List<Argument> operands = i.options("").operands();
    if (operands.size() < 2) {
      if (!i.isAsked("--status-all")) {
        judge.unknown(i, Findings.UNKNOWN, "what it does with these arguments is not known here");
      }
      return;
    }
    service(operands.get(0).value(), operands.get(1).value(), i, judge);
  }

  /** A service script asked for {@code action}. */
  static void service(String name, String action, Invocation i, Judge judge) {
    switch (action) {
      case "status" -> {}
      case "stop", "restart", "force-reload", "condrestart", "try-restart" -> {
        judge.destroys(i, Findings.STOPS, "stops or restarts " + name);
        judge.effect("stops " + name);
      }
      case "start", "reload" -> judge.changes(i, Findings.RUNS, action + "s " + name);
      default -> judge.unknown(i, Findings.UNKNOWN, action + " of " + name + " is not known here");
    }
  }

  private static void systemctl(Invocation i, Judge judge) {
    Options options = i.options();
    boolean now = options.has("--now") && List.of("enable", "mask").contains(options.operand(0));
    if (i.more() && options.operands().isEmpty()) {
      judge.unknown(i, Findings.UNKNOWN, "what it is asked for is not seen here");
    } else {
      judge.byTable(i);
    }
    if (now && options.operand(0).equals("enable")) {
      judge.effect(
          "starts " + judge.shown(options.operands().subList(1, options.operands().size()), ""));
    }
  }

  private static void shutdown(Invocation i, Judge judge) {
    if (i.options("").has("c")) {
      judge.changes(i, Findings.RUNS, "calls off a shutdown");
    } else if (!i.options("").has("--show")) {
      judge.byTable(i);
    }
  }

  private static void crontab(Invocation i, Judge judge) {
    Options options = i.options("u");
    if (options.has("l")) {
      judge.readsCrontab();
    } else if (options.has("r")) {
      judge.destroys(i, Findings.DELETES, "deletes all scheduled jobs of the user");
      judge.effect("deletes scheduled jobs");
    } else if (options.has("e") || judge.hasReadCrontab()) {
      judge.changes(i, Findings.WRITES, "changes scheduled jobs");
    } else {
      judge.destroys(i, Findings.OVERWRITES, "replaces all scheduled jobs of the user");
    }
    if (i.input().text() != null && !options.has("l")) {
      for (String line : i.input().text().text().split("\n", -1)) {
        String[] fields = line.strip().split("\\s+", 6);
        if (fields.length == 6) {
          int from = i.input().text().text().indexOf(fields[5]);
          judge.script(i.input().text().slice(from, from + fields[5].length()), Input.UNSEEN);
        }
      }
    }
  }

  private static void at(Invocation i, Judge judge) {
    Options options = i.options("f q t");
    if (options.has("l c")) {
      return;
    }
    if (options.has("r d")) {
      judge.destroys(i, Findings.DELETES, "deletes scheduled jobs");
      return;
    }
    judge.changes(i, Findings.RUNS, "schedules commands");
    if (i.input().text() != null) {
      judge.script(i.input().text(), Input.UNSEEN);
    } else if (i.input().fed()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs later what it is fed, not seen here");
    }
  }

  private static void mount(Invocation i, Judge judge) {
    Options options = i.options("t o O L U --types --options --source --target");
    boolean looks = options.operands().isEmpty() && !options.has("a --all o");
    if (!looks || i.more()) {
      judge.changes(i, Findings.RUNS, "mounts " + judge.shown(options.operands(), "file systems"));
    }
  }

  private static void date(Invocation i, Judge judge) {
    Options options = i.options("d f r s I --date --file --reference --set");
    boolean sets = options.operands().stream().anyMatch(a -> a.value().matches("[0-9.]+"));
    if (options.has("s --set") || sets) {
      judge.changes(i, Findings.WRITES, "sets the clock");
    }
  }

  private static void named(Invocation i, Judge judge) {
    Options options = i.options("F b --file");
    if (!options.operands().isEmpty() || options.has("F b --file")) {
      judge.changes(i, Findings.WRITES, "renames the machine");
    }
  }

  private static void sysctl(Invocation i, Judge judge) {
    boolean sets = i.args().stream().anyMatch(a -> a.value().indexOf('=') > 0);
    if (sets || i.options("r").has("w p --write --load --system")) {
      judge.changes(i, Findings.WRITES, "changes the running kernel: " + i.line());
    }
  }

  private static void dmesg(Invocation i, Judge judge) {
    if (i.options("n l f F s --level --facility").has("c C --clear --read-clear")) {
      judge.destroys(i, Findings.DELETES, "clears the kernel's messages");
    } else if (i.options("n l f F s").has("n D E --console-level --console-off --console-on")) {
      judge.changes(i, Findings.WRITES, "changes which messages the console shows");
    }
  }

  private static void ethtool(Invocation i, Judge judge) {
    boolean looks =
        i.args().stream()
            .filter(Argument::isOption)
            .allMatch(
                a ->
                    a.value()
                        .matches(
                            "-[acgidkPSTnuxlmhV]|--(show|stat|driver|vers|register|dump|module-i"
                                + "|phy-s|eeprom-d|json|get|include|help).*"));
    if (!looks) {
      judge.changes(i, Findings.WRITES, "changes or tests the interface");
    }
  }

  private static void journalctl(Invocation i, Judge judge) {
    if (i.options().has("--vacuum-size --vacuum-time --vacuum-files")) {
      judge.destroys(i, Findings.DELETES, "deletes old journal files");
    } else if (i.options()
        .has(
            "--rotate --flush --sync --relinquish-var --smart-relinquish-var --setup-keys"
                + " --update-catalog --cursor-file")) {
      judge.changes(i, Findings.WRITES, "changes journal files");
    }
  }

  private static void scontrol(Invocation i, Judge judge) {
    String line = i.line().toLowerCase(java.util.Locale.ROOT);
    if (line.matches("update.*state=(drain|down|fail|power_down).*")) {
      judge.destroys(i, Findings.STOPS, "takes nodes out of service");
    } else {
      judge.byTable(i);
    }
  }

  private static void mdadm(Invocation i, Judge judge) {
    Options options = i.options("l n x c e --level --raid-devices");
    if (options.has("S --stop")) {
      judge.destroys(i, Findings.STOPS, "stops an array");
    } else if (!options.has("D E Q X --detail --examine --query --examine-bitmap --version")) {
      judge.byTable(i);
    }
  }

  private static void parted(Invocation i, Judge judge) {
    Options options = i.options("a --align");
    if (!options.has("l --list") && !options.operand(1).equals("print")) {
      judge.byTable(i);
    }
  }

  private static void cryptsetup(Invocation i, Judge judge) {
    switch (i.options("c s h S i").operand(0)) {
      case "status", "luksDump", "isLuks", "benchmark", "luksUUID" -> {}
      case "open", "close", "luksOpen", "luksClose", "resize" ->
          judge.changes(i, Findings.RUNS, "opens or closes an encrypted device");
      default -> judge.byTable(i);
    }
  }

  private static void wipefs(Invocation i, Judge judge) {
    if (i.options("o t").has("a o --all --offset")) {
      judge.byTable(i);
    }
  }

  private static void badblocks(Invocation i, Judge judge) {
    if (i.options("b c o p t").has("w n")) {
      judge.byTable(i);
    }
  }

  private static void script(Invocation i, Judge judge) {
    Options options = i.options("c E T I O B --command --log-out");
    options.value("c --command").ifPresent(c -> Shells.script(c, i, judge));
    options.operands().forEach(file -> judge.writes(file, options.has("a --append")));
    if (options.operands().isEmpty() && !options.has("O --log-out")) {
      judge.changes(i, Findings.WRITES, "writes the file typescript");
    }
  }

  private static void editor(Invocation i, Judge judge) {
    Options options = i.options("c S T u U i --cmd");
    judge.changes(
        i, Findings.WRITES, "opens an editor for " + judge.shown(options.operands(), "a new file"));
    options
        .values("c --cmd")
        .filter(c -> c.value().matches(":?!.*"))
        .forEach(c -> judge.script(c.from(c.value().indexOf('!') + 1).text(), Input.UNSEEN));
  }

  private static void mapfile(Invocation i, Judge judge) {
    i.options("C c d n O s u").value("C").ifPresent(c -> Shells.script(c, i, judge));
  }

  private static void sbatch(Invocation i, Judge judge) {
    judge.changes(i, Findings.RUNS, "queues a job");
    i.options("--wrap").value("--wrap").ifPresent(c -> Shells.script(c, i, judge));
  }

  private static void ansible(Invocation i, Judge judge) {
    Options options = i.options("m a i u e l f --module-name --args --inventory --user --limit");
    String module = options.value("m --module-name").map(Argument::value).orElse("command");
    if (module.matches("(ansible\\.builtin\\.)?(shell|command|raw)")) {
      options.value("a --args").ifPresent(c -> Shells.script(c, i, judge));
    } else if (!module.matches("(ansible\\.builtin\\.)?(ping|setup)")) {
      judge.unknown(i, Findings.UNKNOWN, "what the module " + module + " does is not known here");
    }
  }

  private static void tmux(Invocation i, Judge judge) {
    Options options = Options.leading(i.args(), "L S f c");
    judge.byTable(i);
    List<Argument> operands = options.operands();
    if (operands.isEmpty()) {
      return;
    }
    List<Argument> rest = operands.subList(1, operands.size());
    switch (operands.get(0).value()) {
      case "send-keys", "send" -> {
        for (Argument keys : Options.of(rest, "t N").operands()) {
          if (!keys.value().matches("Enter|C-.|Escape|Space|Tab|BSpace|C-m")) {
            judge.script(keys.text(), Input.UNSEEN);
          }
        }
      }
      case "new", "new-session", "neww", "new-window", "splitw", "split-window", "respawn-pane" ->
          Options.leading(rest, "s n t c x y e F l p").operands().stream()
              .limit(1)
              .forEach(s -> judge.script(s.text(), Input.UNSEEN));
      default -> {}
    }
  }

  private static void screen(Invocation i, Judge judge) {
    Options options = Options.leading(i.args(), "S t T h c p e s X");
    if (i.isAsked("-ls", "-list")) {
      return;
    }
    if (i.isAsked("quit", "kill")) {
      judge.destroys(i, Findings.STOPS, "ends a session and what runs in it");
    }
    judge.changes(i, Findings.ACCOUNTS, "opens or steers a session");
    if (!options.operands().isEmpty() && !options.has("r x R X")) {
      judge.run(options.operands(), Input.TERMINAL, false);
    }
  }
}
