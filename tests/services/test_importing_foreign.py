"""Files of other formats through the same door as ours: looked at, brought in, brought in again, taken back."""

from app.services import importing
from app.services.exporting import export_bank

GIFT = """$CATEGORY: Harbour

::Lamp:: Who kept the lamp? {=Holm#She did. ~Aas ~Berg}

::Wind:: Tell of the wind. {}

::Pier:: The pier is old. {T}
"""


def test_a_file_is_looked_at_brought_in_and_taken_back(library, teach, tmp_path) -> None:
    path = tmp_path / "harbour.gift"
    path.write_text(GIFT, encoding="utf-8")
    (preview,) = teach(importing.preview_files, (str(path),))
    assert (preview.set, preview.title) == ("harbour-gift", "harbour")
    assert [(row.slug, row.state, row.line, row.kind) for row in preview.rows] == [
        ("lamp", "new", 3, "single_choice"),
        ("wind", "problem", 5, "essay"),
        ("pier", "new", 7, "true_false"),
    ]
    assert "open question" in preview.rows[1].problems[0]
    assert preview.rows[1].stem == "Tell of the wind."
    assert [note for note in preview.notes if "source" in note]
    (tried,) = teach(importing.try_files, (str(path),)).files
    assert (tried.format, tried.questions, tried.by_kind) == (
        "gift",
        2,
        {"single_choice": 1, "true_false": 1},
    )
    report = teach(importing.import_files, (str(path),))
    assert [(file.imported, file.updated, file.skipped) for file in report.files] == [(2, 0, 0)]
    assert {one.id for one in teach(export_bank).questions()} >= {"harbour-gift/lamp", "harbour-gift/pier"}
    teach(importing.undo_change, report.change)
    assert "harbour-gift/lamp" not in {
        one.id for one in teach(export_bank).questions() if one.state != "retired"
    }


def test_the_same_file_again_is_the_same_and_a_mended_question_is_changed(library, teach, tmp_path) -> None:
    path = tmp_path / "harbour.gift"
    path.write_text(GIFT, encoding="utf-8")
    teach(importing.import_files, (str(path),))
    (again,) = teach(importing.preview_files, (str(path),))
    assert (again.new, again.changed, again.same, again.problems) == (0, 0, 2, 1)
    path.write_text(GIFT.replace("The pier is old.", "The pier is new."), encoding="utf-8")
    (mended,) = teach(importing.preview_files, (str(path),))
    assert [(row.slug, row.state) for row in mended.rows] == [
        ("lamp", "same"),
        ("wind", "problem"),
        ("pier", "changed"),
    ]


def test_two_files_of_one_name_are_not_mixed(teach, tmp_path) -> None:
    paths = []
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "harbour.gift"
        path.write_text(GIFT, encoding="utf-8")
        paths.append(str(path))
    first, second = teach(importing.try_files, tuple(paths)).files
    assert (first.questions, second.questions) == (2, 0)
    assert "same_file_name" in {problem.code for problem in second.problems}


def test_a_title_that_is_here_already_stays(library, teach, tmp_path) -> None:
    before = teach(export_bank).topics
    slug, title = next(iter(before.items()))
    path = tmp_path / "harbour.gift"
    path.write_text(f"$CATEGORY: {slug.upper()}\n\nSo? {{T}}\n", encoding="utf-8")
    teach(importing.import_files, (str(path),))
    assert teach(export_bank).topics[slug] == title
