"""The table of keys: bindings, the help screen, the bar at the bottom and the command palette are all made from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType
from textual.keys import format_key

from factcheck.model import Stance, Verdict


class Group(StrEnum):
    """Keys that stand together on the help screen and in the settings, under these words."""

    VERDICTS = "Verdicts"
    ABOUT = "About the claim"
    BY_HAND = "Claims by hand"
    MOVING = "Moving"
    FINDING = "Finding"
    FRAME = "Frame"
    FLAGS = "Flags"
    DIFFERENCES = "Differences"
    LOST = "Lost claims"
    SOURCES = "Sources"
    ENTRIES = "Evidence, notes and questions"
    NOTES = "Notes on the case"
    NEWS = "News"
    STANCES = "How a source bears on the claim"
    BEFORE = "Checked before"
    WAITING = "Waiting"
    CASES = "Cases"
    FORMS = "Forms"
    CHOICES = "Choices"
    HELP = "Help"


@dataclass(frozen=True)
class Key:
    """One thing that keys do. `id` names it for those who change keys; `name` is its short form for the bar."""

    id: str
    keys: tuple[str, ...]
    action: str
    name: str
    help: str
    group: Group
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


def _help(screen: str, group: Group) -> Key:
    return Key(f"{screen}.help", ("question_mark",), "help", "help", "this help", group)


_VERDICTS = [
    Key(
        f"verdict.{v}",
        (v.row.key,),
        f"decide('{v}')",
        v.value,
        f"{v}, then on to the next claim without a verdict",
        Group.VERDICTS,
        bar=True,
    )
    for v in Verdict
]
_VERDICTS_ALONG = [
    Key(
        f"verdict-along.{v}", (v.row.along or v.row.key.upper(),), f"decide_along('{v}')", f"{v} +",
        f"{v}, with the claim's names, dates and figures", Group.VERDICTS,
    )
    for v in Verdict
]  # fmt: skip

_COUNTS = [
    Key(f"count-{n}", (n,), f"count({n})", "count", "a number before a key counts: 12j goes twelve claims on", Group.MOVING)
    for n in "0123456789"
]

APP = (
    Key("palette", ("ctrl+p",), "app.command_palette", "palette", "everything that can be done, by name", Group.FRAME),
    Key("help-here", ("f1",), "app.help_here", "help", "help for where you are, in a form too", Group.FRAME),
    Key("theme", ("T",), "app.switch_theme", "theme", "dark, light, or high contrast", Group.FRAME),
    Key("quit", ("ctrl+q",), "app.leave", "leave", "leave the program (everything is saved already)", Group.FRAME),
)
"""Keys of every screen."""

REVIEW = (
    *_VERDICTS,
    *_VERDICTS_ALONG,
    Key("repeat", ("full_stop",), "repeat", "again", "the last verdict again, with the evidence that went with it", Group.VERDICTS),
    Key(
        "both-verified", ("semicolon",), "decide_both('verified')", "both", "verified: that it was said, and that it is so", Group.VERDICTS
    ),
    Key(
        "both",
        ("ampersand",),
        "turn_both",
        "both halves",
        "the next verdict goes to both: that it was said, and that it is so",
        Group.VERDICTS,
    ),
    Key("select", ("minus",), "select", "select", "select claims from here to where you go: the next verdict goes to all", Group.VERDICTS),
    Key("select-all", ("asterisk",), "select_open", "select all", "select all listed claims without a verdict", Group.VERDICTS),
    Key("stay", ("underscore",), "switch_stay", "stay", "after a verdict, stay on the claim, or go on to the next again", Group.VERDICTS),
    Key(
        "aspect",
        ("s",),
        "switch_aspect",
        "said/so",
        "switch between the two questions: was it said, and is it so",
        Group.VERDICTS,
        bar=True,
    ),
    Key("undo", ("z",), "undo", "undo", "take back what was done last, and go back there", Group.VERDICTS, bar=True),
    Key("redo", ("Z",), "redo", "redo", "do again what was taken back", Group.VERDICTS),
    Key("evidence", ("e",), "evidence", "evidence", "add evidence to the claim", Group.ABOUT, bar=True),
    Key("note", ("n",), "note", "note", "write a note", Group.ABOUT, bar=True),
    Key("correction", ("c",), "correction", "correct", "ask for a correction (the claim is then disputed)", Group.ABOUT, bar=True),
    Key("value", ("m",), "set_value", "means", "correct how a date or figure was interpreted", Group.ABOUT, bar=True),
    Key("readings", ("R",), "readings", "readings", "other readings of a date: the years, weeks or days that it may mean", Group.ABOUT),
    Key("ask", ("a",), "ask", "ask", "ask the author", Group.ABOUT, bar=True),
    Key("link", ("h",), "open_link", "link", "open the claim's newest link in the browser, or its file at the page or second", Group.ABOUT),
    Key(
        "entries",
        ("plus",),
        "entries",
        "entries",
        "the claim's evidence, notes and questions: change, remove, answer",
        Group.ABOUT,
    ),
    Key("stance", ("equals_sign",), "stance", "stance", "say whether a source of the writer's supports or refutes the claim", Group.ABOUT),
    Key("contact", ("at",), "contact", "talk", "log a conversation about the claim; it becomes evidence", Group.ABOUT),
    Key("copy", ("y",), "copy", "copy", "copy the claim; again for its quotation, its link, its place in the case", Group.ABOUT, bar=True),
    Key("questions", ("Q",), "copy_questions", "questions", "copy every open question to the author", Group.ABOUT),
    Key("mark", ("b",), "mark", "mark", "in the article, begin to mark words, or stop", Group.BY_HAND),
    Key("new", ("N",), "make_claim", "new claim", "a new claim on the marked words", Group.BY_HAND),
    Key("words", ("W",), "resize", "words", "give the claim the marked words instead of its own", Group.BY_HAND),
    Key("split", ("S",), "split_claim", "split", "split the claim in two where the cursor is in the article", Group.BY_HAND),
    Key("join", ("M",), "join", "join", "join the claim with the next one", Group.BY_HAND),
    Key("reword", ("r",), "reword", "reword", "reword the claim so that it makes sense on its own", Group.BY_HAND),
    Key("speaker", ("w",), "give", "who", "say who said it; leave it empty when the article itself says so", Group.BY_HAND),
    Key("meant", ("t",), "put_right", "meant", "say whom a name, role or pronoun means, in every claim that depends on it", Group.BY_HAND),
    Key("remove", ("delete",), "remove", "remove", "take a wrong claim out; undo brings it back", Group.BY_HAND),
    Key("waive", ("P",), "waive", "let pass", "let the marked words pass without checking, with a reason", Group.BY_HAND),
    Key("next", ("j", "down"), "move(1)", "next", "next claim; in the article, one row down", Group.MOVING),
    Key("previous", ("k", "up"), "move(-1)", "previous", "previous claim; in the article, one row up", Group.MOVING),
    Key("page-on", ("pagedown",), "page(1)", "page", "a page on", Group.MOVING),
    Key("page-back", ("pageup",), "page(-1)", "page back", "a page back", Group.MOVING),
    Key("half-on", ("ctrl+d",), "half(1)", "half a page", "half a page on", Group.MOVING),
    Key("half-back", ("ctrl+u",), "half(-1)", "half back", "half a page back", Group.MOVING),
    Key("first", ("g", "home"), "end(-1)", "first", "to the first claim, or the top of the article; 57g to number 57", Group.MOVING),
    Key("last", ("G", "end"), "end(1)", "last", "to the last claim, or the end of the article; 57G to number 57", Group.MOVING),
    Key("go-to", ("colon",), "go_to", "go to", "go to a claim by its number in the list, or by its id", Group.MOVING),
    *_COUNTS,
    Key("word-back", ("left",), "word(-1)", "word back", "in the article, a word back", Group.MOVING),
    Key("word-on", ("right",), "word(1)", "word", "in the article, a word on", Group.MOVING),
    Key("around", ("enter",), "around", "around", "the larger claim that this one is part of", Group.MOVING),
    Key("unreviewed", ("space",), "next_unreviewed", "next open", "next claim without a verdict", Group.MOVING, bar=True),
    Key("same-speaker", ("p",), "next_by_speaker", "same person", "next claim by the same speaker", Group.MOVING),
    Key(
        "unsettled",
        ("i",),
        "next_unsettled",
        "unsettled",
        "next claim in conflict, or whose words changed after it was decided",
        Group.MOVING,
    ),
    Key("side", ("tab",), "switch_side", "side", "from the claims to the article and back", Group.MOVING, bar=True),
    Key("details-on", ("J",), "scroll_details(1)", "details", "scroll the details", Group.MOVING),
    Key("details-back", ("K",), "scroll_details(-1)", "details back", "scroll the details back", Group.MOVING),
    Key("flag", ("f",), "next_flag", "flag", "next flag", Group.FINDING, bar=True),
    Key(
        "ticks",
        ("I",),
        "tick",
        "word by word",
        "colour the words by whether they are checked, open, or in no claim; again to stop",
        Group.FINDING,
    ),
    Key("accept", ("exclamation_mark",), "accept_flag", "accept", "ask for the correction that the claim's flag suggests", Group.FINDING),
    Key("flags", ("F",), "flags", "flags", "list of flags, with reasons; dismiss one", Group.FINDING, bar=True),
    Key(
        "differences",
        ("C",),
        "differences",
        "differences",
        "where readers disagree, and what a merge kept from both, side by side",
        Group.FINDING,
    ),
    Key("lost", ("L",), "lost", "lost", "lost claims, whose wording no longer appears in the article: move or drop them", Group.FINDING),
    Key(
        "sources",
        ("H",),
        "sources",
        "sources",
        "all sources: fetch them, see which claims rely on them, mark them confidential",
        Group.FINDING,
    ),
    Key(
        "before",
        ("Y",),
        "before",
        "checked before",
        "similar claims in the other cases, to reuse their evidence; what others published",
        Group.FINDING,
    ),
    Key("search", ("slash",), "search", "search", "search as you type; the list shows the claims that match", Group.FINDING, bar=True),
    Key("match-on", ("greater_than_sign",), "match(1)", "match", "next match of the search", Group.FINDING),
    Key("match-back", ("less_than_sign",), "match(-1)", "match back", "previous match of the search", Group.FINDING),
    Key("filter", ("l",), "filter", "filter", "limit the list: unreviewed, disputed, flagged, a speaker, a kind", Group.FINDING, bar=True),
    Key(
        "group",
        ("comma",),
        "regroup",
        "group",
        "list the claims by paragraph, by speaker, by source, or as the article has them",
        Group.FINDING,
    ),
    Key("clear", ("escape",), "clear", "clear", "clear the marked words, then the selected claims, the search, the filter", Group.FINDING),
    Key("wider", ("right_square_bracket",), "widen(5)", "wider", "a wider article, beside a narrower list", Group.FRAME),
    Key("narrower", ("left_square_bracket",), "widen(-5)", "narrower", "a narrower article, beside a wider list", Group.FRAME),
    Key("zoom", ("backslash",), "zoom", "zoom", "one pane alone, or all again; tab goes on to the next pane", Group.FRAME, bar=True),
    Key("version", ("A",), "new_version", "new version", "take in a new version of the article", Group.FRAME),
    Key("notes", ("number_sign",), "notes", "case notes", "notes on the case: read, write, answer, deal with", Group.FRAME),
    Key("news", ("quotation_mark",), "news", "news", "what others did to the case since you opened it", Group.FRAME),
    Key("export", ("ctrl+e",), "export", "export", "write the reports, and tell where they are", Group.FRAME),
    Key("sign-off", ("E",), "sign_off", "sign off", "as the editor, sign the case off; open it again, with a reason", Group.FRAME),
    Key("look", ("B",), "look", "look", "when reading blind, see what others decided from now on", Group.FRAME),
    Key("save", ("ctrl+s",), "save", "save", "try again to save, when saving has failed", Group.FRAME),
    Key("help", ("question_mark",), "help", "help", "this help", Group.FRAME, bar=True),
    Key("leave", ("q",), "leave", "leave", "leave the case (everything is saved already)", Group.FRAME, bar=True),
)
"""Keys of a review."""

FLAGS = (
    Key("flags.next", ("j", "down"), "move(1)", "next", "next flag", Group.FLAGS, bar=True),
    Key("flags.previous", ("k", "up"), "move(-1)", "previous", "previous flag", Group.FLAGS),
    Key("flags.jump", ("enter",), "jump(0)", "go there", "go to the first place of the flag", Group.FLAGS, bar=True),
    Key("flags.second", ("2",), "jump(1)", "second place", "go to the second place of the flag", Group.FLAGS, bar=True),
    Key(
        "flags.dismiss",
        ("d",),
        "dismiss_flag",
        "dismiss",
        "dismiss the flag, with a reason; a dismissed one is reopened",
        Group.FLAGS,
        bar=True,
    ),
    Key("flags.accept", ("c",), "accept", "correct", "ask for the correction that the flag suggests", Group.FLAGS, bar=True),
    Key("flags.undo", ("z",), "undo", "undo", "take back what was done last", Group.FLAGS, bar=True),
    Key("flags.dismissed", ("t",), "switch_dismissed", "dismissed", "show the dismissed ones too, or hide them", Group.FLAGS, bar=True),
    _help("flags", Group.FLAGS),
    Key("flags.close", ("escape", "q", "F"), "close", "back", "back to the review", Group.FLAGS, bar=True),
)
"""Keys of the list of flags."""

DIFFERENCES = (
    Key("differences.next", ("j", "down"), "move(1)", "next", "next difference", Group.DIFFERENCES, bar=True),
    Key("differences.previous", ("k", "up"), "move(-1)", "previous", "previous difference", Group.DIFFERENCES),
    Key("differences.go", ("enter",), "go", "go there", "go to the claim", Group.DIFFERENCES, bar=True),
    Key(
        "differences.first",
        ("1",),
        "take(0)",
        "side with 1",
        "give the first one's verdict, or let the first value count",
        Group.DIFFERENCES,
        bar=True,
    ),
    Key("differences.second", ("2",), "take(1)", "side with 2", "the same for the second", Group.DIFFERENCES, bar=True),
    Key("differences.third", ("3",), "take(2)", "side with 3", "the same for the third", Group.DIFFERENCES),
    Key("differences.fourth", ("4",), "take(3)", "side with 4", "the same for the fourth", Group.DIFFERENCES),
    Key("differences.undo", ("z",), "undo", "undo", "take back what was done last", Group.DIFFERENCES, bar=True),
    _help("differences", Group.DIFFERENCES),
    Key("differences.close", ("escape", "q", "C"), "close", "back", "back to the review", Group.DIFFERENCES, bar=True),
)
"""Keys of the list of differences."""

LOST = (
    Key("lost.next", ("j", "down"), "move(1)", "next", "next lost claim", Group.LOST, bar=True),
    Key("lost.previous", ("k", "up"), "move(-1)", "previous", "previous lost claim", Group.LOST),
    Key("lost.other", ("tab", "right"), "other(1)", "another", "another claim to move it to", Group.LOST, bar=True),
    Key("lost.other-back", ("shift+tab", "left"), "other(-1)", "another back", "the claim before that", Group.LOST),
    Key("lost.put", ("enter",), "put", "move it there", "move it to the claim beside it, with all that was decided", Group.LOST, bar=True),
    Key("lost.forget", ("delete",), "forget", "drop", "drop it, with what was decided on it", Group.LOST, bar=True),
    Key("lost.undo", ("z",), "undo", "undo", "take back what was done last", Group.LOST, bar=True),
    _help("lost", Group.LOST),
    Key("lost.close", ("escape", "q", "L"), "close", "back", "back to the review", Group.LOST, bar=True),
)
"""Keys of the list of lost claims."""

SOURCES = (
    Key("sources.next", ("j", "down"), "move(1)", "next", "next source", Group.SOURCES, bar=True),
    Key("sources.previous", ("k", "up"), "move(-1)", "previous", "previous source", Group.SOURCES),
    Key("sources.go", ("enter",), "go", "go there", "go to the next claim that relies on it", Group.SOURCES, bar=True),
    Key("sources.look", ("f",), "look(False)", "fetch", "fetch those that nobody has fetched yet; again to stop", Group.SOURCES, bar=True),
    Key("sources.again", ("a",), "look(True)", "fetch again", "fetch all again, and say what has changed", Group.SOURCES, bar=True),
    Key("sources.open", ("h",), "open", "link", "open it in the browser, or its file at the page or second", Group.SOURCES, bar=True),
    Key(
        "sources.confidential",
        ("x",),
        "confidential",
        "confidential",
        "keep its name out of exports, or no longer",
        Group.SOURCES,
        bar=True,
    ),
    Key("sources.undo", ("z",), "undo", "undo", "take back what was done last", Group.SOURCES),
    _help("sources", Group.SOURCES),
    Key("sources.close", ("escape", "q", "H"), "close", "back", "back to the review", Group.SOURCES, bar=True),
)
"""Keys of the list of sources."""

ENTRIES = (
    Key("entries.next", ("j", "down"), "move(1)", "next", "next entry", Group.ENTRIES, bar=True),
    Key("entries.previous", ("k", "up"), "move(-1)", "previous", "previous entry", Group.ENTRIES),
    Key("entries.change", ("enter",), "edit", "change", "change the evidence, note or question", Group.ENTRIES, bar=True),
    Key(
        "entries.take",
        ("delete",),
        "take_away",
        "remove",
        "remove evidence, withdraw a note or question; the history keeps it",
        Group.ENTRIES,
        bar=True,
    ),
    Key("entries.answer", ("a",), "answer", "answer", "write down what the author answered to the question", Group.ENTRIES, bar=True),
    Key(
        "entries.stance",
        ("equals_sign",),
        "stance",
        "stance",
        "say whether the source supports or refutes the claim",
        Group.ENTRIES,
        bar=True,
    ),
    Key("entries.undo", ("z",), "undo", "undo", "take back what was done last", Group.ENTRIES, bar=True),
    _help("entries", Group.ENTRIES),
    Key("entries.close", ("escape", "q", "plus"), "close", "back", "back to the review", Group.ENTRIES, bar=True),
)
"""Keys of the list of a claim's evidence, notes and questions."""

