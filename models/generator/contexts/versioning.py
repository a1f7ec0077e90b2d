"""git output."""

from .. import values
from . import question, scene
from .sheets import A, K, N, O, P, S, Sheet, T, add, add_pairs, person
from .tables import distinct, draw, hexes, of, pick, prompt, row_count, since


def files(rng, count):
    return distinct(rng, count, lambda: values.TYPES["file"](rng, rng.choice("py go js md yaml java ts c txt sh css html json".split())).written.replace("~/", "").lstrip("/"))


@scene
def status(rng):
    branch = draw(rng, "branch")
    modified, fresh, staged = (files(rng, rng.choice(n)) for n in ([1, 2, 3], [0, 1, 2], [0, 1, 2]))
    fresh = [x for x in fresh if x not in modified]
    staged = [x for x in staged if x not in modified + fresh]
    conflict = files(rng, 1) if rng.random() < 0.25 else []
    conflict = [x for x in conflict if x not in modified + fresh + staged]
    ahead = rng.choice([0, 0, 1, 2, 5])
    text = f"On branch {branch}\n" + (f"Your branch is ahead of 'origin/{branch}' by {ahead} commit{'s' if ahead > 1 else ''}.\n  (use \"git push\" to publish your local commits)\n" if ahead else "")
    if conflict:
        text += "You have unmerged paths.\n  (fix conflicts and run \"git commit\")\n  (use \"git merge --abort\" to abort the merge)\n"
    if staged:
        text += "\nChanges to be committed:\n  (use \"git restore --staged <file>...\" to unstage)\n" + "".join(f"\tnew file:   {x}\n" for x in staged)
    if conflict:
        text += "\nUnmerged paths:\n  (use \"git add <file>...\" to mark resolution)\n" + "".join(f"\tboth modified:   {x}\n" for x in conflict)
    text += "\nChanges not staged for commit:\n  (use \"git add <file>...\" to update what will be committed)\n  (use \"git restore <file>...\" to discard changes in working directory)\n" + "".join(f"\tmodified:   {x}\n" for x in modified)
    if fresh:
        text += "\nUntracked files:\n  (use \"git add <file>...\" to include in what will be committed)\n" + "".join(f"\t{x}\n" for x in fresh)
    one = modified[0]
    changed = "(the modified file|the changed file|the file that was modified)"
    asked = [
        question("what changed in {f}\n%show the changes in {f}\ndiff of {f}", "git diff {f}", f=one),
        question("throw the changes in {f} away\ndiscard my changes to {f}\nundo what I did in {f}", "git restore {f}", f=one),
        question("stage {f}\nadd {f} to the commit\nput {f} into the index", "git add {f}", f=one),
        question("stash all of this\nput these changes aside", "git stash"),
        question("stage everything\nadd all of this", "git add -A"),
    ]
    if len(modified) == 1:
        asked += [question(f"what changed in {changed}\ndiff of {changed}", "git diff {f}", f=one), question(f"throw away the changes in {changed}\ndiscard {changed}\nrestore {changed}", "git restore {f}", f=one), question(f"stage {changed}\nadd {changed}", "git add {f}", f=one)]
    else:
        asked += [question("stage the modified files but not the untracked ones\nadd only what is tracked already", "git add -u"), question("discard all unstaged changes\nthrow away all the modifications that aren't staged", "git restore .")]
    if len(fresh) == 1:
        asked += [question("add the untracked file\nstage the new file\nstart tracking the untracked one", "git add {f}", f=fresh[0]), question("%delete the untracked file\nremove the untracked one", "rm {f}", f=fresh[0]), question("ignore the untracked file from now on\nput the untracked file into .gitignore", "echo {f} >> .gitignore", f=fresh[0])]
    elif fresh:
        asked += [question("%delete the untracked files\nremove everything untracked\nclean the untracked files", "git clean -f")]
    if len(staged) == 1:
        asked += [question("unstage the staged file\ntake the staged file out of the index\nremove it from staging, keep the file", "git restore --staged {f}", f=staged[0])]
    elif staged:
        asked += [question("unstage everything\ntake all of it out of the index", "git restore --staged .")]
    if conflict:
        bad = "(the conflicted file|the file with the conflict|the one in conflict)"
        asked += [
            question(f"take our version of {bad}\nresolve {bad} with ours\nkeep our side in {bad}", "git checkout --ours {f}", f=conflict[0]),
            question(f"take their version of {bad}\nresolve {bad} with theirs\nuse the incoming version of {bad}", "git checkout --theirs {f}", f=conflict[0]),
            question(f"I fixed the conflict, mark it as resolved\nmark {bad} as resolved", "git add {f}", f=conflict[0]),
            question("give up on this merge\nabort the merge", "git merge --abort"),
        ]
    if ahead and not conflict:
        asked += [question("publish my commits\npush what I have\nsend the commits to the remote", "git push"), question("undo my last commit but keep the changes\ntake the last commit back, keep its changes staged", "git reset --soft HEAD~1")]
        if ahead > 1:
            asked.append(question("which commits are not pushed yet\n%show the commits that are ahead", "git log origin/{b}..HEAD --oneline", b=branch))
    return prompt(rng, "git status") + text.strip(), asked


