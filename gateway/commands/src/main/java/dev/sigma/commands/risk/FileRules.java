package dev.sigma.commands.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Utilities that work on files and folders. */
final class FileRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("rm", FileRules::rm),
          Map.entry("find", FileRules::find),
          Map.entry("fd", FileRules::fd),
          Map.entry("fdfind", FileRules::fd),
          Map.entry("cp", FileRules::cp),
          Map.entry("mv", FileRules::mv),
          Map.entry("dd", FileRules::dd),
          Map.entry("tee", FileRules::tee),
          Map.entry("chmod", FileRules::chmod),
          Map.entry("chown", FileRules::chown),
          Map.entry("chgrp", FileRules::chown),
          Map.entry("rsync", FileRules::rsync),
          Map.entry("shred", FileRules::shred),
          Map.entry("xargs", FileRules::xargs));

  /** What hurts far more than it looks. */
  private static final Set<String> PRECIOUS =
      Set.of(
          "/",
          "/*",
          "/.",
          "~",
          "~/",
          "~/*",
          ".",
          "./",
          "..",
          "../",
          "*",
          "./*",
          ".*",
          "$",
          "$/",
          "$/*",
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/home",
          "/lib",
          "/lib64",
          "/opt",
          "/proc",
          "/root",
          "/sbin",
          "/srv",
          "/sys",
          "/usr",
          "/var",
          "/var/lib",
          "/home/*",
          "/etc/*",
          "/usr/*",
          "/var/*",
          "/boot/*");

  private static final Pattern FIND_COMMAND = Pattern.compile("-(exec|execdir|ok|okdir)");

  private static final Pattern FIND_ALONE =
      Pattern.compile(
          "-(a|o|and|or|not|print0?|ls|empty|depth|daystart|follow|mount|xdev|noleaf|prune|quit|true"
              + "|false|nouser|nogroup|readable|writable|executable|warn|nowarn|delete)");

  private static final Pattern FD_COMMAND =
      Pattern.compile("--exec(-b\\w*)?(=.*)?|-[HILapisFglu01q]*[xX].*");

  private FileRules() {}

  private static boolean isPrecious(Argument argument) {
    String v = argument.value();
    String trimmed = v.length() > 1 && v.endsWith("/") ? v.substring(0, v.length() - 1) : v;
    return PRECIOUS.contains(v) || PRECIOUS.contains(trimmed);
  }

  private static void rm(Invocation i, Judge judge) {
    Options options = i.options("--interactive");
    boolean recursive = options.has("r R --recursive");
    for (Argument file : options.operands()) {
      String shown = judge.shown(file);
      String text = "deletes " + shown;
      if (recursive && isPrecious(file)) {
        text =
            file.dynamic()
                ? "deletes all of " + shown + ", and if it is empty, far more than meant"
                : "deletes everything in " + shown + ", for good";
      } else if (recursive) {
        text += " and all that is in it";
      }
      judge.destroys(i, Findings.DELETES, text);
      judge.effect("deletes " + shown);
    }
    if (options.operands().isEmpty()) {
      judge.destroys(i, Findings.DELETES, "deletes the files it is given");
    }
  }

  private static void find(Invocation i, Judge judge) {
    List<Argument> args = i.args();
    if (i.more()) {
      judge.unknown(i, Findings.UNKNOWN, "searches with arguments that are not seen here");
    }
    boolean expression = false;
    List<Argument> folders = new ArrayList<>();
    for (int k = 0; k < args.size(); k++) {
      Argument argument = args.get(k);
      String v = argument.value();
      expression |= v.startsWith("-") || v.equals("(") || v.equals("!");
      if (!expression) {
        folders.add(argument);
      }
      if (FIND_COMMAND.matcher(v).matches()) {
        int from = k + 1;
        int to = from;
        while (to < args.size() && !isEnd(args, to)) {
          to++;
        }
        judge.run(args.subList(from, to), Input.TERMINAL, true);
        k = to;
      } else if (v.equals("-delete")) {
        judge.destroys(
            i, Findings.DELETES, "deletes all it finds in " + judge.shown(folders, "this folder"));
        judge.effect("deletes in " + judge.shown(folders, "this folder"));
      } else if (v.matches("-f(print0?|printf|ls)") && k + 1 < args.size()) {
        judge.writes(args.get(++k), false);
      } else if (expression && argument.startsDynamic() && !takesValue(args, k - 1)) {
        judge.unknown(i, Findings.UNKNOWN, "part of what it does is decided only as it runs");
      }
    }
    judge.reads(folders);
  }

  private static boolean isEnd(List<Argument> args, int at) {
    String v = args.get(at).value();
    return v.equals(";") || (v.equals("+") && args.get(at - 1).value().equals("{}"));
  }

  private static boolean takesValue(List<Argument> args, int at) {
    return at >= 0
        && args.get(at).value().startsWith("-")
        && !FIND_ALONE.matcher(args.get(at).value()).matches();
  }

  private static void fd(Invocation i, Judge judge) {
    for (int k = 0; k < i.args().size(); k++) {
      Argument argument = i.args().get(k);
      String v = argument.value();
      if (FD_COMMAND.matcher(v).matches()) {
        int attached =
            v.startsWith("--") ? v.indexOf('=') + 1 : v.toLowerCase(Locale.ROOT).indexOf('x') + 1;
        List<Argument> command = new ArrayList<>(i.args().subList(k + 1, i.args().size()));
        if (attached > 0 && attached < v.length()) {
          command.addFirst(argument.from(attached));
        }
        judge.run(command, Input.TERMINAL, true);
        return;
      }
    }
    judge.reads(i.options("d t e E").operands());
  }

  private static void shred(Invocation i, Judge judge) {
    Options options = i.options("n s --iterations --size --random-source");
    String what = judge.shown(options.operands(), "what it is given");
    if (options.has("u --remove")) {
      judge.destroys(i, Findings.DELETES, "deletes " + what + " beyond recovery");
    }
    judge.destroys(i, Findings.OVERWRITES, "overwrites " + what + " with noise");
    judge.effect("overwrites " + what);
  }

  private static void xargs(Invocation i, Judge judge) {
    String valued =
        "I n P L d s a E --max-args --max-procs --delimiter --replace --arg-file --max-lines";
    List<Argument> command = Options.leading(i.args(), valued).operands();
    judge.run(command, i.input().downloaded() ? Input.DOWNLOADED : Input.TERMINAL, true);
  }

  private static void cp(Invocation i, Judge judge) {
    Options options = i.options("t S --target-directory --suffix");
    List<Argument> operands = options.operands();
    Argument target = options.value("t --target-directory").orElse(last(operands));
    if (target != null && WrittenFile.isDisk(target.value())) {
      judge.writes(target, false);
    } else if (options.operand(0).equals("/dev/null") && operands.size() > 1) {
      judge.destroys(i, Findings.OVERWRITES, "empties " + judge.shown(operands.get(1)));
    }
    judge.changes(
        i,
        Findings.WRITES,
        "copies to "
            + (target == null ? "where it is told" : judge.shown(target))
            + ", over what is there");
    judge.reads(operands.isEmpty() ? operands : operands.subList(0, operands.size() - 1));
  }

  private static void mv(Invocation i, Judge judge) {
    Options options = i.options("t S --target-directory --suffix");
    Argument target = options.value("t --target-directory").orElse(last(options.operands()));
    String shown = target == null ? "where it is told" : judge.shown(target);
    if (target != null && target.value().equals("/dev/null")) {
      judge.destroys(i, Findings.DELETES, "moves to /dev/null, which loses what is moved");
      judge.destroys(i, Findings.OVERWRITES, "replaces /dev/null");
    }
    judge.changes(i, Findings.WRITES, "moves to " + shown + ", over what is there");
    judge.effect("moves to " + shown);
  }

  private static @Nullable Argument last(List<Argument> operands) {
    return operands.isEmpty() ? null : operands.get(operands.size() - 1);
  }

  private static void dd(Invocation i, Judge judge) {
    for (Argument argument : i.args()) {
      if (argument.value().startsWith("of=")) {
        judge.writes(argument.from(3), false);
      } else if (argument.value().startsWith("if=")) {
        judge.effect("reads " + argument.value().substring(3));
      } else if (argument.startsDynamic()) {
        judge.unknown(i, Findings.UNKNOWN, "part of what it does is decided only as it runs");
      }
    }
  }

  private static void tee(Invocation i, Judge judge) {
    Options options = i.options("--output-error");
    for (Argument file : options.operands()) {
      judge.writes(file, options.has("a --append"));
      if (i.input().downloaded()) {
        judge.downloads(file.value());
      }
    }
    if (i.more()) {
      judge.destroys(i, Findings.OVERWRITES, "overwrites the files it is given");
    }
  }

  private static void chmod(Invocation i, Judge judge) {
    Options options = i.options("--reference");
    List<Argument> operands = options.operands();
    List<Argument> files = operands.isEmpty() ? operands : operands.subList(1, operands.size());
    String mode = options.operand(0);
    boolean recursive = options.has("R --recursive");
    boolean open = mode.matches("0?[0-7]?[0-7][0-7][2367]|[ugo]*[ao][ugo]*[+=]r?w.*");
    if (recursive && (open || files.stream().anyMatch(FileRules::isPrecious))) {
      judge.destroys(
          i,
          Findings.OPENS_UP,
          "changes who may read and write everything in " + judge.shown(files, "what it is given"));
    } else {
      judge.changes(
          i, Findings.WRITES, "changes permissions of " + judge.shown(files, "what it is given"));
    }
  }

  private static void chown(Invocation i, Judge judge) {
    Options options = i.options("--reference --from");
    List<Argument> operands = options.operands();
    List<Argument> files = operands.isEmpty() ? operands : operands.subList(1, operands.size());
    boolean wide = options.has("R --recursive") && files.stream().anyMatch(FileRules::isPrecious);
    String text = "changes the owner of " + judge.shown(files, "what it is given");
    if (wide) {
      judge.destroys(i, Findings.OPENS_UP, text + " and of everything in it");
    } else {
      judge.changes(i, Findings.WRITES, text);
    }
  }

  private static void rsync(Invocation i, Judge judge) {
    Options options =
        i.options(
            "e f T M --rsh --rsync-path --write-batch --read-batch --only-write-batch --exclude --include --exclude-from --include-from --bwlimit --port"
                + " --max-size --min-size --link-dest --log-file --files-from --backup-dir");
    options.value("e --rsh").ifPresent(shell -> judge.script(shell.text(), Input.UNSEEN));
    options
        .values("--log-file --write-batch --only-write-batch")
        .forEach(file -> judge.writes(file, true));
    options.values("--rsync-path").forEach(p -> judge.script(p.text(), Input.UNSEEN));
    boolean looks =
        options.operands().size() == 1 && !i.more() && !options.has("--read-batch --daemon");
    if (options.has("n --dry-run --list-only") || looks) {
      judge.reads(options.operands());
      return;
    }
    Argument target = last(options.operands());
    String shown = target == null ? "its target" : judge.shown(target);
    if (i.args().stream().anyMatch(a -> a.value().matches("--del(?!ay).*"))) {
      judge.destroys(i, Findings.DELETES, "deletes in " + shown + " what the source lacks");
    }
    if (options.has("--remove-source-files --remove-sent-files")) {
      judge.destroys(i, Findings.DELETES, "deletes the source files once they are copied");
    }
    if (target != null && WrittenFile.isDisk(target.value())) {
      judge.writes(target, false);
    }
    judge.changes(i, Findings.WRITES, "copies to " + shown + ", over what is there");
    judge.effect("writes " + shown);
  }
}