NOTES = (
    Key("notes.next", ("j", "down"), "move(1)", "next", "next note", Group.NOTES),
    Key("notes.previous", ("k", "up"), "move(-1)", "previous", "previous note", Group.NOTES),
    Key("notes.write", ("n",), "write", "write", "write a note on the case; @Name addresses it to that person", Group.NOTES, bar=True),
    Key("notes.reply", ("enter", "a"), "reply", "reply", "answer it", Group.NOTES, bar=True),
    Key("notes.resolve", ("d",), "resolve", "dealt with", "say that it is dealt with; a reply opens it again", Group.NOTES, bar=True),
    Key("notes.withdraw", ("delete",), "withdraw", "take back", "take your own note back", Group.NOTES, bar=True),
    Key("notes.undo", ("z",), "undo", "undo", "take back what was done last", Group.NOTES, bar=True),
    Key("notes.every", ("t",), "switch_every", "all", "show those that are dealt with too, or hide them", Group.NOTES, bar=True),
    _help("notes", Group.NOTES),
    Key("notes.close", ("escape", "q", "number_sign"), "close", "back", "back to the review", Group.NOTES, bar=True),
)
"""Keys of the notes on a case."""

NEWS = (
    Key("news.next", ("j", "down"), "move(1)", "next", "what was before", Group.NEWS, bar=True),
    Key("news.previous", ("k", "up"), "move(-1)", "previous", "what came after", Group.NEWS),
    Key("news.go", ("enter",), "go", "go there", "go to the claim", Group.NEWS, bar=True),
    _help("news", Group.NEWS),
    Key("news.close", ("escape", "q", "quotation_mark"), "close", "back", "back to the review", Group.NEWS, bar=True),
)
"""Keys of the news."""

