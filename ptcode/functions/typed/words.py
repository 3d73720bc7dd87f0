"""A run of letters, cut into words: 2xsinx, W_1, θ₁."""

from __future__ import annotations

from ptcode.functions.typed.vocabulary import (
    ASCII_LETTERS,
    DIGITS,
    LETTERS,
    SUBSCRIPTS,
    TABLES,
    ParseError,
    Token,
    Vocabulary,
    digits_from,
)

_HINTS = sorted(TABLES["hints"], key=len, reverse=True)


def words(text: str, at: int, vocabulary: Vocabulary, offset: int) -> tuple[list[Token], int]:
    """The tokens of a run of letters, which may be several words, and where it ends."""
    greek = LETTERS.get(text[at])
    end_of_run = at + 1
    while not greek and end_of_run < len(text) and text[end_of_run] in ASCII_LETTERS:
        end_of_run += 1
    run, start = text[at:end_of_run], offset + at
    index, end, bare = _index_at(text, end_of_run)
    if index and (found := _last_with_index(run, greek, index, vocabulary)):
        name, cut = found
        front = _split(run[:cut], start, vocabulary) if cut else []
        return [*front, Token("name", start + cut, offset + end, tree=name)], end
    tokens = [_letter(run, greek, start, vocabulary)] if greek else _split(run, start, vocabulary)
    if index:
        _refuse_index(
            tokens[-1], index, bare, offset + end, run[tokens[-1].start - start :], vocabulary
        )
    return tokens, end_of_run


def _letter(typed: str, name: str, start: int, vocabulary: Vocabulary) -> Token:
    if not vocabulary.knows(name):
        raise vocabulary.unknown(typed, start, start + 1)
    return vocabulary.token(name, start, start + 1)


def _index_at(text: str, at: int) -> tuple[str, int, bool]:
    """The index that follows a name (_1, _h, ₁ or bare digits), its end, whether it is bare."""
    following = text[at : at + 2]
    if following[:1] == "_":
        fits = DIGITS if following[1:] in DIGITS else ASCII_LETTERS
        end = at + 1
        while end < len(text) and text[end] in fits:
            end += 1
        return text[at + 1 : end], end, False
    if following and following[0] in SUBSCRIPTS:
        end = at
        while end < len(text) and text[end] in SUBSCRIPTS:
            end += 1
        return "".join(str(SUBSCRIPTS.index(digit)) for digit in text[at:end]), end, False
    end = digits_from(text, at)
    return text[at:end], end, True


def _last_with_index(run: str, greek: str | None, index: str, vocabulary: Vocabulary):
    """The longest variable W_1 whose stem ends the run, and where the stem begins."""
    for cut in range(len(run)):
        name = f"{greek or run[cut:]}_{index}"
        if name in vocabulary.variables:
            return name, cut
    return None


def _refuse_index(last: Token, index: str, bare: bool, end: int, name: str, vocabulary: Vocabulary):
    if last.word == "log":
        raise ParseError("base", last.start, end)
    if bare and last.type == "function":
        return
    if bare:
        fill = {"found": name + index, "power": f"{name}^{index}", "product": index + name}
        raise ParseError("digits", last.start, end, **fill)
    raise ParseError("index", last.start, end, **vocabulary.fill, found=f"{name}_{index}")


def _split(run: str, start: int, vocabulary: Vocabulary) -> list[Token]:
    """Cut a run of letters into words that are known, the longest first."""
    size = len(run)
    lengths = [0] * (size + 1)
    for begin in range(size - 1, -1, -1):
        for length in range(min(vocabulary.longest, size - begin), 0, -1):
            whole = begin + length == size or lengths[begin + length]
            if whole and vocabulary.knows(run[begin : begin + length]):
                lengths[begin] = length
                break
    if not lengths[0]:
        raise _stranger(run, start, vocabulary)
    tokens, begin = [], 0
    while begin < size:
        end = begin + lengths[begin]
        tokens.append(vocabulary.token(run[begin:end], start + begin, start + end))
        begin = end
    return tokens


def _stranger(run: str, start: int, vocabulary: Vocabulary) -> ParseError:
    """What to say of a run that cannot be cut."""
    reached, last = {0}, 0
    for begin in range(len(run)):
        if begin not in reached:
            continue
        last = begin
        hint = next((word for word in _HINTS if run.lower().startswith(word, begin)), None)
        if hint:
            place = (start + begin, start + begin + len(hint))
            return ParseError("hint", *place, text=TABLES["hints"][hint])
        ends = range(begin + 1, min(len(run), begin + vocabulary.longest) + 1)
        reached.update(end for end in ends if vocabulary.knows(run[begin:end]))
    return vocabulary.unknown(run[last:], start + last, start + len(run))