@scene
def branches(rng):
    found = distinct(rng, row_count(rng, 36, 3), lambda: draw(rng, "branch"))
    if "main" in found or "master" in found:
        found = [x for x in found if x not in ("main", "master")]
    found = sorted([*found, "main"])
    current = rng.choice(found)
    other = rng.choice([x for x in found if x not in (current, "main")] or ["main"])
    new = draw(rng, "branch")
    return prompt(rng, "git branch") + "\n".join(("* " if x == current else "  ") + x for x in found), [
        question("switch to {x}\ncheck out {x}\ngo to {x}", "git switch {x}", x=other),
        question("%delete {x}\nremove the {x} branch", "git branch -d {x}", x=other),
        question("force delete {x}\n%delete {x} even though it isn't merged", "git branch -D {x}", x=other),
        question("merge {x} into the current branch\nmerge {x}\nbring {x} in here", "git merge {x}", x=other),
        question("rename the current branch to {y}\ncall the branch I'm on {y}", "git branch -m {y}", y=new),
        question("push the current branch and set its upstream\npublish the branch I'm on to origin and track it", "git push -u origin {x}", x=current),
        question("what is on {x} that isn't on main\ncommits of {x} that main lacks, one line each", "git log main..{x} --oneline", x=other),
        question("difference between main and {x}\ncompare main with {x}", "git diff main..{x}", x=other),
        question("rebase the current branch onto {x}\nput my commits on top of {x}", "git rebase {x}", x=other),
    ]


@scene
def log(rng):
    count = row_count(rng, 40)
    ids = distinct(rng, count, lambda: hexes(rng, 7))
    said = distinct(rng, count, lambda: values.TYPES["message"](rng, None).written.strip('"'))
    count = min(len(ids), len(said))
    at = rng.randrange(1, count)
    first, subject = ids[at], said[at]
    return prompt(rng, "git log --oneline") + "\n".join(f"{i} {s}" for i, s in zip(ids[:count], said)), [
        question('revert "{s}"\nundo the commit "{s}" with a new one\nrevert the commit about {s}', "git revert {i}", s=subject, i=first),
        question('%show what "{s}" changed\nwhat did the commit "{s}" change\n%show the commit {s}', "git show {i}", s=subject, i=first),
        question('cherry-pick "{s}"\ntake the commit "{s}" over to my branch', "git cherry-pick {i}", s=subject, i=first),
        question('reset hard to "{s}"\nthrow away everything after "{s}"\ngo back to "{s}" and lose what came later', "git reset --hard {i}", s=subject, i=first),
        question('new branch {b} starting at "{s}"\nbranch off at "{s}" as {b}', "git switch -c {b} {i}", s=subject, i=first, b=draw(rng, "branch")),
        question('tag "{s}" as {t}\nput the tag {t} on the commit "{s}"', "git tag {t} {i}", s=subject, i=first, t=draw(rng, "tag")),
        question("which files did the newest commit touch\nfiles changed by the last commit", "git show --stat {i}", i=ids[0]),
        question("revert the latest one\nundo the newest commit with a new commit", "git revert {i}", i=ids[0]),
        question("squash the last {n} interactively\ninteractive rebase of the last {n} commits", "git rebase -i HEAD~{n}", n=str(rng.randint(2, count))),
        question("revert the oldest one here\nundo the oldest of these commits", "git revert {i}", i=ids[count - 1]),
    ]


