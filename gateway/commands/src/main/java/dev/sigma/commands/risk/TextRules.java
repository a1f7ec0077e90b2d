package dev.sigma.commands.risk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Utilities that work on text. */
final class TextRules {

  static final Map<String, Rule> ALL =
      Map.ofEntries(
          Map.entry("sed", TextRules::sed),
          Map.entry("gsed", TextRules::sed),
          Map.entry("awk", TextRules::awk),
          Map.entry("gawk", TextRules::awk),
          Map.entry("mawk", TextRules::awk),
          Map.entry("nawk", TextRules::awk),
          Map.entry("sort", TextRules::sort),
          Map.entry("uniq", TextRules::uniq),
          Map.entry("shuf", Rule.writesWith("o --output")),
          Map.entry("base64", Rule.writesWith("o --output")),
          Map.entry("tree", Rule.writesWith("o")),
          Map.entry("iconv", Rule.writesWith("o --output")),
          Map.entry("xmllint", Rule.writesWith("o --output")),
          Map.entry("sar", Rule.writesWith("o")),
          Map.entry("sdiff", Rule.writesWith("o --output")),
          Map.entry("trivy", Rule.writesWith("o --output")),
          Map.entry("pg_dump", Rule.writesWith("f --file")),
          Map.entry("mysqldump", Rule.writesWith("r --result-file")),
          Map.entry("mlr", Rule.changesWith("I", "edits files in place")),
          Map.entry("rg", TextRules::programs),
          Map.entry("fzf", TextRules::programs),
          Map.entry("dc", TextRules::calculator),
          Map.entry("exiftool", TextRules::tags),
          Map.entry("yq", TextRules::inPlace),
          Map.entry("xxd", TextRules::xxd),
          Map.entry("less", TextRules::pager),
          Map.entry("man", TextRules::manual),
          Map.entry("history", TextRules::history));

  private static final Pattern AWK_SYSTEM =
      Pattern.compile("system\\s*\\(\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\")?");
  private static final Pattern AWK_PIPE_TO =
      Pattern.compile(
          "\\bprintf?\\b[^;}\\n]*?\\|\\s*&?\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|[A-Za-z_$(])");
  private static final Pattern AWK_PIPE_FROM =
      Pattern.compile("(?:\"((?:[^\"\\\\]|\\\\.)*)\"|[\\w$)\\]])\\s*\\|&?\\s*getline");
  private static final Pattern AWK_FILE =
      Pattern.compile(
          "\\bprintf?\\b[^;}\\n>|(\"]*+(?:(?:\\([^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)|\"[^\"]*+\")"
              + "[^;}\\n>|(\"]*+)*+(>>?)\\s*(\"[^\"]*\"|[A-Za-z_$(])");
  private static final Pattern AWK_UNSEEN = Pattern.compile("@\\s*(load|include|\\w+\\s*\\()");

  private TextRules() {}

  private static void sed(Invocation i, Judge judge) {
    Options options = i.options("e f l --expression --file --line-length");
    boolean inPlace = options.has("i --in-place");
    List<Argument> scripts = new ArrayList<>(options.values("e --expression").toList());
    List<Argument> files = options.operands();
    if (scripts.isEmpty() && !options.has("f --file") && !files.isEmpty()) {
      scripts.add(files.get(0));
      files = files.subList(1, files.size());
    }
    options
        .value("f --file")
        .ifPresent(
            f -> judge.unknown(i, Findings.RUNS_UNSEEN, "runs the script " + judge.shown(f)));
    if (scripts.isEmpty() && !options.has("f --file") && i.more()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs a script that is not seen here");
    }
    for (Argument script : scripts) {
      decidedLater(script, i, judge);
      SedScript read = SedScript.of(script.value());
      for (int[] file : read.files()) {
        judge.writes(part(script, file), false);
      }
      read.commands().forEach(c -> judge.script(part(script, c).text(), Input.UNSEEN));
      if (read.runsInput()) {
        judge.unknown(i, Findings.RUNS_UNSEEN, "runs lines of its input as commands");
      }
    }
    if (inPlace) {
      judge.changes(
          i, Findings.WRITES, "edits " + judge.shown(files, "the files it is given") + " in place");
      judge.effect("changes " + judge.shown(files, "files"));
    } else {
      judge.reads(files);
    }
  }

  private static void decidedLater(Argument script, Invocation i, Judge judge) {
    if (script.value().equals("$") && script.dynamic()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs a script that is decided only as it runs");
    }
  }

  private static Argument part(Argument whole, int[] range) {
    return new Argument(
        whole.text().slice(range[0], range[1]),
        whole.dynamic(),
        false,
        whole.downloaded(),
        whole.start(),
        whole.end());
  }

