"""The table of keys: bindings, the help screen, the bar at the bottom and the command palette are all made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import format_key

from factcheck.model import Verdict


@dataclass(frozen=True)
class Key:
    """One thing that keys do. `id` names it for those who change keys; `name` is its short form for the bar."""

    id: str
    keys: tuple[str, ...]
    action: str
    name: str
    help: str
    group: str
    bar: bool = False

    @property
    def shown(self) -> str:
        """The keys as they are printed on a keyboard."""
        return " ".join(map(_printed, self.keys))

    @property
    def sign(self) -> str:
        """The first of the keys, as it is printed on a keyboard."""
        return _printed(self.keys[0])


def _printed(key: str) -> str:
    held, _, last = key.rpartition("+")
    sign = "enter" if last == "enter" else format_key(last)
    return f"^{sign}" if held == "ctrl" else f"{held}+{sign}" if held else sign


_VERDICTS = [
    Key(f"verdict.{v}", (v.row.key,), f"decide('{v}')", v.value, f"{v}, then on to the next claim without a verdict", "Verdicts", bar=True)
    for v in Verdict
]
_VERDICTS_ALONG = [
    Key(
        f"verdict-along.{v}", (v.row.along or v.row.key.upper(),), f"decide_along('{v}')", f"{v} +",
        f"{v}, and the claim's names, dates and figures along with it", "Verdicts",
    )
    for v in Verdict
]  # fmt: skip

APP = (
    Key("palette", ("ctrl+p",), "app.command_palette", "palette", "everything that can be done, by name", "Frame"),
    Key("theme", ("T",), "app.switch_theme", "theme", "dark, light, or high contrast", "Frame"),
    Key("quit", ("ctrl+q",), "app.leave", "leave", "leave the program (everything is saved already)", "Frame"),
)
"""Keys of every screen."""

REVIEW = (
    *_VERDICTS,
    *_VERDICTS_ALONG,
    Key("repeat", ("full_stop",), "repeat", "again", "the last verdict again, with the evidence that went with it", "Verdicts"),
    Key("aspect", ("s",), "switch_aspect", "said/so", "judge the other half: that it was said, or that it is so", "Verdicts", bar=True),
    Key("undo", ("z",), "undo", "undo", "take back what was done last, and go back there", "Verdicts", bar=True),
    Key("redo", ("Z",), "redo", "redo", "do again what was taken back", "Verdicts"),
    Key("evidence", ("e",), "evidence", "evidence", "hang evidence on the claim", "About the claim", bar=True),
    Key("note", ("n",), "note", "note", "write a note", "About the claim", bar=True),
    Key("correction", ("c",), "correction", "correct", "ask for other words (the claim is then disputed)", "About the claim", bar=True),
    Key("value", ("m",), "set_value", "means", "put right what a date or figure was read to mean", "About the claim", bar=True),
    Key("ask", ("a",), "ask", "ask", "ask the author", "About the claim", bar=True),
    Key("link", ("h",), "open_link", "link", "open the claim's newest link in the browser", "About the claim"),
    Key("questions", ("Q",), "copy_questions", "questions", "copy every open question to the author", "About the claim"),
    Key("mark", ("b",), "mark", "mark", "in the article, begin to mark words, or stop", "Claims by hand"),
    Key("new", ("N",), "make_claim", "new claim", "a new claim on the marked words", "Claims by hand"),
    Key("words", ("W",), "resize", "words", "give the claim the marked words, wider or narrower", "Claims by hand"),
    Key("split", ("S",), "split_claim", "split", "split the claim in two where the cursor is in the article", "Claims by hand"),
    Key("join", ("M",), "join", "join", "join the claim with the next one", "Claims by hand"),
    Key("reword", ("r",), "reword", "reword", "another wording that stands by itself", "Claims by hand"),
    Key("speaker", ("w",), "give", "who", "say who said it; nobody, and it is the article's own", "Claims by hand"),
    Key("meant", ("t",), "put_right", "meant", "say whom a name, role or pronoun means; what hangs on it follows", "Claims by hand"),
    Key("remove", ("delete",), "remove", "remove", "take a wrong claim out; undo brings it back", "Claims by hand"),
    Key("next", ("j", "down"), "move(1)", "next", "next claim; in the article, one row down", "Moving"),
    Key("previous", ("k", "up"), "move(-1)", "previous", "previous claim; in the article, one row up", "Moving"),
    Key("page-on", ("pagedown",), "page(1)", "page", "a page on", "Moving"),
    Key("page-back", ("pageup",), "page(-1)", "page back", "a page back", "Moving"),
    Key("first", ("g", "home"), "end(-1)", "first", "to the first claim, or the top of the article", "Moving"),
    Key("last", ("G", "end"), "end(1)", "last", "to the last claim, or the end of the article", "Moving"),
    Key("word-back", ("left",), "word(-1)", "word back", "in the article, a word back", "Moving"),
    Key("word-on", ("right",), "word(1)", "word", "in the article, a word on", "Moving"),
    Key("around", ("enter",), "around", "around", "the claim around this one", "Moving"),
    Key("unreviewed", ("space",), "next_unreviewed", "next open", "next claim without a verdict", "Moving", bar=True),
    Key("same-speaker", ("p",), "next_by_speaker", "same person", "next claim by the same speaker", "Moving"),
    Key("unsettled", ("i",), "next_unsettled", "unsettled", "next claim in conflict, or decided on other words", "Moving"),
    Key("side", ("tab",), "switch_side", "side", "from the claims to the article and back", "Moving", bar=True),
    Key("details-on", ("J",), "scroll_details(1)", "details", "scroll the details", "Moving"),
    Key("details-back", ("K",), "scroll_details(-1)", "details back", "scroll the details back", "Moving"),
    Key("flag", ("f",), "next_flag", "flag", "next flag", "Finding", bar=True),
    Key("flags", ("F",), "flags", "flags", "list of flags, with reasons; dismiss one", "Finding", bar=True),
    Key("differences", ("C",), "differences", "differences", "what readers differ on and what a merge kept twice, side by side", "Finding"),
    Key("lost", ("L",), "lost", "lost", "claims whose words the article has lost: put them on others, or let them go", "Finding"),
    Key(
        "sources",
        ("H",),
        "sources",
        "sources",
        "every source: look at it, see which claims lean on it, mark it confidential",
        "Finding",
    ),
    Key("before", ("Y",), "before", "checked before", "claims like it in the other cases; take their evidence over", "Finding"),
    Key("search", ("slash",), "search", "search", "search in the claims and the article", "Finding", bar=True),
    Key("match-on", ("greater_than_sign",), "match(1)", "match", "next match of the search", "Finding"),
    Key("match-back", ("less_than_sign",), "match(-1)", "match back", "previous match of the search", "Finding"),
    Key("filter", ("l",), "filter", "filter", "limit the list: unreviewed, disputed, flagged, a speaker, a kind", "Finding", bar=True),
    Key("clear", ("escape",), "clear", "clear", "forget the marked words, then the search, then the filter", "Finding"),
    Key("version", ("A",), "new_version", "new version", "take in a new version of the article", "Frame"),
    Key("sign-off", ("E",), "sign_off", "sign off", "as the editor, sign the case off; open it again, with a reason", "Frame"),
    Key("look", ("B",), "look", "look", "when reading blind, see what others decided from now on", "Frame"),
    Key("save", ("ctrl+s",), "save", "save", "try again to save, when saving has failed", "Frame"),
    Key("help", ("question_mark",), "help", "help", "this help", "Frame", bar=True),
    Key("leave", ("q",), "leave", "leave", "leave the case (everything is saved already)", "Frame", bar=True),
)
"""Keys of a review."""

FLAGS = (
    Key("flags.next", ("j", "down"), "move(1)", "next", "next flag", "Flags", bar=True),
    Key("flags.previous", ("k", "up"), "move(-1)", "previous", "previous flag", "Flags"),
    Key("flags.jump", ("enter",), "jump(0)", "go there", "go to the first place of the flag", "Flags", bar=True),
    Key("flags.second", ("2",), "jump(1)", "second place", "go to the second place of the flag", "Flags", bar=True),
    Key(
        "flags.dismiss",
        ("d",),
        "dismiss_flag",
        "dismiss",
        "let the flag pass, with a reason; a dismissed one is open again",
        "Flags",
        bar=True,
    ),
    Key("flags.accept", ("c",), "accept", "correct", "ask for what the flag suggests, as a correction", "Flags", bar=True),
    Key("flags.undo", ("z",), "undo", "undo", "take back what was done last", "Flags", bar=True),
    Key("flags.dismissed", ("t",), "switch_dismissed", "dismissed", "show the dismissed ones too, or hide them", "Flags", bar=True),
    Key("flags.close", ("escape", "q", "F"), "close", "back", "back to the review", "Flags", bar=True),
)
"""Keys of the list of flags."""

DIFFERENCES = (
    Key("differences.next", ("j", "down"), "move(1)", "next", "next difference", "Differences", bar=True),
    Key("differences.previous", ("k", "up"), "move(-1)", "previous", "previous difference", "Differences"),
    Key("differences.go", ("enter",), "go", "go there", "go to the claim", "Differences", bar=True),
    Key(
        "differences.first",
        ("1",),
        "take(0)",
        "side with 1",
        "give the first one's verdict, or let the first value count",
        "Differences",
        bar=True,
    ),
    Key("differences.second", ("2",), "take(1)", "side with 2", "the same for the second", "Differences", bar=True),
    Key("differences.third", ("3",), "take(2)", "side with 3", "the same for the third", "Differences"),
    Key("differences.fourth", ("4",), "take(3)", "side with 4", "the same for the fourth", "Differences"),
    Key("differences.undo", ("z",), "undo", "undo", "take back what was done last", "Differences", bar=True),
    Key("differences.close", ("escape", "q", "C"), "close", "back", "back to the review", "Differences", bar=True),
)
"""Keys of the list of differences."""

LOST = (
    Key("lost.next", ("j", "down"), "move(1)", "next", "next lost claim", "Lost claims", bar=True),
    Key("lost.previous", ("k", "up"), "move(-1)", "previous", "previous lost claim", "Lost claims"),
    Key("lost.other", ("tab", "right"), "other(1)", "another", "another claim to put it on", "Lost claims", bar=True),
    Key("lost.other-back", ("shift+tab", "left"), "other(-1)", "another back", "the claim before that", "Lost claims"),
    Key("lost.put", ("enter",), "put", "put it there", "put it on the claim beside it, with all that was decided", "Lost claims", bar=True),
    Key("lost.forget", ("delete",), "forget", "let go", "let it go, with what was decided on it", "Lost claims", bar=True),
    Key("lost.undo", ("z",), "undo", "undo", "take back what was done last", "Lost claims", bar=True),
    Key("lost.close", ("escape", "q", "L"), "close", "back", "back to the review", "Lost claims", bar=True),
)
"""Keys of the list of lost claims."""

SOURCES = (
    Key("sources.next", ("j", "down"), "move(1)", "next", "next source", "Sources", bar=True),
    Key("sources.previous", ("k", "up"), "move(-1)", "previous", "previous source", "Sources"),
    Key("sources.go", ("enter",), "go", "go there", "go to the next claim that leans on it", "Sources", bar=True),
    Key("sources.look", ("f",), "look(False)", "look", "fetch those that nobody has looked at; again to stop", "Sources", bar=True),
    Key("sources.again", ("a",), "look(True)", "look again", "fetch all again, and tell what has changed", "Sources", bar=True),
    Key("sources.open", ("h",), "open", "link", "open it in the browser", "Sources", bar=True),
    Key("sources.confidential", ("x",), "confidential", "confidential", "let no export name it, or take that back", "Sources", bar=True),
    Key("sources.undo", ("z",), "undo", "undo", "take back what was done last", "Sources"),
    Key("sources.close", ("escape", "q", "H"), "close", "back", "back to the review", "Sources", bar=True),
)
"""Keys of the list of sources."""

BEFORE = (
    Key("before.next", ("j", "down"), "move(1)", "next", "next claim", "Checked before", bar=True),
    Key("before.previous", ("k", "up"), "move(-1)", "previous", "previous claim", "Checked before"),
    Key("before.take", ("enter",), "take", "take evidence", "hang its evidence on your claim", "Checked before", bar=True),
    Key("before.undo", ("z",), "undo", "undo", "take back what was done last", "Checked before", bar=True),
    Key("before.close", ("escape", "q", "Y"), "close", "back", "back to the review", "Checked before", bar=True),
)
"""Keys of the list of claims that were checked before."""

WAIT = (Key("wait.stop", ("escape",), "stop", "stop", "stop it, and keep nothing of it", "Waiting", bar=True),)
"""Keys while something is being done."""

HOME = (
    Key("home.next", ("j", "down"), "move(1)", "next", "next case", "Cases"),
    Key("home.previous", ("k", "up"), "move(-1)", "previous", "previous case", "Cases"),
    Key("home.open", ("enter",), "open_case", "open", "open the case", "Cases", bar=True),
    Key("home.article", ("a", "slash"), "open_article", "article", "open an article by its path, or paste its text", "Cases", bar=True),
    Key("home.stop", ("escape",), "stop", "stop", "stop splitting an article, and keep nothing of it", "Cases", bar=True),
    Key("home.help", ("question_mark",), "help", "help", "this help", "Frame", bar=True),
    Key("home.leave", ("q",), "app.leave", "leave", "leave the program", "Frame", bar=True),
)
"""Keys of the list of cases."""

FORM = (
    Key("form.save", ("enter",), "submit", "save", "save and close", "Forms", bar=True),
    Key("form.close", ("escape",), "cancel", "cancel", "close without saving", "Forms", bar=True),
)
"""Keys of every form."""

CHOICE = (
    Key("choice.next", ("j", "down"), "move(1)", "next", "next choice", "Choices", bar=True),
    Key("choice.previous", ("k", "up"), "move(-1)", "previous", "previous choice", "Choices", bar=True),
    Key("choice.take", ("enter",), "take", "choose", "choose", "Choices", bar=True),
    Key("choice.close", ("escape", "q", "l"), "cancel", "back", "back without a choice", "Choices", bar=True),
)
"""Keys of a menu."""

HELP = (
    Key("help.on", ("j", "down", "pagedown", "space"), "move(1)", "on", "on", "Help", bar=True),
    Key("help.back", ("k", "up", "pageup"), "move(-1)", "back", "back", "Help", bar=True),
    Key("help.close", ("escape", "q", "question_mark"), "close", "close", "close", "Help", bar=True),
)
"""Keys of the help screen."""

SCREENS = (REVIEW, FLAGS, DIFFERENCES, LOST, SOURCES, BEFORE, WAIT, HOME, FORM, CHOICE, HELP)
"""The table of each screen; beside the keys in it, a screen has those of `APP`."""


def bindings(table: Iterable[Key]) -> list[BindingType]:
    """Textual's bindings for a table. They have priority, so that the next key waits until the action is done."""
    return [Binding(",".join(k.keys), k.action, k.name, id=k.id, priority=True, show=False) for k in table]
