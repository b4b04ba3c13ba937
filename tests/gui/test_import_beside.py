"""Topics and works that come in beside the questions are named where a teacher decides."""

import pytest

from app.domain.ids import SetId
from app.gui.teacher.preview_values import Counts, bar_words, beside_of
from app.services.views import Beside, ImportPreview


def preview(beside: Beside) -> ImportPreview:
    return ImportPreview("lake.yaml", SetId("lake"), "The lake", "", 1, 1, 0, 0, (), beside=beside)


@pytest.mark.parametrize(
    ("beside", "words"),
    [
        (Beside(), "1 new, 1 changed. One step undoes all of it."),
        (Beside(2, 1), "1 new, 1 changed; with them 2 topics and 1 work. One step undoes all of it."),
        (Beside(works=3), "1 new, 1 changed; with them 3 works. One step undoes all of it."),
    ],
)
def test_the_bar_names_what_comes_beside_the_questions(beside: Beside, words: str) -> None:
    said = bar_words(Counts(2, 1, 1, 0, 0), beside_of([preview(beside)]))
    assert said.replace("\u00a0", " ") == words
