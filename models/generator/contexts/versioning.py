"""git output."""

from .. import values
from . import question, scene
from .tables import distinct, draw, hexes, prompt


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
    found = distinct(rng, rng.choice([3, 4, 6, 9]), lambda: draw(rng, "branch"))
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
    count = rng.choice([4, 5, 8, 12, 20])
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
