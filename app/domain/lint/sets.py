"""How sets hang together: topics, gathered questions, former names, and the stamps of checked anchors."""

from collections import Counter

from app.domain.kinds import source_support, status_sort
from app.domain.lint.notes import Notes
from app.domain.question import Question, QuestionSet, Stamp
from app.domain.source import PlaceCitation


def check_topics(question_set: QuestionSet, notes: Notes) -> None:
    """Check that topics are known; where no file here lists topics, other ones are told once for the set."""
    strange: dict[str, None] = {}
    for question in question_set.questions:
        for topic in question.topics:
            if topic in notes.bank.topics or topic in notes.known.topics:
                continue
            strange[topic] = None
            if notes.bank.topics:
                notes.question(
                    question.id, "unknown_topic", "topics", text=topic, known=tuple(notes.bank.topics)
                )
        if len(set(question.topics)) < len(question.topics):
            notes.question(question.id, "topic_twice", "topics")
    if strange and not notes.bank.topics:
        notes.head(f"set:{question_set.id}", "topic_not_here", known=tuple(strange))


def check_select(question_set: QuestionSet, notes: Notes) -> None:
    """Check that gathered questions exist, once each, in another set."""
    name = f"set:{question_set.id}"
    for chosen, times in Counter(question_set.select).items():
        if chosen.startswith(f"{question_set.id}/"):
            notes.head(name, "select_own", "select", text=chosen)
        elif chosen not in notes.question_ids:
            notes.head(name, "select_unknown", "select", text=chosen)
        if times > 1:
            notes.head(name, "select_twice", "select", text=chosen)


def check_partners(question: Question, notes: Notes) -> None:
    """Check that the questions which ask for the right fact exist, and are others."""
    for partner in question.partner:
        if partner == question.id:
            notes.question(question.id, "partner_is_itself", "partner")
        elif partner not in notes.question_ids:
            notes.question(question.id, "partner_unknown", "partner", text=partner)
        elif partner in notes.inaccurate_ids:
            notes.question(question.id, "partner_inaccurate", "partner", text=partner)
    if not question.partner and question.state != "retired" and _exposes_error(question):
        notes.question(question.id, "partner_missing", "partner")


def _exposes_error(question: Question) -> bool:
    """Tell whether a question weighs something wrong, so that another one should ask for the right fact."""
    match question.key.body:
        case source_support.Key(support=support):
            return support != "supports"
        case status_sort.Key(statuses=statuses):
            return "inaccurate" in statuses.values()
        case _:
            return False


def check_formerly(notes: Notes) -> None:
    """Check that former names name no question of today, and that no two questions claim the same one."""
    claimed: dict[str, str] = {}
    for question in notes.bank.questions():
        for former in question.formerly:
            if former in notes.bank.places:
                notes.question(question.id, "formerly_in_use", "formerly", text=former)
            if former in claimed:
                notes.question(question.id, "formerly_twice", "formerly", text=former, other=claimed[former])
            claimed.setdefault(former, question.id)


def count_anchors(question_set: QuestionSet) -> dict[str, int]:
    """Return how many citations with an anchor the set's own questions have, by source."""
    counts: Counter[str] = Counter()
    for question in question_set.questions:
        for citation in question.key.citations:
            if isinstance(citation, PlaceCitation) and citation.anchor:
                counts[citation.source] += 1
    return dict(counts)


def check_stamps(question_set: QuestionSet, notes: Notes) -> None:
    """Check that each stamp names the original that the source names, and the number of anchors there are."""
    name = f"set:{question_set.id}"
    counts = count_anchors(question_set)
    stamped: set[str] = set()
    for stamp in question_set.checked:
        if stamp.source in stamped:
            notes.head(name, "stamp_twice", "checked", text=stamp.source)
        stamped.add(stamp.source)
        _check_stamp(name, stamp, counts.get(stamp.source, 0), notes)
    for source_id in counts:
        source = notes.source(source_id)
        if source_id not in stamped and source is not None and source.original is not None:
            notes.head(name, "stamp_missing", text=source_id, count=counts[source_id])


def _check_stamp(name: str, stamp: Stamp, count: int, notes: Notes) -> None:
    source = notes.source(stamp.source)
    if source is None:
        if notes.bank.sources:
            notes.head(name, "stamp_source_unknown", "checked", text=stamp.source)
    elif source.original is None:
        notes.head(name, "stamp_source_unknown", "checked", text=stamp.source)
    elif source.original.sha256 != stamp.sha256:
        notes.head(name, "stamp_other_original", "checked", text=stamp.source)
    if not count:
        notes.head(name, "stamp_unneeded", "checked", text=stamp.source)
    elif count != stamp.anchors:
        notes.head(name, "stamp_count", "checked", text=stamp.source, count=stamp.anchors, there=count)