STANCES = (
    *(
        Key(f"stance.{s}", (s.row.key,), f"take('{s}')", s.value, f"the source {s} the claim", Group.STANCES, bar=True)
        for s in Stance
        if s.row.key
    ),
    Key("stance.close", ("escape",), "close", "back", "leave it undecided", Group.STANCES, bar=True),
)
"""Keys of the question how a source bears on a claim."""

BEFORE = (
    Key("before.next", ("j", "down"), "move(1)", "next", "next claim", Group.BEFORE, bar=True),
    Key("before.previous", ("k", "up"), "move(-1)", "previous", "previous claim", Group.BEFORE),
    Key("before.take", ("enter",), "take", "reuse evidence", "add its evidence to your claim", Group.BEFORE, bar=True),
    Key(
        "before.published",
        ("p",),
        "ask_published",
        "published",
        "ask Google, with your own key, for published fact-checks of the claim",
        Group.BEFORE,
        bar=True,
    ),
    Key("before.open", ("h",), "open", "link", "open a published fact-check in the browser", Group.BEFORE, bar=True),
    Key("before.undo", ("z",), "undo", "undo", "take back what was done last", Group.BEFORE, bar=True),
    _help("before", Group.BEFORE),
    Key("before.close", ("escape", "q", "Y"), "close", "back", "back to the review", Group.BEFORE, bar=True),
)
"""Keys of the list of claims that were checked before."""

