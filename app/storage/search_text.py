"""The search text of questions: an FTS5 table on SQLite, a tsvector on PostgreSQL, behind the same functions.

Each version has one row that never changes. A search sees the current versions only.
"""

import re
from collections.abc import Collection, Sequence

from sqlalchemy import Connection, text

_CREATE = {
    "sqlite": (
        # Without positions the index is half as large; phrases are not searched for.
        "CREATE VIRTUAL TABLE question_text USING fts5("
        "words, content='', detail=none, tokenize='unicode61 remove_diacritics 2')",
        "INSERT INTO question_text (question_text, rank) VALUES ('hashsize', 16777216)",  # for large imports
    ),
    "postgresql": (
        "CREATE TABLE question_text (version_id INTEGER PRIMARY KEY REFERENCES question_version (id),"
        " words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_question_text_words ON question_text USING gin (words)",
    ),
}
_ADD = {
    "sqlite": "INSERT INTO question_text (rowid, words) VALUES (?, ?)",
    "postgresql": "INSERT INTO question_text (version_id, words) VALUES (%s, to_tsvector('simple', %s))",
}
_FIND = {
    "sqlite": (
        "SELECT question.id FROM question_text JOIN question ON question.current_id = question_text.rowid"
        " WHERE question_text MATCH :wanted LIMIT :most"
    ),
    "postgresql": (
        "SELECT question.id FROM question_text JOIN question ON question.current_id = question_text.version_id"
        " WHERE question_text.words @@ to_tsquery('simple', :wanted) LIMIT :most"
    ),
}
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_BEGINNING = 3


def create_search_text(db: Connection) -> None:
    """Make the table that holds the search text."""
    for statement in _CREATE[db.dialect.name]:
        db.exec_driver_sql(statement)


def add_search_text(db: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Add the words of new question versions: (version, words)."""
    if rows:
        db.exec_driver_sql(_ADD[db.dialect.name], list(rows))


def search_questions(db: Connection, words: str, *, most: int = 200) -> list[int]:
    """Return questions whose current version holds all these words: as they stand first, then as beginnings of words.

    Whole words are found without reading more of the index than is returned; a beginning that many words share is not.
    So beginnings are looked for where whole words are not enough, and not of a word that many questions hold as it is.
    """
    wanted = _WORD.findall(words)
    if not wanted:
        return []
    found = dict.fromkeys(_find(db, wanted, most))
    if len(found) < most:
        beginnings = {word for word in wanted if _may_be_longer(db, word, most)}
        if beginnings:
            found |= dict.fromkeys(_find(db, wanted, most, beginnings))
    return list(found)[:most]


def _find(db: Connection, words: Sequence[str], most: int, beginnings: Collection[str] = ()) -> list[int]:
    if db.dialect.name == "sqlite":
        wanted = " ".join(f'"{word}"*' if word in beginnings else f'"{word}"' for word in words)
    else:
        wanted = " & ".join(f"{word}:*" if word in beginnings else word for word in words)
    return list(db.execute(text(_FIND[db.dialect.name]), {"wanted": wanted, "most": most}).scalars())


def _may_be_longer(db: Connection, word: str, most: int) -> bool:
    """Tell whether a word is also looked for as the beginning of one."""
    is_long = len(word) >= _SHORTEST_BEGINNING or not word.isascii()
    return is_long and len(_find(db, [word], most)) < most
