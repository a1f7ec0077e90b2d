package dev.sigma.commands.risk;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What git's subcommands do with their options. */
final class GitRules {

  static final Map<String, Rule> ALL = Map.of("git", GitRules::git);

  /** Settings that name no program. */
  private static final Pattern PLAIN_SETTING =
      Pattern.compile(
          "(?i)(?!diff\\.external)(color|user|advice|column|init|status|log|safe|push|pull|fetch|merge|rebase|branch"
              + "|tag|format|http|commit|grep|blame|pack|gc|index|feature|diff)\\.\\w+(=[^!]*)?"
              + "|core\\.(quotepath|abbrev|autocrlf|eol|filemode|bare|ignorecase|preloadindex"
              + "|longpaths|symlinks|untrackedcache|compression|commitgraph|safecrlf|whitespace)(=.*)?"
              + "|(core\\.pager|pager\\.\\w+)=(cat|less|more|false|)");

  private GitRules() {}

  private static void git(Invocation i, Judge judge) {
    String valued = "C c --config-env --git-dir --work-tree --namespace --exec-path --super-prefix";
    Options global = Options.leading(i.args(), valued);
    global
        .values("--exec-path")
        .forEach(p -> judge.unknown(i, Findings.RUNS_UNSEEN, "runs programs of " + p.value()));
    global
        .values("c --config-env")
        .filter(c -> !PLAIN_SETTING.matcher(c.value()).matches())
        .forEach(
            c -> {
              judge.unknown(i, Findings.RUNS_UNSEEN, "runs what " + c.value() + " names");
              int bang = c.value().indexOf("=!");
              if (bang > 0) {
                judge.script(c.from(bang + 2).text(), Input.UNSEEN);
              }
            });
    if (global.operands().isEmpty()) {
      if (!global.none() || i.more()) {
        judge.byTable(i);
      }
      return;
    }
    Invocation sub = i.with(global.operands());
    Options o =
        Options.of(
            sub.args().subList(1, sub.args().size()),
            "m b B O --upload-pack --receive-pack --open-files-in-pager --message --output o --format --pretty --since --until --author --branch"
                + " --depth --source --sort --contains --merged --no-merged --grep");
    o.values("--output").forEach(f -> judge.writes(f, false));
    o.values("--upload-pack --receive-pack --exec u O --open-files-in-pager")
        .filter(program -> !global.operand(0).matches("push|branch|add|commit|status|archive"))
        .forEach(program -> judge.script(program.text(), Input.UNSEEN));
    String what = judge.shown(o.operands(), "the working tree");
    switch (global.operand(0)) {
      case "branch" -> {
        if (o.has("d D --delete")) {
          judge.destroys(sub, Findings.DELETES, "deletes the branch " + what);
        } else if (o.has(
                "m M c C f u --move --copy --force --set-upstream-to --unset-upstream"
                    + " --edit-description")
            || (!o.operands().isEmpty()
                && !o.has("l a r --list --all --contains --merged --no-merged"))) {
          judge.changes(sub, Findings.WRITES, "creates or changes branches");
        }
      }
      case "tag" -> {
        if (o.has("d --delete")) {
          judge.destroys(sub, Findings.DELETES, "deletes the tag " + what);
        } else if (!o.operands().isEmpty() && !o.has("l n v --list --verify --contains --merged")) {
          judge.changes(sub, Findings.WRITES, "creates the tag " + what);
        }
      }
      case "config" -> {
        boolean reads = o.has("l --list --get --get-all --get-regexp --show-origin --get-urlmatch");
        if (o.has("--unset --unset-all --remove-section")
            || o.operand(0).matches("unset|remove-section")) {
          judge.destroys(sub, Findings.DELETES, "deletes settings: " + what);
        } else if (!reads
            && (o.operands().size() > 1
                || o.operand(0).equals("edit")
                || o.has("e --edit --add --replace-all"))
            && !o.operand(0).matches("list|get")) {
          judge.changes(sub, Findings.WRITES, "changes settings: " + what);
        }
      }
      case "checkout" -> {
        boolean paths = sub.isAsked("--", ".") || o.has("f B --force --ours --theirs");
        paths |= o.operands().size() > 1 && !o.has("b --orphan t --track");
        overwritesOr(paths, "throws away changes that are not committed", sub, judge);
      }
      case "switch" ->
          overwritesOr(
              o.has("f --force C --discard-changes"),
              "throws away changes that are not committed",
              sub,
              judge);
      case "restore" ->
          overwritesOr(
              !o.has("S --staged") || o.has("W --worktree"),
              "throws away changes of " + what + " that are not committed",
              sub,
              judge);
      case "reset" ->
          overwritesOr(
              o.has("--hard --merge"), "throws away changes that are not committed", sub, judge);
      case "read-tree" ->
          overwritesOr(o.has("u --reset"), "overwrites the working tree", sub, judge);
      case "push" -> push(sub, o, judge);
      case "commit" -> judge.byTable(sub);
      case "clean" -> {
        if (!o.has("n --dry-run")) {
          judge.destroys(sub, Findings.DELETES, "deletes files that git does not track");
        }
      }
      case "rm" -> {
        if (o.has("--cached n --dry-run")) {
          judge.changes(sub, Findings.WRITES, "stops tracking " + what);
        } else {
          judge.destroys(sub, Findings.DELETES, "deletes " + what);
        }
      }
      case "reflog" -> {
        if (o.operand(0).matches("expire|delete|drop")) {
          judge.destroys(sub, Findings.DELETES, "deletes what lost commits are found by");
        }
      }
      case "gc", "prune" -> {
        boolean prunes = global.operand(0).equals("prune") || sub.line().contains("--prune");
        if (prunes && !o.has("n --dry-run")) {
          judge.destroys(sub, Findings.DELETES, "deletes objects that nothing refers to");
        } else {
          judge.changes(sub, Findings.WRITES, "packs the repository");
        }
      }
      case "remote" -> remote(sub, o, judge);
      case "fsck" -> {
        if (o.has("--lost-found")) {
          judge.changes(sub, Findings.WRITES, "writes what it finds to lost-found");
        }
      }
      case "merge", "rebase", "am", "cherry-pick", "revert" -> {
        if (o.has("--abort")) {
          judge.destroys(sub, Findings.OVERWRITES, "throws away what was done so far");
        } else {
          judge.byTable(sub);
        }
      }
      case "submodule" -> {
        switch (o.operand(0)) {
          case "", "status", "summary" -> {}
          case "foreach" -> judge.script(Output.join(rest(o)), Input.UNSEEN);
          case "deinit" -> judge.destroys(sub, Findings.DELETES, "deletes a submodule's files");
          default -> judge.changes(sub, Findings.WRITES, "changes submodules");
        }
      }
      case "update-ref" ->
          judge.destroys(sub, Findings.DELETES, "moves or deletes references by hand");
      case "archive" -> {
        o.values("o --output").forEach(f -> judge.writes(f, false));
        if (o.has("--exec --remote")) {
          judge.unknown(sub, Findings.RUNS_UNSEEN, "asks another machine");
        }
      }
      case "bundle" -> {
        if (!o.operand(0).matches("verify|list-heads")) {
          judge.changes(sub, Findings.WRITES, "writes " + what);
        }
      }
      case "symbolic-ref", "notes", "worktree", "bisect", "stash" -> judge.byTable(sub);
      default -> judge.byTable(sub);
    }
    if (global.operand(0).equals("rebase")) {
      o.values("x --exec").forEach(x -> judge.script(x.text(), Input.UNSEEN));
    }
    if (global.operand(0).equals("bisect") && o.operand(0).equals("run")) {
      judge.run(rest(o), Input.TERMINAL, false);
    }
    if (global.operand(0).equals("clone")) {
      String url = o.operand(0);
      String folder = o.operands().size() > 1 ? o.operand(1) : url;
      judge.downloadsFolder(Invocations.base(folder).replaceFirst("\\.git$", ""));
    }
  }

