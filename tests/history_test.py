#!/usr/bin/env python3
"""history_test.py: what a site says of its own history, in repositories of every kind.

Each test makes a repository with git, builds the book in it, and looks at the pages.
CARNET_BINARY is the program to test.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = Path(os.environ.get("CARNET_BINARY",
                              Path(__file__).resolve().parent.parent / "build/release/carnet")).resolve()
GIT = shutil.which("git")
MARK = "MARK"
FOOT = re.compile(r'<footer class="page-foot">(.*?)</footer>', re.S)

STATE = re.compile(r'<p class="state"[^>]*>(.*?)</p>', re.S)


class Repository:
    """A work tree, and commits a day apart, the first one on the first of March 2024."""

    def __init__(self, folder, *options):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.day = 0
        self.git("init", "-q", "-b", "main", *options)

    def git(self, *arguments, author="Ada <ada@example.org>"):
        name, _, mail = author.partition(" <")
        date = f"2024-03-{self.day:02}T12:00:00Z"
        return subprocess.run(
            [GIT, *arguments], cwd=self.folder, check=True, capture_output=True, encoding="utf-8",
            env={"PATH": os.environ["PATH"], "HOME": str(self.folder), "GIT_CONFIG_NOSYSTEM": "1",
                 "GIT_AUTHOR_NAME": name, "GIT_AUTHOR_EMAIL": mail.rstrip(">"),
                 "GIT_COMMITTER_NAME": "Robot", "GIT_COMMITTER_EMAIL": "robot@example.org",
                 "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}).stdout

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def commit(self, author="Ada <ada@example.org>", message="A change", **files):
        """Commits all there is, and `files` before: `a_md` is a.md."""
        self.day += 1
        for name, text in files.items():
            self.write(name.replace("__", "/").replace("_md", ".md"), text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, author=author)


class Site:
    def __init__(self, book, out, **environment):
        self.out = out
        shutil.rmtree(out, ignore_errors=True)
        self.run = subprocess.run(
            [PROGRAM, "build", book, "-o", out, "--verbose", "--color", "never"],
            env={**os.environ, **environment}, stdin=subprocess.DEVNULL, capture_output=True,
            encoding="utf-8", timeout=60, check=False)
        self.codes = set(re.findall(r" \[([a-z-]+)\]$", self.run.stderr, re.M))

    def bytes_of(self, path):
        return (self.out / path).read_bytes()

    def foot(self, path):
        """The words below a page, but for the state of the book."""
        found = FOOT.search(self.bytes_of(path).decode())
        text = re.sub(r"<[^>]*>", "", STATE.sub("", found.group(1))) if found else ""
        return re.sub(r"\s+", " ", text).strip()


class HistoryTest(unittest.TestCase):
    def setUp(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="carnet-history-")).resolve()
        self.addCleanup(shutil.rmtree, self.scratch, ignore_errors=True)
        self.temporary = self.scratch / "tmp"
        self.temporary.mkdir()

    def build(self, book, **environment):
        site = Site(book, self.scratch / "site", **{"TMPDIR": str(self.temporary), **environment})
        self.assertEqual(site.run.returncode, 0, site.run.stderr)
        self.assertEqual(list(self.temporary.iterdir()), [], "something was left behind")
        return site

    def repository(self, name="book", *options):
        repository = Repository(self.scratch / name, *options)
        repository.write("carnet.yaml", "language: en\ncheck: {missing-url: off, orphan-page: off}\n")
        return repository

    # --- What is shown.

    def test_each_page_shows_its_own_last_change_and_who_made_them(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n")
        book.commit(author="Bob <bob@example.org>", a_md="# A\n\nMore\n")
        site = self.build(book.folder)
        self.assertEqual(site.codes, set())
        self.assertIn("Last updated on March 1, 2024 Contributions by Ada", site.foot("index.html"))
        self.assertIn("Last updated on March 2, 2024 Contributions by Bob, Ada", site.foot("a.html"))
        self.assertIn(b'<time datetime="2024-03-02">', site.bytes_of("a.html"))

    def test_in_the_language_of_the_page_with_few_names(self):
        book = self.repository()
        book.commit(README_md="# Début\n", été_md="# Été\n")
        book.write("carnet.yaml", "language: fr\n")
        for name in ("Zoé", "Élise", "Łukasz", "山田", "Ada"):
            book.commit(author=f"{name} <{name}@example.org>", été_md=f"# Été\n\n{name}\n")
        foot = self.build(book.folder).foot("été.html")
        self.assertIn("Dernière mise à jour le 6 mars 2024", foot)
        self.assertIn("Contributions : Ada, 山田, Łukasz et 2 autres", foot)

    def test_an_unchanged_page_keeps_its_bytes_when_another_one_changes(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n", b_md="# B\n")
        before = self.build(book.folder).bytes_of("a.html")
        book.commit(author="Bob <bob@example.org>", b_md="# B\n\nMore\n")
        book.commit(author="Adele <ada@example.org>", b_md="# B\n\nEven more\n")
        self.assertEqual(self.build(book.folder).bytes_of("a.html"), before)

    def test_the_time_zone_changes_nothing(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        first = self.build(book.folder, TZ="Pacific/Kiritimati").bytes_of("index.html")
        self.assertEqual(self.build(book.folder, TZ="America/Adak").bytes_of("index.html"), first)

    def test_one_person_under_several_names(self):
        book = self.repository()
        book.commit(README_md="# 1\n")
        book.commit(author="Ada Lovelace <ADA@example.org>", README_md="# 2\n")
        book.commit(author="bobby <b@home>", README_md="# 3\n")
        book.write(".mailmap", "Bob <bob@example.org> <b@home>\n")
        book.commit(author="dependabot[bot] <bot@example.org>", README_md="# 4\n")
        foot = self.build(book.folder).foot("index.html")
        self.assertIn("Contributions by Ada Lovelace, Bob", foot)
        self.assertNotIn("bot]", foot)

    def test_co_authors_count(self):
        book = self.repository()
        book.commit(message="Both\n\nCo-authored-by: Cid <cid@example.org>\n", README_md="# 1\n")
        self.assertIn("by Ada, Cid", self.build(book.folder).foot("index.html"))

    def test_a_name_is_only_text(self):
        book = self.repository()
        book.commit(author='"><script>alert(1)</script>\u202e <x@y>', README_md="# 1\n")
        page = self.build(book.folder).bytes_of("index.html").decode()
        self.assertNotIn("<script>alert", page)
        self.assertNotIn("\u202e", page)

    def test_a_page_may_hide_it(self):
        book = self.repository()
        book.commit(README_md="---\nlayout:\n  metadata:\n    visible: false\n---\n# Start\n")
        self.assertNotIn("2024", self.build(book.folder).foot("index.html"))

    def test_history_false(self):
        book = self.repository()
        book.write("carnet.yaml", "language: en\nhistory: false\n")
        book.commit(README_md="# Start\n")
        self.assertNotIn("2024", self.build(book.folder).bytes_of("index.html").decode())

    def test_a_page_is_as_new_as_what_it_includes(self):
        book = self.repository()
        book.commit(README_md='# Start\n\n{% include "part.md" %}\n', part_md="Part\n")
        book.commit(author="Bob <bob@example.org>", part_md="New part\n")
        self.assertIn("March 2, 2024 Contributions by Ada, Bob", self.build(book.folder).foot("index.html"))

    # --- The state of the book.

    def test_start_pages_say_which_state_this_is_and_others_ask_a_script(self):
        book = self.repository()
        book.write("carnet.yaml", "language: en\nurl: https://example.org/a/\n"
                   "source_url: https://gitlab.com/a/b\n")
        book.commit(README_md="# Start\n", a_md="---\nlang: fr\n---\n\n# A\n")
        commit = book.git("rev-parse", "HEAD").strip()
        site = self.build(book.folder)
        words = f"Version of March 1, 2024 ({commit[:7]})"
        link = f'<a href="https://gitlab.com/a/b/-/commit/{commit}">{words}</a>'
        self.assertEqual(STATE.search(site.bytes_of("index.html").decode()).group(1), link)
        self.assertEqual(STATE.search(site.bytes_of("a.html").decode()).group(1), "")
        self.assertNotIn(commit[:7], site.bytes_of("a.html").decode())
        script = site.bytes_of("_carnet/book.js").decode()
        for part in ("time:1709294400", commit, "https://example.org/a/", words,
                     f"Version du 1er mars 2024 ({commit[:7]})"):
            self.assertIn(part, script)

    def test_a_book_without_history_has_no_state(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        book.write("carnet.yaml", "history: false\n")
        site = self.build(book.folder)
        self.assertIsNone(STATE.search(site.bytes_of("index.html").decode()))
        self.assertFalse((site.out / "_carnet/book.js").exists())

    def test_a_start_page_that_carnet_writes_has_a_state_and_no_date(self):
        book = self.repository()
        book.commit(a_md="# A\n", b_md="# B\n")
        site = self.build(book.folder)
        self.assertEqual(site.foot("index.html"), "")
        self.assertIn("Version of March 1", STATE.search(site.bytes_of("index.html").decode()).group(1))

    # --- What happened to pages.

    def test_a_page_that_was_only_moved_keeps_date_and_people(self):
        book = self.repository()
        book.commit(README_md="# Start\n", old_md="# A\n\nText\n")
        book.day += 1
        (book.folder / "new").mkdir()
        book.git("mv", "old.md", "new/a.md")
        book.commit(author="Bob <bob@example.org>")
        self.assertIn("March 1, 2024 Contributions by Ada", self.build(book.folder).foot("new/a.html"))
        book.commit(author="Cid <cid@example.org>", new__a_md="# A\n\nText\n\nMore\n")
        self.assertIn("March 4, 2024 Contributions by Cid, Ada", self.build(book.folder).foot("new/a.html"))

    def test_a_page_that_was_moved_and_changed_keeps_people(self):
        book = self.repository()
        text = "".join(f"Line {i}\n" for i in range(30))
        book.commit(README_md="# Start\n", old_md=text)
        (book.folder / "old.md").unlink()
        book.commit(author="Bob <bob@example.org>", new_md=text + "One more\n")
        self.assertIn("March 2, 2024 Contributions by Bob, Ada", self.build(book.folder).foot("new.html"))

    def test_a_name_that_was_used_twice(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# First\n\nAn old text.\n")
        book.git("mv", "a.md", "b.md")
        book.commit(author="Bob <bob@example.org>")
        book.commit(author="Cid <cid@example.org>", a_md="# Second\n\nAnother text altogether.\n")
        site = self.build(book.folder)
        self.assertIn("Contributions by Cid", site.foot("a.html"))
        self.assertNotIn("Ada", site.foot("a.html"))
        self.assertIn("March 1, 2024 Contributions by Ada", site.foot("b.html"))

    def test_a_merge_that_changed_a_page_dates_it(self):
        book = self.repository()
        lines = [f"Line {i}\n\n" for i in range(20)]
        book.commit(README_md="# Start\n", a_md="".join(lines), b_md="# B\n")
        book.git("switch", "-q", "-c", "side")
        book.commit(author="Bob <bob@example.org>", a_md="".join(["First\n\n", *lines[1:]]))
        book.git("switch", "-q", "main")
        book.commit(author="Cid <cid@example.org>", a_md="".join([*lines[:-1], "Last\n\n"]))
        book.day += 1
        book.git("merge", "-q", "side", "-m", "Merge", author="Merger <merger@example.org>")
        site = self.build(book.folder)
        self.assertIn("March 4, 2024", site.foot("a.html"))
        self.assertNotIn("Merger", site.foot("a.html"))
        self.assertIn("Bob", site.foot("a.html"))
        self.assertIn("March 1, 2024", site.foot("b.html"))

    def test_a_page_that_was_never_committed(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        book.write("a.md", "# A\n")
        book.write("README.md", "# Start\n\nNot yet committed\n")
        site = self.build(book.folder)
        self.assertEqual(site.foot("a.html"), "")
        self.assertIn("March 1, 2024", site.foot("index.html"))

    def test_a_page_that_git_forgot(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n")
        book.git("rm", "-q", "--cached", "a.md")
        book.day += 1
        book.git("commit", "-q", "-m", "No longer here")
        self.assertEqual(self.build(book.folder).foot("a.html"), "")

    # --- Where a repository is.

    def test_a_book_in_a_folder_of_the_repository(self):
        book = self.repository()
        book.write("docs/.gitbook.yaml", "root: ./text/\n")
        book.write("docs/carnet.yaml", "language: en\n")
        book.commit(README_md="# Not this\n", docs__text__README_md="# Start\n", docs__text__a_md="# A\n")
        book.commit(author="Bob <bob@example.org>", docs__text__a_md="# A\n\nMore\n")
        book.commit(author="Cid <cid@example.org>", README_md="# Changed\n")
        site = self.build(book.folder / "docs")
        self.assertIn("March 2, 2024 Contributions by Bob, Ada", site.foot("a.html"))
        self.assertIn("March 1, 2024 Contributions by Ada", site.foot("index.html"))

    def test_a_book_that_moved_into_a_folder(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n")
        (book.folder / "docs").mkdir()
        book.git("mv", "README.md", "a.md", "carnet.yaml", "docs/")
        book.commit(author="Bob <bob@example.org>")
        self.assertIn("March 1, 2024 Contributions by Ada", self.build(book.folder / "docs").foot("a.html"))

    def test_another_work_tree_and_no_branch(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        book.git("worktree", "add", "-q", "--detach", str(self.scratch / "tree"))
        book.commit(README_md="# Later\n")
        self.assertIn("March 1, 2024", self.build(self.scratch / "tree").foot("index.html"))

    def test_a_submodule(self):
        book = self.repository("part")
        book.commit(README_md="# Start\n")
        outer = Repository(self.scratch / "outer")
        outer.day = 1
        outer.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(book.folder), "docs")
        outer.commit()
        self.assertIn("March 1, 2024 Contributions by Ada", self.build(outer.folder / "docs").foot("index.html"))

    def test_somebody_elses_repository_around_the_book(self):
        outer = self.repository("outer")
        outer.write(".gitignore", "book/\n")
        outer.commit(README_md="# Outer\n")
        outer.write("book/README.md", "# Book\n")
        site = self.build(outer.folder / "book")
        self.assertEqual(site.foot("index.html"), "")
        self.assertNotIn("shallow-history", site.codes)

    def test_a_git_file_that_leads_elsewhere(self):
        secret = self.repository("secret")
        secret.commit(author="Secret Agent <x@example.org>", README_md="# Start\n")
        book = self.scratch / "book"
        book.mkdir()
        (book / "README.md").write_text("# Start\n")
        (book / ".git").write_text(f"gitdir: {secret.folder}/.git\n")
        site = self.build(book)
        self.assertIn("unreadable-history", site.codes)
        self.assertEqual(site.foot("index.html"), "")
        (book / ".git").unlink()
        (book / ".git").symlink_to(secret.folder / ".git")
        self.assertEqual(self.build(book).foot("index.html"), "")

    def test_repositories_of_other_kinds(self):
        book = self.repository("sha256", "--object-format=sha256")
        book.commit(README_md="# Start\n")
        self.assertIn("March 1, 2024", self.build(book.folder).foot("index.html"))
        book.git("pack-refs", "--all")
        book.git("gc", "-q")
        self.assertIn("March 1, 2024", self.build(book.folder).foot("index.html"))

    # --- Where something is missing.

    def test_no_repository(self):
        book = self.scratch / "book"
        book.mkdir()
        (book / "README.md").write_text("# Start\n")
        site = self.build(book)
        self.assertEqual(site.foot("index.html"), "")
        self.assertFalse({"shallow-history", "unreadable-history"} & site.codes)

    def test_a_repository_without_commits(self):
        book = self.repository()
        book.write("README.md", "# Start\n")
        site = self.build(book.folder)
        self.assertEqual(site.foot("index.html"), "")
        self.assertEqual(site.codes, set())

    def test_no_git(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        site = self.build(book.folder, PATH=str(self.temporary))
        self.assertEqual(site.foot("index.html"), "")
        self.assertEqual(site.codes, {"unreadable-history"})

    def test_a_shallow_clone(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n")
        book.commit(author="Bob <bob@example.org>", a_md="# A\n\nMore\n")
        clone = self.scratch / "clone"
        for depth, dated in ((1, False), (2, True)):
            shutil.rmtree(clone, ignore_errors=True)
            if depth == 2:
                book.commit(author="Cid <cid@example.org>", a_md="# A\n\nStill more\n")
            book.git("clone", "-q", f"--depth={depth}", f"file://{book.folder}", str(clone))
            site = self.build(clone)
            self.assertEqual(site.foot("index.html"), "")
            self.assertEqual(site.foot("a.html"), "Last updated on March 3, 2024" if dated else "")
            self.assertEqual(site.codes, {"shallow-history"})
            self.assertIn("fetch-depth: 0", site.run.stderr)

    def test_a_partial_clone(self):
        book = self.repository()
        book.git("config", "uploadpack.allowFilter", "true")
        text = "".join(f"Line {i}\n" for i in range(30))
        book.commit(README_md="# Start\n", old_md=text)
        book.git("mv", "old.md", "a.md")
        book.commit(a_md=text + "More\n")
        clone = self.scratch / "clone"
        book.git("clone", "-q", "--filter=blob:none", f"file://{book.folder}", str(clone))
        shutil.move(book.folder, self.scratch / "gone")
        self.assertIn("March 2, 2024", self.build(clone).foot("a.html"))

    def test_a_damaged_repository(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        book.commit(README_md="# Start again\n")
        first = book.git("rev-parse", "HEAD~").strip()
        (book.folder / ".git/objects" / first[:2] / first[2:]).unlink()
        site = self.build(book.folder)
        self.assertEqual(site.foot("index.html"), "")
        self.assertEqual(site.codes, {"unreadable-history"})

    # --- Nobody runs anything.

    def test_nothing_in_a_repository_is_run(self):
        book = self.repository()
        book.commit(README_md="# Start\n", a_md="# A\n")
        book.commit(author="Bob <bob@example.org>", a_md="# A\n\nMore\n")
        mark = self.scratch / MARK
        program = self.scratch / "program"
        program.write_text(f"#!/bin/sh\necho $0 $* >> '{mark}'\n")
        program.chmod(0o755)
        elsewhere = self.scratch / "elsewhere.config"
        elsewhere.write_text(f'[core]\n\tpager = {program}\n[log]\n\tdate = relative\n')
        (book.folder / ".gitattributes").write_text("*.md diff=evil filter=evil\n")
        book.commit()
        run = f"{program}"
        settings = {
            "core.fsmonitor": run, "core.hooksPath": str(self.scratch / "hooks"), "core.pager": run,
            "core.sshCommand": run, "core.editor": run, "core.askPass": run, "core.gitProxy": run,
            "core.worktree": "/", "core.alternateRefsCommand": run, "core.quotePath": "true",
            "core.attributesFile": str(elsewhere), "core.commitGraph": "false", "pager.log": run,
            "gpg.program": run, "gpg.ssh.program": run, "gpg.x509.program": run,
            "gpg.ssh.defaultKeyCommand": run, "log.showSignature": "true", "log.date": "relative",
            "log.mailmap": "false", "log.follow": "true", "log.diffMerges": "separate",
            "log.decorate": "full", "log.showRoot": "false", "log.graphColors": "red",
            "format.pretty": "oneline", "format.notes": "true", "notes.displayRef": "refs/*",
            "diff.external": run, "diff.evil.command": run, "diff.evil.textconv": run,
            "diff.renames": "false", "diff.noprefix": "true", "diff.relative": "true",
            "diff.orderFile": "/dev/zero", "diff.ignoreSubmodules": "none", "diff.submodule": "log",
            "filter.evil.clean": run, "filter.evil.smudge": run, "filter.evil.process": run,
            "color.ui": "always", "color.diff": "always", "column.ui": "always",
            "alias.log": f"!{run}", "include.path": str(elsewhere), "credential.helper": f"!{run}",
            "mailmap.file": str(elsewhere), "i18n.logOutputEncoding": "UTF-16",
            "protocol.allow": "always", "protocol.ext.allow": "always", "protocol.file.allow": "always",
            "remote.origin.url": f"ext::{run}", "remote.origin.uploadpack": run,
            "remote.origin.promisor": "true", "remote.origin.partialclonefilter": "blob:none",
            "extensions.partialClone": "origin", "submodule.recurse": "true",
            "uploadpack.packObjectsHook": run, "trace2.eventTarget": str(mark),
            "trace2.normalTarget": str(mark), "trace2.perfTarget": str(mark),
            "maintenance.auto": "true", "gc.auto": "1", "sequence.editor": run,
        }
        for hook in ("post-index-change", "reference-transaction", "pre-auto-gc"):
            for folder in (self.scratch / "hooks", book.folder / ".git/hooks"):
                folder.mkdir(exist_ok=True)
                shutil.copy(program, folder / hook)
        lines = []
        for key, value in settings.items():
            section, _, name = key.rpartition(".")
            head, _, rest = section.partition(".")
            lines.append(f'[{head} "{rest}"]' if rest else f"[{head}]")
            lines.append(f'\t{name} = "{value}"')
        with open(book.folder / ".git/config", "a", encoding="utf-8") as config:
            config.write("\n".join(lines) + "\n")
        # What the user's own environment says counts no more.
        site = self.build(book.folder, GIT_EXTERNAL_DIFF=run, GIT_PAGER=run, GIT_SSH_COMMAND=run,
                          GIT_TRACE=str(mark), GIT_TRACE2=str(mark), GIT_DIR="/nowhere",
                          GIT_CONFIG_COUNT="1", GIT_CONFIG_KEY_0="core.fsmonitor",
                          GIT_CONFIG_VALUE_0=run, GIT_ALLOW_PROTOCOL="ext", GIT_WORK_TREE="/")
        self.assertFalse(mark.exists(), mark.exists() and mark.read_text())
        self.assertIn("March 2, 2024 Contributions by Bob, Ada", site.foot("a.html"))
        self.assertEqual(site.codes, set())
        # Whoever asks git as people do is not as lucky.
        subprocess.run([GIT, f"--work-tree={book.folder}", "status"], cwd=book.folder, timeout=60,
                       env={"PATH": os.environ["PATH"]}, capture_output=True, check=False)
        self.assertTrue(mark.exists(), "these settings are harmless")

    def test_a_program_named_git_in_the_book_is_not_run(self):
        book = self.repository()
        book.commit(README_md="# Start\n")
        mark = self.scratch / MARK
        (book.folder / "git").write_text(f"#!/bin/sh\necho run >> '{mark}'\n")
        (book.folder / "git").chmod(0o755)
        here = os.getcwd()
        os.chdir(book.folder)
        try:
            self.build(book.folder, PATH=f".::{os.environ['PATH']}")
        finally:
            os.chdir(here)
        self.assertFalse(mark.exists())


if __name__ == "__main__":
    if GIT is None:
        print("skipped: there is no git")
        sys.exit(77)
    unittest.main(verbosity=1)