WAIT = (Key("wait.stop", ("escape",), "stop", "stop", "stop it, and keep nothing of it", Group.WAITING, bar=True),)
"""Keys while something is being done."""

HOME = (
    Key("home.next", ("j", "down"), "move(1)", "next", "next case", Group.CASES),
    Key("home.previous", ("k", "up"), "move(-1)", "previous", "previous case", Group.CASES),
    Key("home.open", ("enter",), "open_case", "open", "open the case", Group.CASES, bar=True),
    Key("home.sort", ("s",), "sort", "sort", "sort by another column", Group.CASES, bar=True),
    Key("home.article", ("a", "slash"), "open_article", "article", "open an article by its path, or paste its text", Group.CASES, bar=True),
    Key("home.stop", ("escape",), "stop", "stop", "stop splitting an article, and keep nothing of it", Group.CASES, bar=True),
    Key("home.help", ("question_mark",), "help", "help", "this help", Group.FRAME, bar=True),
    Key("home.leave", ("q",), "app.leave", "leave", "leave the program", Group.FRAME, bar=True),
)
"""Keys of the list of cases."""

_NUMBERS = [Key(f"choice.{n}", (n,), f"pick({n})", "number", "choose the line with that number", Group.CHOICES) for n in "123456789"]

FORM = (
    Key("form.save", ("enter",), "submit", "save", "save and close", Group.FORMS, bar=True),
    Key("form.next", ("tab",), "go_on(1)", "next field", "to the next field", Group.FORMS),
    Key("form.previous", ("shift+tab",), "go_on(-1)", "field before", "to the field before", Group.FORMS),
    Key("form.over", ("ctrl+r",), "start_over", "start over", "discard what was written before, and start over", Group.FORMS),
    Key(
        "form.close",
        ("escape",),
        "close",
        "cancel",
        "close without saving; what was written is there when it is opened again",
        Group.FORMS,
        bar=True,
    ),
)
"""Keys of every form."""

