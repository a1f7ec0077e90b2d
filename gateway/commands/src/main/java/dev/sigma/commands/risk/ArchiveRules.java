package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;

/** Utilities that pack and unpack. */
final class ArchiveRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("tar", ArchiveRules::tar),
          Map.entry("bsdtar", ArchiveRules::tar),
          Map.entry("unzip", ArchiveRules::unzip),
          Map.entry("zip", ArchiveRules::zip),
          Map.entry("gzip", ArchiveRules::compress),
          Map.entry("gunzip", ArchiveRules::compress),
          Map.entry("bzip2", ArchiveRules::compress),
          Map.entry("bunzip2", ArchiveRules::compress),
          Map.entry("xz", ArchiveRules::compress),
          Map.entry("unxz", ArchiveRules::compress),
          Map.entry("zstd", ArchiveRules::compress),
          Map.entry("unzstd", ArchiveRules::compress),
          Map.entry("pigz", ArchiveRules::compress),
          Map.entry("lz4", ArchiveRules::compress),
          Map.entry("cpio", ArchiveRules::cpio));

  private static final String TAR_VALUED =
      "f C b g H I K N T V X F L --file --directory --exclude --exclude-from --files-from"
          + " --use-compress-program --to-command --checkpoint-action --transform --xform"
          + " --owner --group --mode --mtime --strip-components --one-top-level --format --newer"
          + " --rsh-command --rmt-command --listed-incremental --index-file --info-script --new-volume-script";

  private ArchiveRules() {}

  private static void tar(Invocation i, Judge judge) {
    List<Argument> args = i.args();
    Options options = Options.of(args, TAR_VALUED);
    String letters = "";
    String file = options.value("f --file").map(Argument::value).orElse("");
    if (!args.isEmpty() && !args.get(0).isOption()) {
      // The old style: letters first, and their values in turn after them.
      letters = args.get(0).value();
      boolean named = letters.indexOf('f') >= 0 && args.size() > 1;
      file = named ? args.get(1).value() : file;
    }
    programs(options, judge);
    options
        .values("g --listed-incremental --index-file")
        .forEach(f -> judge.changes(i, Findings.WRITES, "writes " + judge.shown(f)));
    if (options.has("--recursive-unlink")) {
      judge.destroys(i, Findings.DELETES, "deletes folders that are in the way");
    }
    if (options.has("--remove-files")) {
      judge.destroys(i, Findings.DELETES, "deletes the files once they are packed");
    }
    if (options.has("--delete")) {
      judge.destroys(i, Findings.DELETES, "deletes members of " + file);
    }
    if (asked(options, letters, 'x', "--extract --get")) {
      if (!asked(options, letters, 'O', "--to-stdout")) {
        judge.changes(i, Findings.WRITES, "unpacks " + file + ", over files that are there");
        judge.effect("unpacks " + file);
      }
    } else if (asked(options, letters, 'c', "--create")) {
      if (!file.isEmpty() && !file.equals("-") && !file.equals("/dev/null")) {
        options.value("f --file").ifPresent(f -> device(f, judge));
        if (!letters.isEmpty() && args.size() > 1) {
          device(args.get(1), judge);
        }
        judge.changes(i, Findings.WRITES, "creates " + file + ", over what is there");
        judge.effect("creates " + file);
      }
    } else if (asked(options, letters, 'r', "--append --concatenate --catenate")
        || asked(options, letters, 'u', "--update")
        || asked(options, letters, 'A', "--concatenate")) {
      judge.changes(i, Findings.WRITES, "changes " + file);
    } else if (!asked(options, letters, 't', "--list")
        && !asked(options, letters, 'd', "--diff --compare")
        && !options.has("--delete --version --help")) {
      judge.unknown(i, Findings.UNKNOWN, "it is not clear what it does with " + file);
    }
    if (!file.isEmpty()) {
      judge.effect("reads " + file);
    }
  }

  private static void device(Argument file, Judge judge) {
    if (WrittenFile.isDisk(file.value())) {
      judge.writes(file, false);
    }
  }

  private static boolean asked(Options options, String letters, char letter, String names) {
    return letters.indexOf(letter) >= 0 || options.has(letter + " " + names);
  }

  /** Commands that tar itself would run. */
  private static void programs(Options options, Judge judge) {
    options
        .values(
            "I F --use-compress-program --to-command --rsh-command --rmt-command --info-script"
                + " --new-volume-script")
        .forEach(program -> judge.script(program.text(), Input.UNSEEN));
    options
        .values("--checkpoint-action")
        .filter(action -> action.value().startsWith("exec="))
        .forEach(action -> judge.script(action.from(5).text(), Input.UNSEEN));
  }

  private static void unzip(Invocation i, Judge judge) {
    Options options = i.options("d x P");
    if (options.has("l t v p Z z c")) {
      judge.reads(options.operands());
    } else {
      judge.changes(i, Findings.WRITES, "unpacks " + judge.shown(options.operands(), "an archive"));
    }
  }

  private static void zip(Invocation i, Judge judge) {
    Options options = i.options("x i P n b s");
    if (options.has("m --move")) {
      judge.destroys(i, Findings.DELETES, "deletes the files once they are packed");
    } else if (options.has("d --delete")) {
      judge.destroys(i, Findings.DELETES, "deletes members of " + options.operand(0));
    } else {
      judge.changes(i, Findings.WRITES, "creates or changes " + options.operand(0));
    }
  }

  private static void compress(Invocation i, Judge judge) {
    Options options = i.options("S T o --suffix --threads");
    boolean looks = options.has("l t c V --list --test --stdout --to-stdout --version");
    if (options.has("--rm")) {
      judge.destroys(i, Findings.DELETES, "deletes the files once they are done");
    }
    options.values("o").forEach(file -> judge.writes(file, false));
    if (!looks && (i.more() || !options.operands().isEmpty())) {
      judge.changes(
          i,
          Findings.WRITES,
          "replaces " + judge.shown(options.operands(), "what it is given") + " by its result");
    }
  }

  private static void cpio(Invocation i, Judge judge) {
    if (!i.options("F E").has("t --list")) {
      judge.changes(i, Findings.WRITES, "packs or unpacks files");
    }
  }
}