@scene
def stashes(rng):
    count = rng.choice([2, 3, 4, 5])
    said = distinct(rng, count, lambda: values.TYPES["message"](rng, None).written.strip('"'))
    at = rng.randrange(len(said))
    return prompt(rng, "git stash list") + "\n".join(f"stash@{{{i}}}: On {draw(rng, 'branch')}: {s}" for i, s in enumerate(said)), [
        question('apply the one about "{s}"\nget "{s}" back but keep the stash\napply "{s}"', "git stash apply stash@{{n}}", s=said[at], n=str(at)),
        question('drop "{s}"\n%delete the stash about "{s}"\nthrow "{s}" away', "git stash drop stash@{{n}}", s=said[at], n=str(at)),
        question('%show the changes in "{s}"\nwhat is in the stash "{s}"', "git stash show -p stash@{{n}}", s=said[at], n=str(at)),
        question("drop the oldest one\n%delete the oldest stash", "git stash drop stash@{{n}}", n=str(len(said) - 1)),
        question("pop the newest one\nget the latest stash back and drop it", "git stash pop"),
    ]


@scene
def remotes(rng):
    found = ["origin", rng.choice(["upstream", "fork", "backup"])]
    urls = [draw(rng, "repo") for _ in found]
    return prompt(rng, "git remote -v") + "\n".join(f"{x}\t{u} ({k})" for x, u in zip(found, urls) for k in ("fetch", "push")), [
        question("remove the one that isn't origin\n%delete the second remote", "git remote remove {x}", x=found[1]),
        question("fetch from {x}\nget the latest from {x} without merging", "git fetch {x}", x=found[1]),
        question("origin should point to {u}\nchange the url of origin to {u}", "git remote set-url origin {u}", u=draw(rng, "repo")),
        question("rename {x} to {y}\ncall {x} {y}", "git remote rename {x} {y}", x=found[1], y=draw(rng, "name")),
    ]


# Tables of git, with branches, subjects and authors as teams have them.

DAY = 86400
TOPICS = "login checkout search billing invoices retries timeouts caching pagination uploads webhooks metrics tracing health-checks dark-mode i18n csv-export pdf-export rate-limits sessions passwords oauth sso emails migrations indexes backups healthcheck docker-image ci-cache linting flaky-tests readme changelog api-docs error-pages avatars permissions audit-log feature-flags feature-toggles sitemap redirects cors csrf gzip websocket scheduler cron-jobs queue-worker dead-letter-queue dashboard charts filters sorting autocomplete address-form vat-rates coupons refunds shipping-labels barcode-scanner sms-gateway push-notifications onboarding profile-page settings-page mobile-menu footer hero-banner cookie-banner seed-data fixtures staging-config helm-chart terraform-state secrets-rotation tls-certificates log-format log-rotation memory-leak race-condition deadlock null-check off-by-one encoding timezone leap-year rounding currency-format".split()
BEGIN = "feature/ feature/ feat/ fix/ fix/ bugfix/ hotfix/ chore/ refactor/ docs/ test/ wip/ release/ dependabot/npm_and_yarn/ spike/ experiment/".split()


def branch_batch(rng, count):
    found = []
    while len(found) < count:
        topic, shape = rng.choice(TOPICS) if rng.random() < 0.8 else values.word(rng), rng.random()
        name = rng.choice(BEGIN) + topic if shape < 0.55 else f"{rng.choice(['PROJ', 'SHOP', 'OPS', 'WEB', 'API'])}-{rng.randint(12, 4800)}-{topic}" if shape < 0.7 else f"{rng.choice(values.PEOPLE)}/{topic}" if shape < 0.8 else topic if shape < 0.9 else draw(rng, "branch")
        if name not in ("main", "master") and not any(name in f or f in name for f in found):
            found.append(name)
    return sorted(found) if rng.random() < 0.7 else found


def branch(rng):
    return branch_batch(rng, 1)[0]


branch.batch = branch_batch


