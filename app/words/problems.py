"""A sentence for each problem in a question set: what is wrong, in the author's own words, and what to do."""

from collections.abc import Callable
from typing import Final

from app.domain.problem import Problem, Value
from app.domain.question_rules import QUESTION_RULES
from app.words.foreign_problems import FOREIGN_SENTENCES
from app.words.question_problems import QUESTION_SENTENCES
from app.words.yaml_layout import explain_layout

_SENTENCES: Final = {
    # The file as a whole
    "file_missing": "There is no file or folder of this name. Check the name and where it is.",
    "file_unreadable": "This file cannot be read ({reason}). Check that you may open it.",
    "file_too_large": "This file is larger than {limit} MB. Divide it into several sets.",
    "no_files": "There are no question sets in this folder. A set is a file that ends in .yaml and begins with “set:”.",
    "folder_too_large": "This folder is too large to look through: it has more than {limit} question sets, or very many other files. Name "
    "the sets, or the folder they are in.",
    "not_text": "This is not a question set, nor any text, so nothing of it can be read. A set is plain text: docs/question-sets.md "
    "describes how it is written.",
    "not_utf8": "A character here is not written in UTF-8. Save the file with the encoding UTF-8.",
    "unknown_file_kind": "This is not a question set: no line of it begins with “set:” (nor with “source:”, “topics:” or “terms:”, as the "
    "files beside a set do). docs/question-sets.md describes how a set is written.{besides}",
    "empty_file": "This file is empty.",
    "yaml_syntax": "{layout}",
    "json_syntax": "This list of references cannot be read here ({reason}). Check commas, quotation marks and brackets.",
    "control_character": "There is an invisible control character here ({character}). Delete it, or type the line anew.",
    "alias": "“{text}” would repeat something from elsewhere, which is not possible here. Write it out, or put the text in "
    "quotation marks.",
    "anchor_name": "“{text}” would name this place, which is not possible here. Delete it, or put the text in quotation marks.",
    "tag": "A text may not begin with an exclamation mark ({text}). Put it in quotation marks.",
    "several_documents": "A line of three dashes begins a second document. Keep one set to a file, and delete the line.",
    "duplicate_key": "“{text}” stands here a second time; the first is in line {first}. Keep one of them.",
    "merge_key": "“<<” is not possible here. Write the fields out.",
    "too_deep": "This is nested more than {limit} levels deep. Check brackets and indentation.",
    "key_not_text": "A field’s name must be a plain word, followed by a colon.",
    # Fields
    "unknown_field": "There is no field “{field}”{within}.{hint}{else_known}",
    "missing_field": "The field “{field}” is missing{within}. Add it.",
    "missing_kind": "The kind is missing{within}. Write “kind:” and one of: {known}.",
    "unknown_kind": "There is no kind “{text}”.{hint} The kinds are: {known}.",
    "expected_mapping": "{field_here} should hold fields with values (name: value), but holds {instead}.",
    "expected_list": "{field_here} should be a list, but is {instead}. Begin each entry with “- ”, or put them in [ ].",
    "expected_text": "{field_here} should be a text, but holds a list or further fields. A text with “: ” in it needs quotation marks.",
    "empty_text": "{field_here} is empty. Write something, or delete the field if it is not needed.",
    "empty_list": "{field_here} is an empty list. Add an entry.",
    "not_one_of": "“{text}” is not possible for “{field}”.{hint} Choose one of: {known}.",
    "not_yes_or_no": "“{field}” must be yes or no (or true or false), in small letters; here it is “{text}”.",
    "not_a_whole_number": "“{field}” must be a whole number; here it is “{text}”.",
    "number_too_low": "“{field}” must be at least {limit}; here it is {number}.",
    "number_too_high": "“{field}” must be at most {limit}; here it is {number}.",
    "bad_slug": "“{text}” cannot be a name for “{field}”. Use small letters a to z, digits and single hyphens, such as "
    "kirov-murder, up to 80 characters.",
    "bad_pattern": "“{text}” cannot be read as “{field}”. Write it like this: {example}.",
    "not_readable": "This cannot be read: {text}.",
    "comment_cuts_text": "“{field}” ends with “{text}”, because “ #” begins a comment and the rest of the line is left out. "
    "If it belongs to the text, put the text in quotation marks.",
    "text_long": "“{text}” has {count} characters, more than people read on a screen. Keep to {highest}.",
    "text_too_long": "“{text}” has {count} characters, too many to be shown. Keep to {highest}, better to a few hundred.",
    # Names
    "duplicate_slug": "“{text}” already names another question of this set (line {first}). Give this one a name of its own.",
    "duplicate_set": "The set “{text}” was already read from {other}. Give this one another name after “set:”.",
    "duplicate_source": "The source “{text}” was already read from {other}. Give this one another name after “source:”.",
    "duplicate_reference": "The work “{text}” is in the references twice. Keep one entry.",
    "select_unknown": "The set gathers “{text}”, but no such question was found, or it has an error. Write it as set/question.",
    "select_twice": "The set gathers “{text}” twice. Keep one.",
    "select_own": "“{text}” belongs to this set itself, so it is in it already. Delete it from “select”.",
    "formerly_in_use": "“{text}” is the name of a question of today, so it cannot be a former name. Delete it from “formerly”.",
    "formerly_twice": "“{other}” already says that it was formerly “{text}”. Only one question can carry on its history.",
    "set_without_questions": "This set has neither questions nor “select”. Add one of them.",
    "partner_unknown": "There is no question “{text}” to be the partner. Correct the name, or add the question.",
    "partner_is_itself": "A question cannot be its own partner. Name the question that asks for the right fact.",
    "waiver_unused": "“waive” names “{text}”, but the check finds nothing of that rule here. Delete the entry.",
    "waiver_of_error": "“waive” names “{text}”, but that is an error, and errors cannot be waived. Mend it and delete the entry.",
    # Keys
    "choice_unmarked": "This choice says neither “key:” nor “distractor:”. Begin a right choice with “key:”, a wrong one with "
    "“distractor:”.",
    "choice_marked_twice": "This choice has a key (“{text}”) and a distractor (“{other}”). Make two choices of it.",
    "no_key": "No choice is marked as right. Write “key:” instead of “distractor:” before the right one.",
    "several_keys": "More than one choice is marked as right; the second is “{text}”. Keep one key, or use the kind multiple_response.",
    "no_distractor": "All choices are marked as right. Add a wrong one with “distractor:”.",
    "too_few_choices": "There are {count} choices. Write at least {lowest}.",
    "too_many_choices": "There are {count} choices. Keep at most {highest}, the most plausible ones.",
    "duplicate_choice": "The choice “{text}” is there twice (line {first}). Change or delete one.",
    "key_without_weight": "The right choice “{text}” says no “weight”, but “scoring: map_response” counts weights only. Add its share of the "
    "points, such as 1/2.",
    "weight_without_rule": "“{text}” has a “weight”, which counts with several answers and “scoring: map_response” only. Delete it, or use "
    "that rule.",
    "too_few_pairs": "There are {count} pairs. Write at least {lowest}.",
    "duplicate_premise": "“{text}” is there twice, so its match is not clear. Change or delete one.",
    "no_spare_target": "Every target belongs to a pair, so the last pair comes free. Add at least one under “spare_targets”.",
    "spare_target_is_used": "“{text}” is a spare target, but it is also the match of a pair. Change or delete one.",
    "duplicate_spare_target": "The spare target “{text}” is there twice. Delete one.",
    "too_few_items": "There are {count} items to put in order. Write at least {lowest}.",
    "duplicate_item": "The item “{text}” is there twice, so its place is not clear. Change or delete one.",
    "tie_too_small": "A tie needs two items or more. Write a single item without “tie”.",
    "all_items_tied": "All items are tied, so every order would be right. Take some out of the tie.",
    "bad_number": "“{text}” is not a number as it must be written here: digits, with a point for decimals, such as 1937 or 2.5.",
    "bad_year": "“{text}” is not a year. Write it like 1937 (or 1930s for a decade, 1936-1938 for a span of years).",
    "bad_date": "“{text}” is not one date. Write it like 5 March 1953 or 1953-03-05 (or March 1953 for a month).",
    "bad_range": "“{text}” is not a range. Write the lower end, “to” and the higher end, such as 1943 to 1944.",
    "key_outside_range": "The key {key} does not lie within {text}. Change one of them.",
    "range_and_tolerance": "“within” and “tolerance” cannot stand together. Keep one of them.",
    "bad_tolerance": "“{text}” is not a tolerance that fits here. Write a number such as 5, for plain numbers also 5 % or 5 or 5 %.",
    "bad_fraction": "“{field}” is {text}, but must lie between {lowest} and {highest}. Write it like 1, 1/2 or 0.5.",
    "accept_repeats_key": "“{text}” is accepted without being listed. Delete it from “accept”.",
    "foreseen_is_right": "“{text}” is listed as right and as a foreseen wrong answer. Delete one.",
    "foreseen_twice": "“{text}” is foreseen twice. Keep one, so that its reason is clear.",
    "gap_not_in_text": "The text has no gap {{{text}}}. Put it into the text in braces, or delete the entry.",
    "gap_without_entry": "The text has a gap {{{text}}}, but “gaps” has no entry of that name. Add it, or correct the name.",
    "gap_twice_in_text": "The gap {{{text}}} is in the text more than once. Give each gap a name of its own.",
    "no_gaps": "The text has no gaps. Put a name in braces where one should be, and add it under “gaps”.",
    "bad_passage": "“{text}” is not a passage. Write its first place, “to” and its last, such as 7.1 to 7.8, or one place.",
    "place_outside_passage": "The place {text} does not lie in the passage {passage}. Correct one of them.",
    "outcomes_without_answer": "“outcomes” stands without “answer”. Add the answer that is asked together with its evidence, or delete "
    "“outcomes”.",
    "not_two_passages": "There are {count} passages. Write two.",
    "passages_alike": "Both passages are {text} of the same source. Compare two different ones.",
    "places_of_unrelated": "Unrelated passages have no places that show it. Delete “key” here, or change the relation.",
    "passage_without_key": "The passage {text} of “{source}” has no right place. Add “key”, such as key: [7.5].",
    "duplicate_statement": "The statement “{text}” is there twice (line {first}). Change or delete one.",
    "too_few_statements": "There are {count} statements to sort. Write at least {lowest}.",
    "statement_without": "“{text}” has no “{field}”, but “ask: {ask}” asks for it. Add it.",
    "not_asked_for": "“{field}” stands here, but “ask: {ask}” does not ask for it. Write “ask: both”, or delete it.",
    # Reasons
    "missing_feedback": "“{text}” has no reason. Add “feedback” that says why it is right or not.",
    "missing_explanation": "This question has no explanation, while others of this set do. Say in “explanation” what is right, and why.",
    "explanation_length": "The explanation has {count} sentences. Keep to {highest}, the right fact first.",
    # Citations
    "citation_incomplete": "A citation needs “source” and “at” (a place), or “ref” (a work).",
    "citation_mixed": "This citation names a place and a work. Make two citations of it.",
    "citation_twice": "This citation is there twice. Delete one.",
    "unknown_source": "There is no source “{text}”. The sources are: {known}.",
    "source_not_here": "This set cites sources that are not here: {known}. Its questions work, but their places cannot be shown. Load "
    "the source files with it.",
    "no_such_place": "The source “{source}” has no sentence {text}. Places are paragraph.sentence, both counted from 1.",
    "place_without_statement": "The source “{source}” says nothing yet about sentence {text}. Add a statement there.",
    "no_such_statement": "Sentence {at} of “{source}” has no statement “{text}”. It has: {known}.",
    "unknown_reference": "There is no work “{text}” in the references. Add it to references.json, or correct the name.",
    "reference_not_here": "This set cites works that are not here: {known}. Load their references.json with it.",
    "anchor_missing": "The citation of {text} in “{source}” quotes no words. Add an “anchor” of 3 to 8 words from that sentence.",
    "anchor_without_original": "“{text}” is quoted from “{source}”, but that source has no original to quote from. Delete the anchor.",
    "passage_source_missing": "The question shows a passage of “{text}”, and that source is not here. Load the source file with it.",
    "place_not_summarised": "The passage shows the sentence {text} of “{source}”, but nothing is said of it there. Add a statement, or "
    "correct the place.",
    "key_not_cited": "The right sentence, {text} of “{source}”, is not cited, so no source card shows it. Add it to “citations”.",
    "work_not_cited": "The work “{text}” is asked about, but not cited. Add it to “citations” as a work.",
    # Anchors
    "anchor_words": "The anchor “{text}” has {count} words. Quote {lowest} to {highest}.",
    "anchor_not_found": "The words “{text}” are not in the original of “{source}”. Copy them from sentence {at} exactly.",
    "anchor_elsewhere": "The words “{text}” are not in sentence {at} of “{source}”{found_at}. Correct the place or the words.",
    "anchor_ambiguous": "The words “{text}” are in “{source}” more than once. Quote words that occur only once.",
    "anchor_not_words": "The anchor “{text}” begins or ends inside a word of “{source}”. Quote whole words.",
    # Stamps
    "stamp_missing": "The {count} anchors in “{text}” carry no stamp, so nobody knows whether they were verified. Verify them, then "
    "add an entry under “checked”.",
    "stamp_source_unknown": "“checked” names “{text}”, which is no source with an original here. Correct or delete the entry.",
    "stamp_other_original": "“checked” was made with another original of “{text}” than the source names. Verify the anchors again.",
    "stamp_count": "“checked” speaks of {count} anchors in “{text}”, but there are {there}. Verify them again and correct the number.",
    "stamp_unneeded": "“checked” names “{text}”, but no question of this set quotes it. Delete the entry.",
    "stamp_twice": "“checked” names “{text}” twice. Keep the later entry.",
    # Standing
    "true_false_not_established": "True or false is only for what is established; this matter is {status}. Ask it as another kind.",
    "numerical_not_a_date": "Numbers are asked for years and dates only. Write “answer_as: year” or “answer_as: date”, or ask "
    "otherwise.",
    "inaccurate_not_allowed": "A matter that is inaccurate may only be asked from the level analyse on; this question’s level is "
    "{level}.",
    "rests_on_inaccurate": "All statements that this question cites are inaccurate, so its status cannot be established. Cite what is "
    "right, or change the status.",
    **QUESTION_SENTENCES,
    **FOREIGN_SENTENCES,
    # Filing
    "unknown_topic": "There is no topic “{text}”. The topics are: {known}.",
    "topic_not_here": "This set uses topics that have no title here: {known}. They are shown as they are written.",
    "topic_twice": "The same topic is named twice. Delete one.",
    "topic_ships": "The topic “{text}” comes with Footnote and keeps its title, “{title}”. Give a topic of your own another name.",
    "work_ships": "The work “{text}” comes with Footnote and stays as it is. Give a work of your own another name.",
    "duplicate_topic": "The topic “{text}” already has another title. Keep one.",
    # Sources
    "statements_out_of_order": "The statement at {text} comes after one at {before}. Put statements in the order of the document.",
    "statement_outside_original": "The original has no sentence {text}, by the numbers under “sentences”. Correct the place.",
    "gap_outside_original": "The original has no sentence {text}, by the numbers under “sentences”. Correct “after”.",
    "too_many_statements": "Sentence {text} has more than 26 statements. Join some of them.",
    "original_differs": "The file {text} at hand is not the one that the source “{source}” was made from. Places and anchors may "
    "differ.",
    "original_divides_differently": "The file {text} divides into other sentences than the source “{source}” counts. Correct "
    "“sentences”, or name the stray stops under “joins”.",
}