CHOICE = (
    Key("choice.next", ("down",), "move(1)", "next", "next choice", Group.CHOICES, bar=True),
    Key("choice.previous", ("up",), "move(-1)", "previous", "previous choice", Group.CHOICES, bar=True),
    Key("choice.on", ("j",), "move_first(1)", "next", "next choice, while nothing is typed", Group.CHOICES),
    Key("choice.back", ("k",), "move_first(-1)", "previous", "previous choice, while nothing is typed", Group.CHOICES),
    Key("choice.take", ("enter",), "take", "choose", "choose; typing narrows the list", Group.CHOICES, bar=True),
    *_NUMBERS,
    _help("choice", Group.CHOICES),
    Key("choice.close", ("escape",), "close", "back", "back without a choice", Group.CHOICES, bar=True),
)
"""Keys of a menu."""

OFFER = (
    Key("offer.next", ("down",), "move(1)", "next", "next suggestion", Group.FORMS, bar=True),
    Key("offer.previous", ("up",), "move(-1)", "previous", "the one before", Group.FORMS, bar=True),
    Key("offer.save", ("enter",), "submit", "save", "save what is chosen, and close", Group.FORMS, bar=True),
    Key("offer.close", ("escape",), "close", "cancel", "close without saving", Group.FORMS, bar=True),
)
"""Keys of forms that offer what may be meant."""

