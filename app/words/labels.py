"""What people see for the field's codes: statuses, voices, verdicts, kinds, states of a citation."""

from typing import Final

STATUS: Final = {
    "established": "Established",
    "oversimplified": "Too simple",
    "contested": "Historians disagree",
    "opinion": "One author\u2019s view",
    "inaccurate": "Wrong in the essay",
}
STATUS_MEANING: Final = {
    "established": "Historians agree on this. It may be asked and answered as a fact.",
    "oversimplified": "There is something right in it, but it leaves out what matters. The note says what.",
    "contested": "Historians hold different views on this, each with reasons. No side is counted as the right answer.",
    "opinion": "A judgement that belongs to the author named. One can ask who argues it, not whether it is true.",
    "inaccurate": "This does not hold. The note says what is right, and how it is known.",
}
VOICE: Final = {
    "essay": "The essay says it",
    "scholar": "A scholar says it",
    "regime": "The Soviet authorities said it",
}
VOICE_MEANING: Final = {
    "essay": "The writer of the essay states this in their own name.",
    "scholar": "The essay reports this from a scholar.",
    "regime": "This is what the Soviet authorities claimed about the people they persecuted. It is no finding.",
}
VERDICT: Final = {
    "correct": "Correct",
    "partly": "Partly correct",
    "wrong": "Not quite",
    "blank": "No answer",
    "skipped": "Skipped",
    "answered": "Answered",
    "seen": "Seen",
    "unreached": "Not reached",
}
KIND: Final = {
    "single_choice": "Single choice",
    "multiple_response": "Several right answers",
    "true_false": "True or false",
    "short_answer": "Short answer",
    "numerical": "A number or a year",
    "matching": "Matching",
    "ordering": "Put in order",
    "cloze": "Fill the gaps",
    "evidence": "Evidence",
    "two_sources": "Two sources",
    "status_sort": "How sure, and who says it",
    "source_support": "Does the source bear it out",
}
KIND_INSTRUCTION: Final = {
    "single_choice": "Choose one.",
    "multiple_response": "Choose all that are right.",
    "true_false": "True or false?",
    "short_answer": "Type a word or a name.",
    "numerical": "Type the answer in figures.",
    "matching": "Choose the match for each line.",
    "ordering": "Put the lines in order.",
    "cloze": "Fill each gap.",
    "evidence": "Choose the sentence.",
    "two_sources": "Choose how the two stand to each other, and a sentence in each.",
    "status_sort": "Choose for each statement.",
    "source_support": "Choose one.",
}
EVIDENCE_RELATION: Final = {
    "supports": "The sentence that supports it",
    "contradicts": "The sentence that contradicts it",
}
RELATION: Final = {
    "agree": "They agree",
    "differ_in_certainty": "They differ in how sure they are",
    "contradict": "They contradict each other",
    "unrelated": "They have nothing to do with each other",
}
SUPPORT: Final = {
    "supports": "It says the same",
    "partly": "It says so in part",
    "contradicts": "It says otherwise",
    "not_addressed": "It does not speak of this",
}
MIX: Final = "A mix of all sets"
MODE: Final = {"practice": "Practice", "exam": "Exam"}
SOURCE_KIND: Final = {
    "essay": "Student essay",
    "notes": "Editors\u2019 notes",
    "document": "Document",
    "book": "Book",
    "article": "Article",
    "web": "Web page",
    "speech": "Speech",
    "law": "Law or treaty",
}
CITATION_STATE: Final = {
    "checked_when_made": "Quoted; checked when the set was made",
    "checked_in_copy": "Quoted; checked in your copy",
    "summary_only": "Our summary only",
    "reference_only": "Reference only",
    "not_in_copy": "Not found in this copy",
    "source_changed": "The source has changed",
    "unchecked": "Quoted; not checked yet",
    "no_source": "No source given",
}
CITATION_STATE_MEANING: Final = {
    "checked_when_made": "The quoted words were found in the document, at this place, on the day given. You do not need the document to answer.",
    "checked_in_copy": "You attached the document, and the quoted words stand in it at this place.",
    "summary_only": "This rests on our own notes, which name their works. There is no document to quote from.",
    "reference_only": "This names a work and, where we know it, a page. The work itself is not part of the program.",
    "not_in_copy": "The document you attached is another version: these words are not in it. Nothing is highlighted.",
    "source_changed": "The words were checked in another version of the document than the one this set names now.",
    "unchecked": "Nobody has yet checked these words against the document.",
    "no_source": "The author of this question gave no source.",
}
SEEN: Final = {
    "seen": "seen by the editors",
    "identified": "identified, not seen",
    "not_checked": "not checked",
}
NO_SOURCE_CHECKED: Final = "Editors\u2019 note, no source checked."


def title_of(title: str) -> str:
    """Return the title of a set or attempt; a mix of all sets has none of its own."""
    return title or MIX
