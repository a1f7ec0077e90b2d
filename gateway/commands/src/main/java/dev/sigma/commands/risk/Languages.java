package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interpreters of other languages. Their code is not understood, only searched for known calls. */
final class Languages {

  /** How an interpreter takes code: options with code as value, and other options with a value. */
  private record Language(String code, String valued) {}

  private static final Language PYTHON = new Language("c", "m W X");
  private static final Language RUBY = new Language("e", "I r C");

  private static final Map<String, Language> ALL =
      Map.ofEntries(
          Map.entry("python", PYTHON),
          Map.entry("python2", PYTHON),
          Map.entry("python3", PYTHON),
          Map.entry("pypy3", PYTHON),
          Map.entry("perl", new Language("e E", "I M m C")),
          Map.entry("ruby", RUBY),
          Map.entry("node", new Language("e p --eval --print", "r --require")),
          Map.entry("nodejs", new Language("e p --eval --print", "r --require")),
          Map.entry("deno", new Language("--eval", "")),
          Map.entry("php", new Language("r", "d c f")),
          Map.entry("lua", new Language("e", "l")),
          Map.entry("Rscript", new Language("e", "")),
          Map.entry("osascript", new Language("e", "l")),
          Map.entry("pwsh", new Language("c Command -Command", "")),
          Map.entry("tclsh", new Language("--", "")),
          Map.entry("groovy", new Language("e", "")));

  private static final Pattern DELETES =
      Pattern.compile(
          "(?i)rmtree|unlink|os\\.remove|os\\.rmdir|removedirs|rmsync|rmdirsync|\\brm_rf?\\b"
              + "|file\\.delete|fileutils\\.rm|os\\.remove|\\brmdir\\b|remove_tree|remove-item"
              + "|fs\\.rm\\b|dir\\.delete|\\.rmtree");

  private static final Pattern DOWNLOADS =
      Pattern.compile("(?i)urlopen|requests\\.get|urllib|open-uri|https?://|lwp::");

  private static final Pattern RUNS = Pattern.compile("(?i)\\bexec\\b|\\beval\\b|system|popen");

  private static final Pattern STOPS =
      Pattern.compile("(?i)os\\.kill|process\\.kill|\\bkill\\s*[( ]?\\s*['\"]?(TERM|KILL|9|15)");

  private static final Pattern OVERWRITES =
      Pattern.compile(
          "open\\b[^;]*,\\s*['\"](>|w[b+]?['\"])|writeFileSync|file_put_contents"
              + "|write_text|write_bytes|File\\.write|os\\.truncate|truncateSync");

  /** Commands handed to a shell: the first string after the call. */
  private static final Pattern SHELL_CALL =
      Pattern.compile(
          "(?:system|popen|exec|execSync|spawnSync|spawn|run|call|check_call|check_output"
              + "|Popen|getoutput|passthru|shell_exec|os\\.execute|qx)\\s*[({ ]\\s*"
              + "(?:\\[\\s*)?(?:'([^']*)'|\"([^\"]*)\"|([^)}\"']*))");

  private static final Pattern BACKTICKS = Pattern.compile("`([^`]*)`");

  private Languages() {}

  /** Judges {@code i} if it is an interpreter, and says whether it is. */
  static boolean judge(Invocation i, Judge judge) {
    Language language = ALL.get(i.name().replaceFirst("^(python[23]?|pypy3?)[.0-9]*$", "python3"));
    if (language == null) {
      return false;
    }
    Options options = Options.leading(i.args(), language.code() + " " + language.valued());
    List<Argument> code = options.values(language.code()).toList();
    Optional<Argument> module = language.equals(PYTHON) ? options.value("m") : Optional.empty();
    if (isVersion(i)) {
      return true;
    }
    if (!code.isEmpty()) {
      code.forEach(c -> code(c, i, judge));
    } else if (module.isPresent()) {
      module(module.get(), i, judge);
    } else if (!options.operands().isEmpty() && !options.operand(0).equals("-")) {
      Shells.file(options.operands().get(0), i, judge);
    } else if (i.input().downloaded()) {
      Shells.runsDownload(i, judge);
    } else if (i.input().text() != null) {
      search(i.input().text().text(), i, judge);
    } else if (i.input().fed() || i.more()) {
      judge.unknown(i, Findings.RUNS_UNSEEN, "runs what it is fed, which is not seen here");
    } else {
      judge.changes(i, Findings.RUNS, "opens an interactive interpreter");
    }
    return true;
  }

  private static boolean isVersion(Invocation i) {
    return i.args().size() == 1 && i.isAsked("--version", "-V", "-v", "--help", "-h");
  }

  private static void code(Argument code, Invocation i, Judge judge) {
    if (code.downloaded()) {
      Shells.runsDownload(i, judge);
    }
    search(code.value(), i, judge);
    for (Pattern pattern : List.of(SHELL_CALL, BACKTICKS)) {
      Matcher calls = pattern.matcher(code.value());
      while (calls.find()) {
        for (int g = 1; g <= calls.groupCount(); g++) {
          if (calls.group(g) != null && !calls.group(g).isBlank()) {
            judge.script(code.text().slice(calls.start(g), calls.end(g)), Input.UNSEEN);
          }
        }
      }
    }
  }

  private static void search(String code, Invocation i, Judge judge) {
    if (DELETES.matcher(code).find()) {
      judge.destroys(i, Findings.DELETES, "its code calls what deletes files");
    }
    if (OVERWRITES.matcher(code).find()) {
      judge.destroys(i, Findings.OVERWRITES, "its code opens files for writing");
    }
    if (STOPS.matcher(code).find()) {
      judge.destroys(i, Findings.STOPS, "its code stops processes");
    }
    if (DOWNLOADS.matcher(code).find() && RUNS.matcher(code).find()) {
      Shells.runsDownload(i, judge);
    }
    judge.unknown(
        i, Findings.RUNS_UNSEEN, "runs code of another language, which is not analysed here");
  }

  private static void module(Argument module, Invocation i, Judge judge) {
    int at = i.args().indexOf(module);
    List<Argument> rest = i.args().subList(Math.max(0, at), i.args().size());
    switch (module.value()) {
      case "json.tool", "calendar", "site", "platform", "this" -> {}
      case "pip" -> judge.run(rest, i.input(), i.more());
      case "http.server", "SimpleHTTPServer" ->
          judge.changes(i, Findings.SENDS, "serves this folder to the network");
      case "venv", "virtualenv", "zipfile", "tarfile", "compileall" ->
          judge.changes(i, Findings.WRITES, "creates files");
      default ->
          judge.unknown(
              i, Findings.RUNS_UNSEEN, "runs the module " + module.value() + ", not seen here");
    }
  }
}
