"""Words of English questions: how the rules of writing take a text apart, and which words say little.

There is no list of word frequencies here. A word counts as common if it is short or stands in the list below, which
holds words of six letters and more that any English text may use; every other long word is rare and tells something.
"""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|(?<!\w)‘[^‘’]*’(?!\w)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"']?\s+")
_LONG = 6

STOP = frozenset(
    """
    a about after all also am among an and any are as at be because been before being between both but by can could
    did do does during each either for from had has have he her here him his how i if in into is it its just may more
    most much must no nor not of off on once one only or other our out over own same she should so some such than that
    the their them then there these they this those through to too under until up upon us very was we were what when
    where which while who whom whose why will with within without would you your
    """.split()
)
"""Words that hold a sentence together."""

GENERIC = frozenset(
    """
    answer answers best choice choices correct false following right sentence sentences statement statements these true
    wrong holds fits applies
    """.split()
)
"""Words of a question that names no matter: "Which of these statements is correct?"."""

COMMON = frozenset(
    """
    ability accept access according account across action actions active actual actually address affair affairs
    afraid against agency almost already although always amount ancient animal another answer anyone anything
    appear appeared appears argue argued argues argument around arrive arrived article asking aspect attack attempt
    attention author authors authority available average became become becomes before began beginning behind belief
    believe believed belong better beyond bigger border bought branch bridge bringing broken brother brought building
    called calling cannot carried carry causes central centre century certain certainly chance change changed changes
    chapter charge child children choice choose church circle cities citizen citizens claim claimed claims classes
    clearly closed collect college coming common community company compare complete completely concept concern
    condition conditions consider considered contain contains continue control corner correct council countries country
    couple course covered create created culture current danger daughter decade decades decide decided decision deeper
    defend degree demand depend describe described describes desire detail details develop development different
    difference difficult direct direction directly discuss distance divide divided document documents doubts during
    earlier earliest early easily eastern economic economy education effect effects effort eighth either eleven else
    emerge ending enough entire entirely entry equal especially essay establish europe european evening events every
    everyone everything evidence exactly example examples except existed expect expected experience explain explained
    explains explanation express extent factor factors failed fairly family families famous farther father feeling
    fellow female fewest fifteen fifth figure figures finally finding finish finished followed following follows
    foreign forest former fought fourth freedom friend friends future garden gather general generally given
    government governments great greater greatest ground grounds groups growing growth happen happened happens having
    health hearing higher highest himself history holding hundred hundreds husband important include included includes
    including increase indeed indicate individual influence information inside instead intend interest interested
    international involved island issued itself joined journal judged keeping killed killing kingdom knowing knowledge
    language larger largest lasted lately latter leader leaders leading learned leaving letter letters likely limits
    listed little living longer longest losing mainly making manner matter matters meaning measure measures meeting
    member members memory method middle military million millions minister minute modern moment months morning mother
    motive mountain moving national nations natural nature nearly necessary needed neither never nobody normal northern
    nothing notice number numbers object occur occurred office officer officers official officially officials opened
    opening opinion opposite ordered orders ordinary origin original others outside parent partly parties passed
    passage people peoples perhaps period person persons phrase picture placed places player please points police
    policy political popular population position possible powers practice prepare present president pretty prevent
    previous private probably problem problems process produce produced program promise proper protect protected prove
    provide public publicly published purpose quarter question questions quickly quietly rather reached reading
    reality really reason reasons receive received recent record records reduce region regions relation relations
    remain remained remains remember report reported reports require required research respect result results return
    returned review rights rising rulers ruling russia russian sample school schools season second secret section
    security seemed seems select sentence sentences separate series serious serve served service settle settled seven
    seventh several shared should showed showing simple simply single sister slightly smaller smallest social
    society soldier soldiers someone something sometimes source sources southern soviet speaks special spring stands
    started statement statements states station status stayed stopped stories street strong stronger student students
    studies subject succeed success sudden suffer suggest suggests summary summer support supported supports surely
    surface system taking talking target teacher tended tension thanks themselves theory things thinking third though
    thought thousand thousands through throughout titled together toward towards trading training treated trouble
    trying twelve twenty understand understood unless unlike usual usually valley various version victim victims
    village villages voices wanted warned wartime watched weapon weather western whether whatever whenever wherever
    within without witness wonder workers working writer writers writes writing written wrongly yellow younger
    """.split()
)
"""Words of six letters and more that say little about a subject."""


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; a possessive ending is taken off."""
    return tuple(_plain(word) for word in _WORD.findall(text))


def _plain(word: str) -> str:
    word = word.replace("’", "'").lower()
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def is_rare(word: str) -> bool:
    """Tell whether a word is long and not among the common ones."""
    return len(word) >= _LONG and word not in COMMON and word not in STOP and not word[0].isdigit()


def stem_of(word: str) -> str:
    """Return what a word shares with its other forms, roughly: its first six letters."""
    return word[:_LONG]


def content(text: str) -> tuple[str, ...]:
    """Return the words that say something."""
    return tuple(word for word in words(text) if word not in STOP)


def unquoted(text: str) -> str:
    """Return a text without what stands in quotation marks."""
    return _QUOTED.sub("“”", text) if "“" in text or '"' in text or "‘" in text else text


def sentences(text: str) -> list[str]:
    """Return the sentences of a short text, roughly."""
    return _SENTENCE_END.split(text)