  private static void awk(Invocation i, Judge judge) {
    Options options =
        Options.leading(i.args(), "F f v i l E e --file --assign --include --load --exec --source");
    List<Argument> operands = options.operands();
    options
        .values("f E l --file --exec --load")
        .forEach(f -> judge.unknown(i, Findings.RUNS_UNSEEN, "runs the program " + judge.shown(f)));
    if (options.has("o d p --pretty-print --dump-variables --profile")) {
      judge.changes(i, Findings.WRITES, "writes a file about its program");
    }
    List<Argument> sources = options.values("e --source").toList();
    sources.forEach(source -> program(source, i, judge));
    if (options.values("i --include").anyMatch(v -> v.value().equals("inplace"))) {
      judge.changes(i, Findings.WRITES, "edits files in place");
    }
    if (operands.isEmpty() || !sources.isEmpty() || options.has("f E --file --exec")) {
      if (i.more() && operands.isEmpty()) {
        judge.unknown(i, Findings.RUNS_UNSEEN, "runs a program that is not seen here");
      }
      judge.reads(operands);
      return;
    }
    program(operands.get(0), i, judge);
    judge.reads(operands.subList(1, operands.size()));
  }

  private static void program(Argument program, Invocation i, Judge judge) {
    decidedLater(program, i, judge);
    if (AWK_UNSEEN.matcher(program.value()).find()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what its program loads or names as it runs");
    }
    for (Pattern pattern : List.of(AWK_SYSTEM, AWK_PIPE_TO, AWK_PIPE_FROM)) {
      runs(pattern.matcher(program.value()), program, i, judge);
    }
    Matcher files = AWK_FILE.matcher(program.value());
    while (files.find()) {
      if (files.group(2).startsWith("\"")) {
        int[] range = {files.start(2) + 1, files.end(2) - 1};
        judge.writes(part(program, range), files.group(1).length() > 1);
      } else {
        judge.destroys(i, Findings.OVERWRITES, "overwrites files that its program names");
      }
    }
  }

  private static void runs(Matcher calls, Argument program, Invocation i, Judge judge) {
    while (calls.find()) {
      if (calls.group(1) != null) {
        int[] range = {calls.start(1), calls.end(1)};
        judge.script(part(program, range).text(), Input.UNSEEN);
      } else {
        judge.unknown(i, Findings.RUNS_UNSEEN, "runs commands that its program puts together");
      }
    }
  }

  private static void sort(Invocation i, Judge judge) {
    Options options =
        i.options(
            "o k t S T --output --key --field-separator --buffer-size --compress-program"
                + " --temporary-directory --files0-from --parallel");
    options.values("o --output").forEach(file -> judge.writes(file, false));
    options
        .value("--compress-program")
        .ifPresent(program -> judge.script(program.text(), Input.UNSEEN));
    judge.reads(options.operands());
  }

  private static void uniq(Invocation i, Judge judge) {
    List<Argument> operands = i.options("f s w").operands();
    if (operands.size() > 1) {
      judge.writes(operands.get(1), false);
    }
    judge.reads(operands.stream().limit(1).toList());
  }

  /** Tools that run commands for each line or file. */
  private static void programs(Invocation i, Judge judge) {
    Options options = i.options("--pre --hostname-bin --bind --preview e f g t A B C m");
    options
        .values("--pre --preview --hostname-bin")
        .forEach(p -> judge.script(p.text(), Input.UNSEEN));
    if (options.has("--bind")) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs commands when keys are pressed");
    }
    judge.reads(options.operands());
  }

  private static void calculator(Invocation i, Judge judge) {
    boolean runs =
        i.line().indexOf('!') >= 0 || i.input().text() != null || i.options("e f").has("f");
    if (runs) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "may run commands that follow a !");
    }
  }

  private static void tags(Invocation i, Judge judge) {
    if (i.args().stream().anyMatch(a -> a.value().matches("-[\\w:]+[+-]?<?=.*|-o|-delete.*"))) {
      judge.changes(i, Findings.WRITES, "changes tags of files");
    } else {
      judge.reads(i.options("").operands());
    }
  }

  private static void inPlace(Invocation i, Judge judge) {
    if (i.options("").has("i s --inplace --in-place --split-exp --split-exp-file")) {
      judge.changes(i, Findings.WRITES, "edits files in place or writes new ones");
    }
  }

  private static void xxd(Invocation i, Judge judge) {
    List<Argument> operands = i.options("c g l s o n").operands();
    if (operands.size() > 1) {
      judge.writes(operands.get(1), false);
    }
  }

  private static void pager(Invocation i, Judge judge) {
    Options options = i.options("o O p P x j");
    options.values("o O").forEach(file -> judge.writes(file, false));
    options.operands().stream()
        .filter(o -> o.value().matches("\\+.*!.*"))
        .forEach(o -> judge.script(o.from(o.value().indexOf('!') + 1).text(), Input.UNSEEN));
    judge.reads(options.operands());
  }

  private static void manual(Invocation i, Judge judge) {
    i.options("P H L m M r R --pager --html")
        .values("P H --pager --html")
        .forEach(pager -> judge.script(pager.text(), Input.UNSEEN));
  }

  private static void history(Invocation i, Judge judge) {
    if (i.options("d").has("c d")) {
      judge.destroys(i, Findings.DELETES, "deletes entries of the history");
    } else if (i.isAsked("-p")) {
      i.args().stream()
          .filter(a -> a.value().contains("$(") || a.value().indexOf('`') >= 0)
          .forEach(a -> judge.evaluates(a.start(), a.end()));
    } else if (i.options("").has("w a")) {
      judge.changes(i, Findings.WRITES, "writes the history file");
    }
  }
}
