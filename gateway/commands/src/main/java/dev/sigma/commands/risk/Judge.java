package dev.sigma.commands.risk;

import dev.sigma.commands.Risk.Level;
import dev.sigma.commands.Shell;
import dev.sigma.commands.shell.ParseResult;
import dev.sigma.commands.shell.ShellParser;
import dev.sigma.commands.shell.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What rules work with: notes of findings, and judgement of commands inside commands. */
final class Judge {

  /** Scripts in scripts: deeper than anybody writes. */
  private static final int MAX_DEPTH = 8;

  /** Options that name files to write, whatever the utility. */
  private static final Pattern FILE_OPTION =
      Pattern.compile(
          "--?(output-(dir|directory|file)|out|outfile|out-file|save|log-file|combined|differ"
              + "|missing-on-(src|dst)|generate-config-out)(=.*)?");

  private final Findings findings;
  private final Shell shell;
  private final Set<String> functions = new HashSet<>();
  private final Set<String> downloads = new HashSet<>();
  private final Set<String> downloadedVariables = new HashSet<>();
  private int downloadCount;
  private int depth;
  private boolean readCrontab;

  Judge(Findings findings, Shell shell) {
    this.findings = findings;
    this.shell = shell;
  }

  void destroys(Invocation i, String rule, String text) {
    note(Level.DESTRUCTIVE, rule, i, text);
  }

  void changes(Invocation i, String rule, String text) {
    note(Level.CHANGES, rule, i, text);
  }

  void unknown(Invocation i, String rule, String text) {
    note(Level.UNKNOWN, rule, i, text);
  }

  private void note(Level level, String rule, Invocation i, String text) {
    findings.add(level, rule, i.name() + ": " + text + ".", i.start(), i.end());
  }

  void effect(String text) {
    findings.effect(text);
  }

  /** An argument as the user wrote it. */
  String shown(Argument argument) {
    return argument.value().equals("{}")
        ? "each one found"
        : findings.shown(argument.start(), argument.end());
  }

  /** Several arguments as the user wrote them, or {@code otherwise} where there are none. */
  String shown(List<Argument> arguments, String otherwise) {
    if (arguments.isEmpty()) {
      return otherwise;
    }
    String shown = shown(arguments.get(0));
    for (Argument argument : arguments.subList(1, Math.min(arguments.size(), 4))) {
      shown += " " + shown(argument);
    }
    return arguments.size() > 4 ? shown + " and " + (arguments.size() - 4) + " more" : shown;
  }

  /** What {@code utilities.txt} tells of an invocation. */
  void byTable(Invocation i) {
    Optional<Utilities.Match> found = Utilities.find(i.name(), i.args());
    if (found.isEmpty()) {
      String asked = Utilities.knows(i.name()) ? "with these arguments " : "";
      unknown(i, Findings.UNKNOWN, "what it does " + asked + "is not known here");
      return;
    }
    Utilities.Entry entry = found.get().entry();
    if (entry.level() == Level.READ_ONLY) {
      reads(i.options().operands());
      i.args().stream()
          .filter(a -> FILE_OPTION.matcher(a.value()).matches())
          .forEach(a -> changes(i, Findings.WRITES, "writes files, as " + shown(a) + " tells it"));
      return;
    }
    List<Argument> operands = i.options().operands();
    int named = Math.min(found.get().subcommands(), operands.size());
    String objects = shown(operands.subList(named, operands.size()), "what it is told to");
    String text =
        switch (entry.rule()) {
          case Findings.DELETES -> "deletes " + objects;
          case Findings.OVERWRITES -> "overwrites " + objects;
          case Findings.FORMATS -> "changes disks, partitions or file systems: " + objects;
          case Findings.STOPS -> "stops or interrupts " + objects;
          case Findings.INSTALLS -> "installs, updates or builds software: " + objects;
          case Findings.ACCOUNTS -> "changes users, jobs or sessions: " + objects;
          case Findings.RUNS -> "starts or reconfigures " + objects;
          case Findings.RUNS_UNSEEN -> "runs code that is not seen here: " + objects;
          default -> "creates or changes " + objects;
        };
    note(entry.level(), entry.rule(), i.called(operands.subList(0, named)), text);
    findings.effect(text);
  }

