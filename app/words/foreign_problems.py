"""A sentence for each problem met in a file of another format: what is so, and what to do."""

from typing import Final

FOREIGN_SENTENCES: Final = {
    # The file
    "unknown_format": "This is not a question set that can be loaded: it is in none of the forms GIFT, Aiken, Moodle XML and our own YAML, which "
    "docs/question-sets.md describes.",
    "xml_unknown": "This is XML, but not of a sort that can be loaded: it begins with “{text}”. Moodle XML begins with “quiz”.",
    "xml_syntax": "This file is not well-formed XML, so nothing of it can be loaded: {reason}. Mend this line, or export the file again.",
    "xml_entity": "The sign {text} is not known in XML, so nothing of this file can be loaded. Write the sign itself.",
    "xml_doctype": "This file declares a document type (DOCTYPE), which could bring in other files, so it is not read. Delete the "
    "declaration and load the file again.",
    "xml_too_large": "One text of this file is larger than 10 MB, so nothing of it can be loaded. Take large pictures and files out of the "
    "question, and export it again.",
    "read_as_cp1252": "This file is not written in UTF-8, and was read as Windows-1252. Look at letters with accents and at quotation marks; "
    "if they are wrong, save the file with the encoding UTF-8.",
    "read_as_utf16": "This file is written in UTF-16. It was read so; other programs may need UTF-8.",
    "byte_order_mark": "This file begins with an invisible byte order mark, which was left out.",
    "mixed_line_ends": "Lines of this file end in different ways (Windows and others). They were read alike.",
    "controls_removed": "Invisible control characters were replaced by spaces: {count}, the first in this line.",
    "entities_replaced": "Names of signs that XML does not know, such as &nbsp;, were replaced by the signs: {count}, the first in this "
    "line.",
    "blank_before_declaration": "There was blank space before the first line of this XML file. It was left out.",
    "no_items": "There are no questions in this file.",
    "same_file_name": "The file {other} has the same name, and a set is called after its file. Rename one of them, and load this one again.",
    "no_sources": "None of these questions names a source, so their answers show none.",
    "no_reasons": "No answer in this file comes with a reason, so students see only what is right.",
    # What stays out
    "kind_essay": "This is an open question (essay). There is no such kind here yet, so it stays out.",
    "kind_description": "This is a text without answers (description). There is no such kind here yet, so it stays out. If it belongs to "
    "the question below it, delete the blank line between them.",
    "kind_of_others": "This is a question of the type “{text}”, which there is no kind for here. It stays out.",
    "cloze_of_moodle": "This text has gaps in Moodle’s own way of writing (cloze), which cannot be read here yet. It stays out.",
    "no_stem": "There is no text before the answers, so nothing is asked. Write the question before them.",
    "brace_not_closed": "The brace that opens the answers is never closed. Write a closing brace after the last answer; a "
    "brace that belongs to the text needs a backslash before it.",
    "several_answer_groups": "There are {count} pairs of braces that could hold the answers. Keep one; a brace that belongs to the text "
    "needs a backslash before it.",
    "no_answer_group": "None of the pairs of braces holds answers. Begin each answer with = or ~; a brace that belongs to the text "
    "needs a backslash before it.",
    "words_before_answers": "“{text}” stands before the first answer in the braces. Begin it with = or ~, or put it before the brace.",
    "no_choices": "There are no lettered choices under this text. Write them on lines that begin with A. and B., then a line ANSWER.",
    "no_answer_line": "This question has no line ANSWER after its choices. Add it, such as ANSWER: B.",
    "answer_is_no_letter": "The answer is “{text}”, but it must be the letter of a choice, such as ANSWER: B.",
    "no_such_letter": "The answer names the letter {text}, but there is no such choice. Correct the letter, or add the choice.",
    "choice_empty": "One of the choices has no text. Write one, or delete it.",
    "none_right": "No answer is marked as right. Mark one.",
    "none_fully_right": "No answer earns all of the points. Let one of them earn 100 %.",
    "no_wrong_choice": "Every choice earns something, so none is wrong. Add a wrong one.",
    "pattern_is_key": "The right answer “{text}” has a star, which stands for any words there. That is not possible here: write each right "
    "answer out.",
    "pair_incomplete": "A pair is not complete: “{text}”. Write both sides, with -> between them.",
    "not_a_number": "“{text}” is not a number. Write digits, with a point for decimals.",
    "number_too_long": "“{text}” has more than 15 digits before the point. Shorten it, or use another unit.",
    "range_turned_round": "The range “{text}” begins with the higher number. Write the lower one first.",
    "several_ranges": "Beside the right number there is another, {text}, with a tolerance of its own and {percent}. Only one range can be "
    "asked for here.",
    # What was taken with a change
    "split_by_blank_line": "A blank line divides this question. It was read as one; delete the line.",
    "no_blank_line_between": "Questions stand here without a blank line between them. They were read one by one.",
    "braces_in_stem": "There are more braces than those of the answers. They were read as text; look whether this is right.",
    "two_signs": "An answer begins with two signs (=~). It was read by the weight that follows.",
    "answer_without_sign": "The answer “{text}” has no sign before it. It was read as right; write = before it.",
    "feedback_taken_as_text": "“{text}” begins with the sign of feedback, but there is no answer before it. It was read as the answer; write "
    "\\# for the sign itself.",
    "truth_in_small_letters": "“{text}” is written in small letters. It was read as true or false; other programs want capitals.",
    "part_credit_lost": "“{text}” counts {percent} in this file. Where one answer is chosen here, every wrong one counts nothing.",
    "several_right_ticked": "Several answers ({count}) are marked as fully right, where one is chosen. This was read as a question with several right "
    "answers, all of which are to be ticked.",
    "weights_rounded": "The right answers earn {text} each, which does not add up to 100 %. Each was given {share}.",
    "weights_do_not_add_up": "What the right answers earn adds up to {percent}, not to 100 %. It was taken as it is.",
    "any_answer_left_out": "This file has a reason or a mark for any other answer (*). There is no place for it here; it was left out.",
    "empty_answer_left_out": "An answer without text was left out.",
    "pattern_left_out": "“{text}” has a star, which stands for any words there. That is not possible here; this answer was left out.",
    "number_rounded": "“{text}” was rounded to 15 decimals.",
    "decimal_comma_read": "“{text}” was read with the comma as the decimal sign.",
    "tier_reason_left_out": "The reason told within the wider tolerance ({text}) has no place here. It was left out.",
    "number_repeated": "The number {text} is there more than once. The first was kept.",
    "wrong_range_narrowed": "The wrong number {text} has a tolerance. Its reason is told for this number only.",
    "more_reasons_left_out": "There are more reasons than two, for right and wrong. The others were left out ({count}).",
    "pair_reason_left_out": "The reason told with the pair “{text}” has no place here. It was left out.",
    "choice_goes_on": "A choice goes on in the next line. Both lines were read as one choice.",
    "points_are_one": "This question earns no points in the file. Here it earns 1.",
    "hints_left_out": "The hints between tries have no place here. They were left out.",
    "overall_feedback_left_out": "The feedback for right, partly right and wrong answers as a whole has no place here. It was left out.",
    "case_not_kept": "In this file capitals count. Here they do not.",
    "unit_left_out": "The unit “{text}” could not be taken. It was left out.",
    "file_left_out": "A file that comes with this question was left out. Look whether the question can be answered without it.",
    "picture_left_out": "A picture was left out. Look whether the question can be answered without it.",
    "media_left_out": "Sound, film, a script or another insertion was left out. Look whether the question can be answered without it.",
    "markup_unreadable": "The mark-up of a text could not be read. Its words were kept.",
    "asterisks_replaced": "Asterisks of the text, which would mean emphasis here, were replaced by a sign that looks alike (∗).",
    "bidi_removed": "Invisible signs that turn the direction of writing were left out. Look whether the text reads as it should.",
    "control_removed": "Invisible control characters were left out of a text.",
}
