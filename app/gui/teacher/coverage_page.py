"""Coverage: which sentences of a document questions ask about, which topics, how often; each opens in the reader."""

from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.coverage import Coverage, Covered, CoveredSentence, CoveredSource, CoveredTopic
from app.domain.errors import FootnoteError
from app.gui.shared.desk import Desk
from app.gui.shared.page import Header, Page
from app.gui.shared.patience import Patience
from app.gui.shared.places import CoveragePlace, Place, ReaderPlace
from app.gui.teacher.coverage_rows import CoveragePainter
from app.gui.theme import tokens
from app.gui.theme.focus import NO_RING
from app.gui.widgets.buttons import Button
from app.gui.widgets.fact_row import FactRow
from app.gui.widgets.fields import Select
from app.gui.widgets.flow import FlowRow
from app.gui.widgets.page import PageColumn, PageHeading, SectionHeading
from app.gui.widgets.row_list import BLEED, RowList
from app.gui.widgets.speech import announce
from app.gui.widgets.states import EmptyState, ErrorState, LoadingState
from app.gui.widgets.text import TextBlock
from app.services import coverage
from app.words import errors
from app.words.counts import counted
from app.words.coverage import COVERED

ALL = "all"
_SENTENCE = "Which sentences of a document and which topics the questions of this library ask about."
_NONE = ("There is no document yet", "Load a question set together with the source that it cites.")
_FOCUS = Qt.FocusReason.OtherFocusReason


class CoveragePage(Page):
    """Asks once for the coverage of the library, and shows one document at a time."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty(NO_RING, True)
        self._coverage: Coverage | None = None
        self._patience = Patience(self, self._show_loading)
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.set_header(Header(tab="coverage"))

    def show_place(self, place: Place) -> None:
        assert isinstance(place, CoveragePlace)
        self._ask()

    def give_focus(self) -> None:
        if not self.table.isHidden():
            self.table.setFocus(_FOCUS)
        elif not self.state.isHidden() and (first := self.state.findChild(Button)) is not None:
            first.setFocus(_FOCUS)
        else:
            self.setFocus(_FOCUS)

    def _lay_out(self) -> None:
        self.source = Select("Document", [], filters=False)
        self.level = Select("Sentences", _level_options(), filters=True)
        for control in (self.source, self.level):
            control.chosen.connect(lambda _value: self._fill(speak=True))
        self.controls = QWidget()
        row = FlowRow(self.controls, gap=tokens.SPACE[2])
        row.addWidget(self.source)
        row.addWidget(self.level)
        self.figures = TextBlock("", "interface")
        self.state: QWidget = QWidget(self)
        self.table = RowList("Sentences", CoveragePainter())
        self.table.opened.connect(self._on_opened)
        self.topics = QWidget()
        self._topic_column = QVBoxLayout(self.topics)
        self._topic_column.setContentsMargins(BLEED, tokens.SPACE[4], BLEED, BLEED)
        self._topic_column.setSpacing(tokens.SPACE[1])
        self.column = PageColumn(margin=tokens.PAGE_MARGIN - BLEED, spacing=0)
        self._top = QVBoxLayout()
        self._top.setContentsMargins(BLEED, BLEED, BLEED, tokens.SPACE[1])
        self._top.setSpacing(tokens.SPACE[3])
        for part in (PageHeading("Coverage", _SENTENCE), self.controls, self.figures, self.state):
            self._top.addWidget(part)
        self.column.add(self._top)
        self.column.add(self.table)
        self.column.add(self.topics)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.column)
        self._show_only()

    # --- Asking ---

    def _ask(self) -> None:
        if self._coverage is None:
            self._patience.begin()
        self.desk.backend.call(self, self._show, coverage.read_coverage, failed=self._show_error)

    def _show(self, found: Coverage) -> None:
        self._patience.end()
        if found == self._coverage and not self.table.isHidden():
            return
        self._coverage = found
        if not found.sources:
            self._show_state(EmptyState(*_NONE))
            return
        self.source.set_options([(one.id, one.title) for one in found.sources])
        self._show_topics(found.topics)
        self._show_only(self.controls, self.figures, self.table, self.topics)
        self._fill(speak=False)
        self.give_focus()

    def _fill(self, *, speak: bool) -> None:
        one = self._chosen()
        if one is None:
            return
        level = self.level.value()
        self.table.set_rows([row for row in one.sentences if level in (ALL, row.level)])
        words = figures_of(one)
        self.figures.set_text(words)
        if speak:
            announce(self, f"{counted(len(self.table.rows()), 'row')}. {words}")

    def _chosen(self) -> CoveredSource | None:
        sources = self._coverage.sources if self._coverage is not None else ()
        return next((one for one in sources if one.id == self.source.value()), None)

    def _show_topics(self, topics: tuple[CoveredTopic, ...]) -> None:
        while (item := self._topic_column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._topic_column.addWidget(SectionHeading("Topics", "of all sets together", role="card_title"))
        for topic in topics:
            fact = TextBlock(topic_words(topic), "meta", "ink2")
            self._topic_column.addWidget(FactRow(TextBlock(topic.title, "meta_strong"), fact))

    # --- Other states ---

    def _show_only(self, *parts: QWidget) -> None:
        for part in (self.controls, self.figures, self.table, self.topics, self.state):
            part.setVisible(part in parts)

    def _show_state(self, state: EmptyState | LoadingState | ErrorState) -> None:
        self._top.replaceWidget(self.state, state)
        self.state.hide()
        self.state.deleteLater()
        self.state = state
        if isinstance(state, EmptyState):
            state.chosen.connect(lambda _value: self._ask())
        self._show_only(state)

    def _show_loading(self) -> None:
        self._show_state(LoadingState("Counting what the questions ask about"))

    def _show_error(self, error: FootnoteError) -> None:
        self._patience.end()
        self._coverage = None
        words = errors.sentence(error)
        self._show_state(ErrorState("The coverage cannot be shown", words, [("again", "Try again")]))
        self.give_focus()

    def _on_opened(self, row: CoveredSentence) -> None:
        one = self._chosen()
        if one is not None:
            self.open_requested.emit(ReaderPlace(one.id, focus=row.at))


def figures_of(one: CoveredSource) -> str:
    """Say how many sentences of a document there are, and how many of each level."""
    counts = [f"{len(one.at_level(level))} {COVERED[level]}" for level in ("tested", "never", "over_tested")]
    left_out = sum(len(sentence.left_out) for sentence in one.sentences)
    cited = (
        f"No question cites {counted(left_out, 'statement')}." if left_out else "Every statement is cited."
    )
    return f"{counted(len(one.sentences), 'sentence')}: {', '.join(counts)}. {cited}"


def topic_words(topic: CoveredTopic) -> str:
    """Say how many questions are filed under a topic, and of how many it is the main one."""
    if not topic.questions:
        return "No question"
    return f"{counted(topic.questions, 'question')}, the main topic of {topic.as_main}"


def _level_options() -> list[tuple[str, str]]:
    levels = [(level, f"{COVERED[level][:1].upper()}{COVERED[level][1:]}") for level in get_args(Covered)]
    return [(ALL, "All sentences"), *levels]