def subject_batch(rng, count):
    found, topics = [], rng.sample(TOPICS, count)
    for topic in topics:
        words = topic.replace("-", " ")
        verb = rng.choice("Fix Add Remove Update Refactor Revert Improve Rework Test Document Simplify Drop Rename Move Bump Clean Enable Disable Speed Handle".split())
        text = {"Speed": f"Speed up {words}", "Clean": f"Clean up {words}", "Bump": f"Bump {values.word(rng)} from {rng.randint(1, 5)}.{rng.randint(0, 9)}.0 to {rng.randint(6, 9)}.{rng.randint(0, 9)}.0", "Move": f"Move {words} into its own module", "Handle": f"Handle errors in {words}", "Test": f"Test {words}"}.get(verb, f"{verb} {words}")
        shape = rng.random()
        if shape < 0.25:
            text = rng.choice(["fix", "feat", "chore", "refactor", "docs", "perf", "test", "ci"]) + rng.choice(["", "(api)", "(web)", "(core)"]) + ": " + text[0].lower() + text[1:]
        elif shape < 0.45:
            text = text[0].lower() + text[1:]
        if rng.random() < 0.15:
            text += f" (#{rng.randint(20, 3900)})"
        found.append(text)
    return found


def commits_fit(rng, titles, made):
    count = min(len(made[0]), 60)
    made = [m[:count] for m in made]
    made[titles.index("subject")] = subject_batch(rng, count)
    if "ref" in titles:
        made[titles.index("ref")] = [f"HEAD@{{{i}}}:" for i in range(count)]
    return made


def commits_more(rng, titles, made):
    subjects, count = made[titles.index("subject")], len(made[0])
    found = []
    for i in rng.sample(range(count), min(count, 3)):
        text = subjects[i]
        bare = text.split(": ", 1)[-1].split(" (#")[0]
        ways = [f'"{text}"', f'the one "{bare}"', f'the {{n}} "{bare}"', f"the {{n}} that says {bare}", f"the one called {bare}", f"the {{n}} with the message {bare}"]
        rest = bare.split(" ", 1)[1] if " " in bare else bare
        if bare.split()[0].lower() in ("fix", "add", "remove", "update", "refactor", "drop", "rename", "document", "improve", "rework", "simplify", "test", "disable", "enable", "revert") and sum(rest in s for s in subjects) == 1:
            ways += [f"the {{n}} about {rest}", f"the one about {rest}", f"the {rest} {{n}}", f"the change to {rest}", f"what was done about {rest}", f"the {rest} one"]
        elif bare.lower().startswith("bump "):
            ways += [f"the {{n}} that bumped {bare.split()[1]}", f"the upgrade of {bare.split()[1]}", f"the {bare.split()[1]} bump", f"the dependency update of {bare.split()[1]}"]
        if "(#" in text:
            number = text.rsplit("(#", 1)[1].rstrip(")")
            ways += [f"the {{n}} of PR {number}", f"the one from pull request {number}", f"#{number}"]
        found.append((ways, [i]))
    found.append((["the newest {n}", "the latest one", "the last {n}, the newest", "the most recent {n}", "the {n} at the top", "HEAD", "what I committed last"], [0]))
    found.append((["the oldest {n} here", "the oldest one listed", "the first {n} in time", "the earliest one shown"], [count - 1]))
    return found


COMMIT_ACTS = """
1 git revert {x} => revert {s}; undo {s} without rewriting history; take {s} back by reverting; make a commit that undoes {s}; back out {s}; {s} broke things, revert; undo {s} with a new commit
1 git show {x} => show {s}; what did {s} change; see {s}; let me look at {s}; contents of {s}; what's in {s}; diff of {s}; what was changed by {s}
1 git reset --hard {x} => reset hard to {s}; throw away everything after {s}; go back to {s} and lose the rest; hard reset to {s}; back to the state of {s}, discard all else
1 git reset --soft {x} => soft reset to {s}; go back to {s} but keep the changes staged; undo the commits after {s}, changes stay staged
1 git cherry-pick {x} => cherry-pick {s}; pick {s} onto my branch; take just {s} over; apply {s} here; bring {s} over to this branch
1 git tag {:tag} {x} => tag {s} as {:tag}; put the tag {:tag} on {s}; {s} is {:tag}, tag; {:tag} should point to {s}; release tag {:tag} for {s}
1 git switch -c {:branch} {x} => new branch {:branch} from {s}; branch off at {s} as {:branch} and go there; start {:branch} at {s} and switch to it; make {:branch} out of {s} and switch there
1 git branch {:branch} {x} => create the branch {:branch} at {s} but stay here; a branch {:branch} pointing to {s}, no switch; let {:branch} begin at {s}, without checking out
1 git rebase -i {x}^ => interactive rebase that includes {s}; rebase interactively from {s} on; squash things starting with {s}, interactively
1 git show --stat {x} => files changed by {s}; which files did {s} touch; stat of {s}; list the files in {s} with counts
1 git commit --fixup {x} => make a fixup commit for {s}; fixup of {s}; commit the staged changes as a fixup of {s}
1 git branch --contains {x} => which branches contain {s}; is {s} in some branch; branches with {s}
1 git log {x}..HEAD --oneline => commits after {s}, short; what came after {s}, one line each; everything since {s}, oneline
1 git diff {x} => diff between my working tree and {s}; what has changed since {s}; compare what I have with {s}
1 git format-patch -1 {x} => make a patch file of {s}; format {s} as a patch; export {s} as a patch file
1 git bisect bad {x} => mark {s} as bad for bisect; bisect: {s} is bad; tell bisect that {s} is broken
1 git bisect good {x} => mark {s} as good for bisect; bisect: {s} is good; tell bisect that {s} still worked
"""
ID, SUBJECT = K("id", lambda r: hexes(r, 7)), P("subject", lambda r: "")
COMMITS = dict(header=0.0, counts=(3, 4, 5, 6, 8, 10, 12, 15, 20), fix=commits_fit, more=commits_more)