_NUMBERED: Final = frozenset(code for codes in QUESTION_RULES.values() for code in codes)

_EXAMPLES: Final = {
    "at": "7.10 (paragraph 7, sentence 10)",
    "after": "7.10 (paragraph 7, sentence 10)",
    "claims": "a single small letter, such as b",
    "covers": "A-140",
    "credit": "1/2 or 0.5",
    "date": "2025-11-30",
    "distractor": "7.10 (paragraph 7, sentence 10)",
    "formerly": "set/question, such as purge/kirov-killer",
    "key": "7.10 (paragraph 7, sentence 10)",
    "less_precise": "1/2 or 0.5",
    "partner": "kirov-date, or set/question such as purge/kirov-date",
    "points": "1, 2 or 1/2",
    "select": "set/question, such as purge/kirov-killer",
    "sha256": "64 digits and letters from a to f",
    "weight": "2 or 1/2",
}


def sentence(problem: Problem) -> str:
    """Return what people read about a problem: what is wrong and what to do."""
    return _SENTENCES[problem.code].format_map(_words(problem.values))


def rule_number(problem: Problem) -> str:
    """Return the number by which docs/question-sets.md lists a rule of writing, "" for other problems."""
    return problem.rule if problem.code in _NUMBERED else ""


def numbered_sentence(problem: Problem) -> str:
    """Return what people read about a problem, after the number of its rule where it has one."""
    number = rule_number(problem)
    return f"{number}: {sentence(problem)}" if number else sentence(problem)


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_SENTENCES)