  private static List<Argument> rest(Options o) {
    return o.operands().subList(Math.min(1, o.operands().size()), o.operands().size());
  }

  private static void overwritesOr(boolean destroys, String text, Invocation sub, Judge judge) {
    if (destroys) {
      judge.destroys(sub, Findings.OVERWRITES, text);
    } else {
      judge.changes(sub, Findings.WRITES, "changes the working tree or the index");
    }
  }

  private static void push(Invocation sub, Options o, Judge judge) {
    boolean deletes = o.has("d --delete --prune --mirror");
    boolean forces = o.has("f --force --mirror");
    for (Argument operand : o.operands()) {
      deletes |= operand.value().startsWith(":");
      forces |= operand.value().startsWith("+");
    }
    forces |= sub.args().stream().anyMatch(a -> a.value().startsWith("--force"));
    if (o.has("n --dry-run")) {
      return;
    }
    if (deletes) {
      judge.destroys(sub, Findings.DELETES, "deletes branches or tags of the remote repository");
    }
    if (forces) {
      judge.destroys(sub, Findings.OVERWRITES, "overwrites history of the remote repository");
    }
    judge.changes(sub, Findings.SENDS, "sends commits to the remote repository");
  }

  private static void remote(Invocation sub, Options o, Judge judge) {
    switch (o.operand(0)) {
      case "", "show", "get-url" -> {}
      case "remove", "rm", "prune" ->
          judge.destroys(sub, Findings.DELETES, "deletes the remote " + o.operand(1));
      default -> judge.changes(sub, Findings.WRITES, "changes remotes");
    }
  }
}