def graph(rng, rows):
    return "\n".join((rng.choice(["* ", "* ", "* | ", "| * "]) if 0 < i < len(rows) - 1 else "* ") + f"{h} {s}" for i, (h, s) in enumerate(rows))


def decorated(rng, rows):
    name = rng.choice(["main", "develop", branch(rng)])
    at = rng.randrange(len(rows))
    return "\n".join(f"{h} " + (f"(HEAD -> {name}) " if i == 0 else f"(tag: v{rng.randint(1, 4)}.{rng.randint(0, 20)}.0) " if i == at else "(origin/" + name + ") " if i == at + 1 else "") + s for i, (h, s) in enumerate(rows))


def long_log(rng, rows):
    return "\n".join(f"commit {h}\nAuthor: {w.title()} <{w}@{rng.choice(['example.com', 'acme.io', 'corp.local'])}>\nDate:   {rng.choice(['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])} Mar {max(1, 20 - i)} {rng.randint(8, 19):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02} 2026 +0100\n\n    {s}\n" for i, (h, w, s) in enumerate(rows)).rstrip()


SYNC = """
[in sync] | -
!gone | gone; without a remote any more; orphaned | the one whose upstream is gone; the one that no longer exists on the remote; the one deleted on the server; the one that lost its remote branch | the ones whose upstream is gone; all that no longer exist on the remote; those deleted on the server; the branches that lost their remote; the leftovers without an upstream
ahead | ahead; not pushed yet; unpushed | the one with unpushed commits; the one I forgot to push; the one that is ahead of its upstream | the ones with unpushed commits; all that aren't pushed yet
behind | behind; outdated | the one that lags behind; the one that needs a pull; the one behind its upstream | the ones that lag behind; all that need a pull
both | diverged; ahead and behind | the one that diverged; the one both ahead and behind | the ones that diverged
local | local only; never pushed; without an upstream | the one that was never pushed; the one with no upstream; the one that exists only here | the ones that were never pushed; all without an upstream; those that exist only here
"""
BRANCH_ACTS = """
git branch -d {x} => @delete
git branch -d {x} => @delete
git branch -D {x} => force delete {s}; delete {s} even if unmerged; delete {s} with all that is on it; remove {s} no matter what; {s} must go, merged or not
1 git switch {x} => switch to {s}; go to {s}; change to {s}; move over to {s}; I want to work on {s}; take me to {s}; switch over to {s}; checkout {s}
1 git merge {x} => merge {s}; bring {s} into my branch; merge {s} into the current branch; integrate {s}
1 git rebase {x} => rebase onto {s}; put my work on top of {s}; rebase the current branch on {s}; rebase on {s}
1 git log --oneline {x} => commits of {s}; log of {s}, one per line; oneline log of {s}; what is on {s}, one line per commit
1 git log main..{x} --oneline => what is on {s} that main doesn't have, one line each; commits of {s} that main lacks, short; what has {s} that isn't in main, oneline
1 git diff main...{x} => what would {s} change compared with main; diff of {s} since it left main; changes of {s} against main's fork point
1 git push origin {x} => push {s} to origin; upload {s} to origin; put {s} on origin; publish {s} on origin
git push origin --delete {x} => delete {s} on origin; remove {s} from origin; get rid of {s} on the remote origin; {s} must go from origin
1 git branch -m {x} {:branch} => rename {s} to {:branch}; call {s} {:branch}; {s} should be named {:branch}
1 git worktree add ../{:word} {x} => a worktree at ../{:word} with {s} in it; worktree ../{:word} for {s}; add a worktree in ../{:word} with {s}
1 git branch --unset-upstream {x} => forget the upstream of {s}; unset the upstream of {s}; {s} should track nothing
"""
GIT_BARS = r"""
git push origin [{] ~ gone|in sync|behind
--unset-upstream ~ local
push origin --delete ~ gone|local
"""