  /** Notes the files that are looked at, where operands look like files. */
  void reads(List<Argument> operands) {
    for (Argument operand : operands) {
      if (operand.value().indexOf('/') >= 0 || operand.value().startsWith("~")) {
        findings.effect("reads " + shown(operand));
      }
    }
  }

  /** Judges the writing of a file, by redirection or by option. */
  void writes(Argument target, boolean append) {
    WrittenFile.judge(target, append, findings);
  }

  /** Judges a command given as words. */
  void run(List<Argument> words, Input input, boolean more) {
    if (deeper(words.isEmpty() ? 0 : words.get(0).start())) {
      new Invocations(this, findings).run(words, input, more);
      depth--;
    }
  }

  /** Judges a command given as the text of a script. */
  void script(SourceText script, Input input) {
    int start = script.originOf(0);
    int end = script.endOf(script.length());
    if (!deeper(start)) {
      return;
    }
    switch (ShellParser.parse(script, shell)) {
      case ParseResult.Program program ->
          new CommandWalker(this, findings).walk(program.command(), input);
      case ParseResult.Failure failure ->
          findings.add(
              Level.UNKNOWN,
              "unparsable",
              "This is not a shell command that can be understood: " + failure.message() + ".",
              Math.min(start, failure.position()),
              Math.max(end, failure.position()));
    }
    depth--;
  }

  /** Notes that setting a variable makes something run. */
  void setting(String name, Argument value) {
    findings.add(
        Level.UNKNOWN,
        Findings.RUNS_UNSEEN,
        "Setting " + name + " makes other programs run code.",
        value.start(),
        value.end());
  }

  /** Notes the commands in subscripts that only run once the word is evaluated. */
  void evaluates(Argument argument) {
    if (Invocations.SUBSCRIPT.matcher(argument.value()).find()) {
      evaluates(argument.start(), argument.end());
    }
  }

  void evaluates(int start, int end) {
    findings.add(
        Level.UNKNOWN,
        Findings.RUNS_UNSEEN,
        "Runs the commands in " + findings.shown(start, end) + ".",
        start,
        end);
  }

  private boolean deeper(int place) {
    if (depth >= MAX_DEPTH) {
      findings.add(
          Level.UNKNOWN, Findings.UNKNOWN, "Commands within commands, too deep.", place, place);
      return false;
    }
    depth++;
    return true;
  }

  /** From now on {@code name} is a function or an alias, which has been judged where it stands. */
  void defines(String name) {
    functions.add(name);
  }

  boolean isDefined(String name) {
    return functions.contains(name);
  }

  /** Notes that something is fetched and goes to standard output or a substitution. */
  void downloads() {
    downloadCount++;
  }

  /** Notes that a variable holds what was fetched. */
  void downloadsVariable(String name) {
    downloadedVariables.add(name);
  }

  boolean isDownloadedVariable(String name) {
    return downloadedVariables.contains(name);
  }

  int downloadCount() {
    return downloadCount;
  }

  /** Notes that something is fetched into a file. */
  void downloads(String file) {
    downloads.add(Invocations.base(file));
  }

  /** Notes that a whole folder is fetched. */
  void downloadsFolder(String folder) {
    downloads.add(folder + "/");
  }

  /** Whether {@code file} was fetched by this command, or lies in a folder that was. */
  boolean isDownload(String file) {
    boolean inFolder = downloads.stream().anyMatch(d -> d.endsWith("/") && file.contains(d));
    boolean inCurrent = file.startsWith("./") && downloads.stream().anyMatch(d -> d.endsWith("/"));
    return inFolder || inCurrent || downloads.contains(Invocations.base(file));
  }

  void readsCrontab() {
    readCrontab = true;
  }

  boolean hasReadCrontab() {
    return readCrontab;
  }
}
