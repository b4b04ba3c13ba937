"""A sentence for each finding of the rules of writing questions: what is wrong, and what to do."""

from typing import Final

QUESTION_SENTENCES: Final = {
    # Writing questions
    "choices_alike": "The choices “{text}” and “{other}” say the same. Change or delete one.",
    "key_longer": "The key “{text}” is much longer than the other choices (on average {count} letters against {there}), which gives it "
    "away. Shorten it, or write the others as fully.",
    "key_shorter": "The key “{text}” is much shorter than the other choices (on average {count} letters against {there}), which gives "
    "it away. Shorten the others, or say more in the key.",
    "choices_uneven": "The choices are of very different length: “{text}” beside “{other}”. Make them alike.",
    "absolute_distractor": "“{text}” stands in a wrong choice and not in the key. Who knows nothing of the matter strikes out such "
    "words first: take it out, or use it on both sides.",
    "cautious_key": "“{text}” makes the key cautious, and no other choice is. That gives it away: take it out, or word the others alike.",
    "all_of_above": "“{text}” stands for other choices. Ask with several answers instead (multiple_response), or write a choice of its "
    "own.",
    "all_of_above_moves": "“{text}” stands for other choices, but choices are shuffled, so it may not be the last. Write a choice of "
    "its own, or put it last with “fixed: yes”.",
    "negative_stem": "The question turns on “{text}”, which is easily overlooked. Ask for what is so, or emphasise the word: *{text}*.",
    "grammar_fits_some": "After “{text}” only some of the choices read well, which gives a hint. Word the stem or the choices so that "
    "all fit.",
    "stem_word_in_key": "“{text}” stands in the stem, in the key and in no other choice, which gives the key away. Use another word in "
    "one place, or put it into a wrong choice too.",
    "key_of_another_type": "The key “{text}” is of another sort than all other choices (a name, a number, a phrase). Make them of one "
    "sort.",
    "numbers_unsorted": "The choices are numbers that do not stand in order. Write them in order, with “shuffle: no”.",
    "empty_stem": "“{text}” names no matter, so only the choices say what is asked. Say it in the stem.",
    "stem_asks_nothing": "“{text}” asks nothing: it has no verb and no question word. Write a whole question.",
    "doubled_stem": "The stem asks two things at once. Make two questions of it, or leave one out.",
    "same_beginning": "All choices begin with “{text}”. Move these words to the stem.",
    "long_stem": "The stem has {count} words. Keep to {highest}.",
    "hard_stem": "The stem is hard to read: long words in long sentences. Divide it, or use plainer words.",
    "rare_words_on_one_side": "The key “{text}” is made of common words and the other choices of rare ones, or the other way round. "
    "Choose words as common on both sides.",
    "choice_inside_choice": "The choice “{text}” contains the choice “{other}”, so both may look right. Change one.",
    "ranges_overlap": "The choice {text} overlaps another one. Let each number belong to one choice only.",
    "no_citation": "This question cites nothing, while others of this set do, so its answer shows no source. Cite the place where it is "
    "written down.",
    "key_in_other_stem": "The key “{text}” stands in the stem of “{other}”, which asks about the same matter and so gives it away. Change "
    "one of them.",
    "partner_inaccurate": "The partner “{text}” is itself about something inaccurate. Name a question that asks for the right fact.",
    "partner_missing": "What is asked here is partly wrong or not borne out, and no “partner” asks for the right fact. Name one.",
    "note_without_work": "The note at {at} rests on no work. Add “cites”, for our own notes are worth what they cite.",
    # Tone
    "avoided_word": "“{text}” is not a word of ours here. Better: {other}. If somebody else said it, put it in quotation marks and name "
    "the speaker.",
    "exclamation_mark": "There is an exclamation mark. Write the sentence calmly, with a full stop.",
    "counts_the_dead": "This asks for a number of deaths, which makes a guessing game of them. Ask why estimates differ instead.",
    "accusation_unattributed": "“{text}” was an accusation. Put it in quotation marks and say who made it.",
    "name_as_verdict": "“{text}” has the legal name decided as right or wrong. Ask what the Convention says, or who argues what.",
    "verdict_asked": "“{text}” has a verdict on what was done decided as right or wrong. Ask who argues what, and why.",
    "ranking": "“{text}” ranks suffering. Ask what happened and why.",
    "people_under_accusation": "“{text}” would be sorted under “{other}”. Do not have a people put under an accusation; ask who made it.",
    "loaded_word": "“{text}” judges before it asks. Leave it out: what was done carries the judgement.",
}