def verbose(rng, rows):
    lines = []
    at = rng.randrange(len(rows) + 1)
    wide = max([4] + [len(r[0]) for r in rows])
    for i, (name, state, h, s) in enumerate(rows):
        n, m = rng.randint(1, 9), rng.randint(1, 60)
        note = {"[in sync]": f"[origin/{name}] ", "gone": f"[origin/{name}: gone] ", "ahead": f"[origin/{name}: ahead {n}] ", "behind": f"[origin/{name}: behind {m}] ", "both": f"[origin/{name}: ahead {n}, behind {m}] ", "local": ""}[state]
        lines.append(f"  {name:<{wide}} {h} {note}{s}")
    lines.insert(at, f"* {'main':<{wide}} {hexes(rng, 7)} [origin/main] {subject_batch(rng, 1)[0]}")
    return "\n".join(lines)


def branches_fit(rng, titles, made):
    made[titles.index("subject")] = subject_batch(rng, len(made[0]))
    return made


def changes_line(rng, rows):
    """As `git diff --stat` prints."""
    wide = max(len(r[0]) for r in rows)
    lines = []
    for name, n in rows:
        some = min(int(n), 50)
        plus = rng.randint(0, some)
        lines.append(f" {name:<{wide}} | {n:>4} {'+' * plus}{'-' * (some - plus)}")
    total = sum(int(n) for _, n in rows)
    return "\n".join(lines) + f"\n {len(rows)} files changed, {total // 2} insertions(+), {total - total // 2} deletions(-)"


def source(rng):
    return f"{rng.choice(['src', 'src/api', 'lib', 'web/src/components', 'internal/server', 'cmd', 'tests', 'app/models', 'config', 'docs', 'deploy', 'pkg/store', 'scripts', 'src/utils'])}/{rng.choice(TOPICS).replace('-', '_') if rng.random() < 0.7 else values.word(rng)}.{rng.choice('py py go ts tsx js java rs rb yaml md sql css sh'.split())}"


