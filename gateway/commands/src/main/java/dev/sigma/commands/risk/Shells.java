package dev.sigma.commands.risk;

import dev.sigma.commands.shell.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shells and what makes them run text: {@code sh -c}, {@code eval}, {@code source}, pipes. */
final class Shells {

  private static final Set<String> NAMES =
      Set.of("sh", "bash", "zsh", "dash", "ksh", "ksh93", "mksh", "ash", "rbash", "fish", "posh");

  private static final Map<String, Rule> BUILTINS =
      Map.of(
          "eval",
          Shells::eval,
          "source",
          Shells::source,
          ".",
          Shells::source,
          "trap",
          Shells::trap,
          "alias",
          Shells::alias,
          "hash",
          Shells::hash,
          "complete",
          Shells::completion,
          "compgen",
          Shells::completion,
          "bind",
          Shells::completion,
          "jobs",
          Shells::jobs);

  private Shells() {}

  /** Judges {@code i} if it is a shell or runs text as one, and says whether it does. */
  static boolean judge(Invocation i, Judge judge) {
    Rule builtin = BUILTINS.get(i.name());
    if (builtin != null) {
      builtin.judge(i, judge);
    } else if (NAMES.contains(i.name())) {
      shell(i, judge);
    }
    return builtin != null || NAMES.contains(i.name());
  }

  private static void shell(Invocation i, Judge judge) {
    Options options = Options.leading(i.args(), "o O --rcfile --init-file");
    List<Argument> operands =
        options.operand(0).equals("-") ? rest(options.operands()) : options.operands();
    if (options.has("c")) {
      if (operands.isEmpty()) {
        given(i, judge);
      } else {
        command(operands, i, judge);
      }
    } else if (options.has("n --version --help")) {
      judge.reads(operands);
    } else if (operands.isEmpty() || options.has("s")) {
      standardInput(i, judge);
    } else {
      file(operands.get(0), i, judge);
    }
  }

  private static List<Argument> rest(List<Argument> operands) {
    return operands.subList(Math.min(1, operands.size()), operands.size());
  }

  /** {@code sh -c script name arguments}. */
  private static void command(List<Argument> operands, Invocation i, Judge judge) {
    Argument script = operands.get(0);
    if (i.more() && i.input().downloaded() && script.value().contains("{}")) {
      runsDownload(i, judge);
    }
    script(script, i, judge);
    if (script.value().strip().matches("\"?\\$[@*1]\"?.*") && operands.size() > 2) {
      judge.run(operands.subList(2, operands.size()), i.input(), i.more());
    }
  }

  private static void given(Invocation i, Judge judge) {
    if (i.more() && i.input().downloaded()) {
      runsDownload(i, judge);
    } else {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is given, which is not seen here");
    }
  }

  /** A script as an argument. */
  static void script(Argument script, Invocation i, Judge judge) {
    if (script.downloaded()) {
      runsDownload(i, judge);
    }
    judge.script(script.text(), i.input());
  }

  /** A shell that runs what it reads. */
  static void standardInput(Invocation i, Judge judge) {
    SourceText text = i.input().text();
    if (i.input().downloaded()) {
      runsDownload(i, judge);
    } else if (text != null) {
      judge.script(text, Input.UNSEEN);
      if (i.input().partial()) {
        judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is fed, part of it not seen here");
      }
    } else if (i.input().fed() || i.more()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is fed, which is not seen here");
    } else {
      opened(i, judge);
    }
  }

  /** Code in a file. */
  static void file(Argument file, Invocation i, Judge judge) {
    if (file.downloaded() || judge.isDownload(file.value())) {
      runsDownload(i, judge);
    } else if (file.value().equals("/dev/stdin")) {
      standardInput(i.with(List.of()), judge);
    } else {
      judge.unknown(
          i, Findings.RUNS_UNSEEN, "runs " + judge.shown(file) + ", which is not seen here");
    }
  }

  static void runsDownload(Invocation i, Judge judge) {
    judge.destroys(
        i, Findings.DOWNLOADS_AND_RUNS, "runs what is downloaded, without anybody having read it");
    judge.effect("runs downloaded code");
  }

  /** A shell for a person. */
  static void opened(Invocation i, Judge judge) {
    judge.changes(i, Findings.RUNS, "opens an interactive shell");
  }

  private static void eval(Invocation i, Judge judge) {
    if (i.args().stream().anyMatch(Argument::downloaded)) {
      runsDownload(i, judge);
    }
    judge.script(Output.join(i.args()), i.input());
  }

  private static void source(Invocation i, Judge judge) {
    @Nullable Argument first = i.args().isEmpty() ? null : i.args().get(0);
    if (first != null) {
      file(first, i, judge);
    }
  }

  private static void trap(Invocation i, Judge judge) {
    Options options = Options.leading(i.args(), "");
    if (options.operands().size() > 1 && !options.operand(0).equals("-")) {
      script(options.operands().get(0), i, judge);
    }
  }

  /** {@code hash -p file name} makes a name run something else. */
  private static void hash(Invocation i, Judge judge) {
    i.options("p").value("p").ifPresent(file -> file(file, i, judge));
  }

  /** {@code complete -C command} and {@code bind -x key:command} run later what they are given. */
  private static void completion(Invocation i, Judge judge) {
    Options options = i.options("C F G W P S X A o x f m q r u");
    options.values("C").forEach(c -> script(c, i, judge));
    options
        .values("W")
        .filter(w -> isRun(w.value()))
        .forEach(w -> judge.evaluates(w.start(), w.end()));
    if (i.name().equals("bind") && (options.has("f") || !options.operands().isEmpty())) {
      judge.changes(i, Findings.RUNS, "changes what keys do");
    }
    options.values("x").forEach(c -> script(c.from(c.value().lastIndexOf(':') + 1), i, judge));
  }

  private static boolean isRun(String text) {
    return text.contains("$(") || text.indexOf('`') >= 0;
  }

  /** {@code jobs -x command}. */
  private static void jobs(Invocation i, Judge judge) {
    i.args().stream()
        .filter(a -> a.value().equals("-x"))
        .findFirst()
        .map(x -> i.args().subList(i.args().indexOf(x) + 1, i.args().size()))
        .ifPresent(c -> judge.run(c, i.input(), false));
  }

  private static void alias(Invocation i, Judge judge) {
    for (Argument argument : i.args()) {
      int equals = argument.value().indexOf('=');
      if (equals > 0) {
        judge.defines(argument.value().substring(0, equals));
        script(argument.from(equals + 1), i, judge);
      }
    }
  }
}