LIVE = (
    Key("live.next", ("down",), "step(1)", "next", "next place", Group.FORMS, bar=True),
    Key("live.previous", ("up",), "step(-1)", "previous", "previous place", Group.FORMS, bar=True),
    Key("live.stay", ("enter",), "submit", "stay", "stay there", Group.FORMS, bar=True),
    Key("live.close", ("escape",), "close", "back", "back to where you were", Group.FORMS, bar=True),
)
"""Keys while one types what is gone to."""

HELP = (
    Key("help.on", ("down", "pagedown"), "move(1)", "on", "on", Group.HELP, bar=True),
    Key("help.back", ("up", "pageup"), "move(-1)", "back", "back", Group.HELP, bar=True),
    Key("help.on-first", ("j", "space"), "move_first(1)", "on", "down, while nothing is typed", Group.HELP),
    Key("help.back-first", ("k",), "move_first(-1)", "back", "up, while nothing is typed", Group.HELP),
    Key("help.close", ("escape", "question_mark"), "close", "close", "close; typing narrows the list", Group.HELP, bar=True),
)
"""Keys of the help screen."""

SCREENS = (REVIEW, FLAGS, DIFFERENCES, LOST, SOURCES, ENTRIES, NOTES, NEWS, STANCES, BEFORE, WAIT, HOME, FORM, OFFER, LIVE, CHOICE, HELP)
"""The table of each screen; beside the keys in it, a screen has those of `APP`."""


def bindings(table: Iterable[Key]) -> list[BindingType]:
    """Textual's bindings for a table. They have priority, so that the next key waits until the action is done."""
    return [Binding(",".join(k.keys), k.action, k.name, id=k.id, priority=True, show=False) for k in table]
