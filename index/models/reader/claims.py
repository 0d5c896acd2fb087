"""Claims that follow from a sentence, or not, by their making alone: sentences as they are, denied, with another number; and
questions about a sentence with their answers put in as statements, beside the sentence as it is and with another answer in
it, so that the claim alone tells nothing (as in FEVER-Symmetric, Schuster et al. 2019). Used by prepare.py; it makes no
questions.
"""
import random
import re

SUPPORTS, CONTRADICTS, LEAVES_OPEN = 0, 1, 2
CAN_BE_DENIED = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must|may)\b(?! not)(?!n't)")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,]*(?:\.\d+)?(?![\w])")
SMALL = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split()
SMALL_NUMBER = re.compile(r"\b(" + "|".join(SMALL) + r")\b")
GOES_ON = re.compile(r",? (?:but|and|which|who|while|although|after|before|when|because|as|with)\b|;")
FIRST_WORD = re.compile(r"[A-Z]?[a-z]+")
PRONOUNS = set("He She It They We You I His Her Their".split())
DETERMINERS = set("the a an his her its their this that these those some any no my our your he she it they we you i".split())
HELPING = set("has have had will would can could should must may might".split())
UNFIT_LAST = set("by with to in for from of at on about as into called named known do".split())


def denied(sentence):
    found = list(CAN_BE_DENIED.finditer(sentence))
    if not found:
        return None
    verb = found[0]
    return sentence[: verb.end()] + " not" + sentence[verb.end() :]


def with_another_number(sentence):
    found = list(NUMBER.finditer(sentence)) + list(SMALL_NUMBER.finditer(sentence))
    if not found:
        return None
    number = random.choice(found)
    return sentence[: number.start()] + another_number(number.group()) + sentence[number.end() :]


def another_number(written):
    if written in SMALL:
        return random.choice([word for word in SMALL if word != written])
    plain = float(written.replace(",", ""))
    if written.isdigit() and len(written) == 4 and 1500 < plain < 2100:
        return str(int(plain) + random.choice([-11, -7, -3, -2, -1, 1, 2, 3, 5, 9]))
    changed = plain * random.choice([0.1, 0.5, 0.7, 0.8, 1.2, 1.5, 2, 10])
    text = f"{changed:,.1f}" if "." in written else f"{round(changed) if round(changed) != plain else round(plain) + 1:,}"
    return text if "," in written or changed < 10_000 else text.replace(",", "")


def first_clause(sentence):
    for cut in GOES_ON.finditer(sentence):
        if len(sentence[: cut.start()].split()) >= 7 and sentence.count('"', 0, cut.start()) % 2 == 0:
            return sentence[: cut.start()].rstrip(" ,") + "."
    return None


def of_sentences(sentences, passage, most=9):
    """Pairs of a story's sentences, of which the first is its headline: claim, passage, verdict."""
    chosen = random.sample(range(1, len(sentences)), min(most, len(sentences) - 1))
    for number in chosen:
        own, seen = sentences[number], passage(number)
        if len(own.split()) < 6:
            continue
        yield own, seen, SUPPORTS
        changes = [(denied(own), CONTRADICTS), (with_another_number(own), CONTRADICTS), (first_clause(own), SUPPORTS)]
        yield from ((claim, seen, verdict) for claim, verdict in changes if claim)
        other = random.choice([one for one in range(len(sentences)) if one != number])
        yield own, passage(other), LEAVES_OPEN


def statement(question, answer):
    """A question with its answer put in; `None` where that makes no statement."""
    words = question.rstrip(" ?").split()
    if len(words) < 3 or words[-1].lower() in UNFIT_LAST or not 1 <= len(answer.split()) <= 7:
        return None
    asked, rest = words[0].lower(), words[1:]
    if asked == "how" and rest[0].lower() == "many":
        return of_number(rest[1:], answer)
    if asked not in ("who", "what") or rest[0].lower() in ("do", "does", "did", "else", "happened", "kind", "type"):
        return None
    if not FIRST_WORD.fullmatch(rest[0]) or rest[0][0].isupper():
        return None
    if rest[0] in HELPING and (len(rest) < 2 or rest[1].lower() in DETERMINERS or rest[1][0].isupper()):
        return None
    if asked == "what" and rest[0] not in ("is", "are", "was", "were"):
        return None
    return f"{answer[0].upper()}{answer[1:]} {' '.join(rest)}."


def of_number(rest, answer):
    words = [word.lower() for word in rest]
    if set(words) & {"do", "does", "did", "there", "has", "have", "had", "will"} or not re.search(r"\d", answer) and answer.lower() not in SMALL:
        return None
    for place, word in enumerate(words[:-1]):
        if word in ("is", "are", "was", "were") and (words[place + 1] in DETERMINERS or rest[place + 1][0].isupper()):
            return None
    number = answer.split()[0]
    return f"{number} {' '.join(rest)}."


def of_questions(asked):
    """Pairs of questions about sentences. Each: question, answer, where the answer stands in the passage, passage."""
    kinds = {}
    for question, answer, _, _ in asked:
        kind = question.split()[0].lower()
        is_name = re.fullmatch(r"(?:[A-Z][\w.'-]+ ?)+", answer) and answer not in PRONOUNS
        if kind == "how" or kind == "who" and is_name:
            kinds.setdefault(kind, []).append(answer)
    for question, answer, (start, end), passage in asked:
        claim = statement(question, answer)
        if not claim:
            continue
        yield claim, passage, SUPPORTS
        against = denied(claim)
        if against and random.random() < 0.35:
            yield against, passage, CONTRADICTS
        kind = question.split()[0].lower()
        if kind == "what" or kind == "who" and answer not in kinds.get("who", []):
            continue
        if kind == "how":
            other = another_number(answer.split()[0]) if NUMBER.fullmatch(answer.split()[0]) or answer.split()[0] in SMALL else None
            changed = other and passage[:start] + other + passage[start + len(answer.split()[0]) :]
        else:
            other = random.choice(kinds["who"])
            other = None if other.split()[-1] in passage else other
            changed = other and passage.replace(answer, other)
        if not other or answer.split()[0] in changed:
            continue
        swapped = statement(question, other)
        yield claim, changed, CONTRADICTS
        if swapped:
            yield swapped, passage, CONTRADICTS
            yield swapped, changed, SUPPORTS