def _words(values: dict[str, Value]) -> dict[str, str]:
    """Return the values as words, with the phrases that some sentences are made of."""
    words = {name: _listed(value) for name, value in values.items()}
    field = words.get("field", "")
    words["field"] = field.rpartition(".")[2]
    for name, phrase in _PHRASES.items():
        words[name] = phrase(words, field)
    return words


def _listed(value: Value) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _hint(words: dict[str, str], field: str) -> str:
    return f" Do you mean “{words['nearest']}”?" if words.get("nearest") else ""


def _else_known(words: dict[str, str], field: str) -> str:
    known = words.get("known")
    return "" if words.get("nearest") or not known else f" Possible here: {known}."


def _besides(words: dict[str, str], field: str) -> str:
    """Return what is wrong with the layout of a file that is no set of ours."""
    code = words.get("besides")
    return f" Besides: {_SENTENCES[code].format_map(words)}" if code else ""


def _within(words: dict[str, str], field: str) -> str:
    return f" in “{words['within'].rpartition('.')[2]}”" if words.get("within") else ""


def _field_here(words: dict[str, str], field: str) -> str:
    if not field:
        return "This file"
    before, _, name = field.rpartition(".")
    return f"“{name}” in “{before.rpartition('.')[2]}”" if before else f"“{name}”"


def _instead(words: dict[str, str], field: str) -> str:
    return f"the text “{words['text']}”" if words.get("text") else "something else"


def _example(words: dict[str, str], field: str) -> str:
    return _EXAMPLES.get(words["field"], "see the description of the format")


def _found_at(words: dict[str, str], field: str) -> str:
    return f" but in {words['other']}" if words.get("other") else ""


def _layout(words: dict[str, str], field: str) -> str:
    return explain_layout(words.get("reason", ""), words.get("text", ""))


_PHRASES: Final[dict[str, Callable[[dict[str, str], str], str]]] = {
    "hint": _hint,
    "else_known": _else_known,
    "field_here": _field_here,
    "instead": _instead,
    "example": _example,
    "found_at": _found_at,
    "layout": _layout,
    "besides": _besides,
    "within": _within,
}