FILE_ACTS = """
git restore {x} => throw away the changes in {s}; discard what I did to {s}; restore {s}; undo my edits of {s}; reset {s} to what is committed
git add {x} => stage {s}; add {s} to the index; put {s} into the next commit; include {s} in the commit
1 git diff {x} => diff of {s}; what changed in {s}; show the changes to {s}; changes in {s}; what did I do to {s}
1 git log --oneline -- {x} => history of {s}, one line per commit; short log of {s}; commits that touched {s}, oneline
1 git blame {x} => blame {s}; who wrote what in {s}; line by line authors of {s}
git stash push {x} => stash only {s}; put the changes of {s} aside; stash {s} and leave the rest
1 git add -p {x} => stage parts of {s}; choose hunk by hunk what of {s} to stage; add {s} piece by piece
git checkout main -- {x} => take {s} as on main; bring {s} back to main's version; get main's version of {s}
"""
TREES = """
1 git worktree remove {path} => @delete
1 git worktree remove --force {path} => remove {s} even with changes in it; force remove {s}; get rid of {s} by force
1 git worktree lock {path} => lock {s}; protect {s} from being pruned; keep {s} from being removed, lock
1 git worktree move {path} ../{:word} => move {s} to ../{:word}; put {s} at ../{:word} instead; relocate {s} to ../{:word}
1 git -C {path} status => status of {s} without going there; git status in {s}; what has changed in {s}, status
1 cd {path} => go to {s}; change into {s}; cd to {s}; take me to {s}
"""
STATUS = """
 M | modified; changed; edited | the one I changed; the one with unstaged edits | the ones I changed; those with unstaged edits; all edited ones
?? | untracked; new; not tracked | the one git doesn't know yet; the new one; the one that isn't tracked | the ones git doesn't know yet; those that aren't tracked; the new ones
A  | freshly added; newly staged | the one I added; the new one that is staged
UU | in conflict; conflicted; unmerged | the one in conflict; the one with the conflict; the one both sides changed | the ones in conflict; those with conflicts; all both sides changed
"""
TABLES = [
    Sheet("git log --oneline [(-40|main..)]", "commit", "commits", (ID, SUBJECT), COMMIT_ACTS, line=lambda rng, rows: "\n".join(" ".join(r) for r in rows), **COMMITS),
    Sheet("git log --oneline --graph [--all]", "commit", "commits", (ID, SUBJECT), COMMIT_ACTS, line=graph, **COMMITS),
    Sheet("git log --oneline --decorate", "commit", "commits", (ID, SUBJECT), COMMIT_ACTS, line=decorated, **COMMITS),
    Sheet("git log --abbrev-commit", "commit", "commits", (ID, O("who", person), SUBJECT), COMMIT_ACTS, line=long_log, **{**COMMITS, "counts": (2, 3, 4, 5)}),
    Sheet("git log --pretty=format:'\\%h \\%an \\%ar \\%s'", "commit", "commits", (ID, O("who", person), P("when", lambda r: ""), SUBJECT), COMMIT_ACTS, line=lambda rng, rows: "\n".join(f"{h} {w} {since(3000 * (i + 1) ** 2.3 * rng.uniform(0.9, 1.1))} ago {s}" for i, (h, w, _, s) in enumerate(rows)), **COMMITS),
    Sheet("git reflog", "entry", "entries", (ID, P("ref", lambda r: ""), P("what", lambda r: r.choice(["commit: ", "commit: ", "commit: ", "commit (amend): ", "cherry-pick: ", "rebase (pick): "])), SUBJECT), """
1 git reset --hard {x} => reset hard to {s}; bring everything back to {s}; restore the state of {s}, lose what came later; go back to {s} with a hard reset
1 git switch -c {:branch} {x} => new branch {:branch} at {s}; rescue {s} into a branch {:branch} and go there; make {:branch} from {s} and switch to it
1 git branch {:branch} {x} => put a branch {:branch} on {s}, stay here; save {s} under the branch name {:branch}, no switch
1 git show {x} => show {s}; what was in {s}; what did {s} change
1 git cherry-pick {x} => cherry-pick {s}; pick {s} onto my branch; get {s} back on this branch as a commit
""", line=lambda rng, rows: "\n".join(f"{h} {r} {w}{s}" for h, r, w, s in rows), **COMMITS),
    Sheet("git branch -vv", "branch", "branches", (K("name", branch), T("state", SYNC), P("id", lambda r: hexes(r, 7)), SUBJECT), BRANCH_ACTS, header=0.0, line=verbose, fix=branches_fit, bars=GIT_BARS),
    Sheet("git branch -vv [--sort=-committerdate]", "branch", "branches", (K("name", branch), T("state", SYNC), P("id", lambda r: hexes(r, 7)), SUBJECT), BRANCH_ACTS, header=0.0, line=verbose, fix=branches_fit, bars=GIT_BARS),
    Sheet("git branch", "branch", "branches", (K("name", branch),), BRANCH_ACTS, header=0.0, line=lambda rng, rows: "\n".join(("  " if i else "* ") + row[0] for i, row in enumerate([[rng.choice(["main", "main", "master", "develop"])], *rows]))),
    Sheet("git branch --merged [main]", "branch", "branches", (K("name", branch),), """
git branch -d {x} => @delete
git push origin --delete {x} => delete {s} on origin; remove {s} from origin; get rid of {s} on the remote origin
1 git log --oneline {x} => log of {s}, one per line; what is on {s}, one line per commit
""", header=0.0, line=lambda rng, rows: "\n".join(["* main"] + ["  " + row[0] for row in rows])),
    Sheet("git branch -r", "branch", "branches", (K("name", branch),), """
git push origin --delete {x} => @delete; delete {s} on origin; remove {s} from origin
1 git switch {x} => switch to {s}; work on {s} locally; take me to {s}
1 git fetch origin {x} => fetch {s}; get the newest commits of {s} without merging; only fetch {s}
1 git merge origin/{x} => merge {s} into what I have; bring {s} in here; merge {s}
1 git rebase origin/{x} => rebase onto {s}; put my commits on top of {s}; rebase my branch on {s}
1 git log --oneline origin/{x} => log of {s}, one line per commit; what is on {s}, oneline; short log of {s}
""", header=0.0, line=lambda rng, rows: "\n".join(["  origin/HEAD -> origin/main"] + ["  origin/" + row[0] for row in rows])),
    Sheet("git branch --sort=-committerdate --format='\\%(refname:short) \\%(committerdate:relative)'", "branch", "branches", (K("name", branch), A("when", 3000, 700 * DAY, lambda x: since(x) + " ago", "old", "7d 30d 90d 180d 365d")), BRANCH_ACTS, header=0.0, gap=1, order=-1),
    Sheet("git diff --stat [(main|HEAD~3|origin/main)]", "file", "files", (K("file", source), N("lines", "changes|changed lines|edits", 1, 900, most="the one that changed most; the file with the biggest change; the one with the most edits", least="the one that hardly changed")), FILE_ACTS, header=0.0, line=changes_line, counts=(2, 3, 4, 5, 7, 9)),
    Sheet("git status (-s|--short|-sb)", "file", "files", (T("state", STATUS), K("file", source)), FILE_ACTS.replace("\ngit restore", "\n1 rm {x} => remove {s} from disk; erase {s} with rm; rm {s}\ngit restore"), header=0.0, line=lambda rng, rows: "\n".join({"M": " M", "A": "A "}.get(r[0], r[0]) + " " + r[1] for r in rows), counts=(2, 3, 4, 5, 7, 9, 12), bars=r"""
git (diff|restore|blame|log|stash|checkout|add -p) ~ [?][?]
git (restore|stash|checkout) ~ UU|A
^rm ~ M|A|UU
git (log|blame) ~ A
git add ~ ^A
"""),
    Sheet("git worktree list", "worktree", "worktrees", (K("path", lambda r: f"/{r.choice(['home/anna/src', 'srv', 'work', 'home/dev', 'Users/sam/code'])}/{values.plain_name(r)}-{r.choice(['hotfix', 'review', 'wt', 'release', 'test', 'pr'])}{r.randint(1, 99)}"), P("id", lambda r: hexes(r, 7)), P("branch", branch)), TREES, header=0.0, gap=2, counts=(2, 3, 4, 5, 6), more=lambda rng, titles, made: [([f"the one on {b}", f"the {{n}} of {b}", f"the {{n}} that has {b} checked out", f"the one with {b}"], [i]) for i in [rng.randrange(len(made[0]))] for b in [made[2][i]] if made[2].count(b) == 1], show=lambda rng, titles, rows: [[p, i, f"[{b}]"] for p, i, b in rows]),
    Sheet("git tag [-l] [--sort=-creatordate]", "tag", "tags", (K("tag", lambda r: f"v{r.randint(0, 6)}.{r.randint(0, 30)}.{r.randint(0, 12)}{r.choice(['', '', '', '-rc1', '-rc2', '-beta'])}"),), """
git tag -d {x} => @delete; delete {s} locally
git push origin --delete {x} => delete {s} on origin; remove {s} from origin; {s} must go from the remote origin
1 git checkout {x} => check out {s}; go to the state of {s}; look at the code as of {s}
1 git show {x} => show {s}; what is in {s}; what does {s} point to, with its diff
1 git push origin {x} => push {s} to origin; publish {s}; upload {s} to origin
1 git log --oneline {x}..HEAD => what came after {s}, one line each; commits since {s}, oneline; changes after {s}, short log
1 git switch -c {:branch} {x} => new branch {:branch} from {s}; start {:branch} at {s} and go there; branch off at {s} as {:branch} and switch
""", header=0.0, counts=(3, 4, 5, 6, 8, 12)),
]
add(TABLES)
BY = {sheet.noun: sheet for sheet in reversed(TABLES)}
add_pairs((BY["branch"], BY["commit"]), (BY["file"], BY["commit"]), (BY["file"], BY["branch"]))
