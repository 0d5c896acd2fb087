"""Makes the pairs that the reader is trained on: python prepare.py MODEL STORIES QA_DEV QAMR.jsonl OUT.jsonl

MODEL: the folder of all-MiniLM-L6-v2, by whose sentence vectors wrong sentences are found that look right.

STORIES: index/quality/stories or a folder of such folders; every third story, by the CRC-32 of its folder's name, is kept back.
QA_DEV: a folder with ask.jsonl and articles/ (SQuAD 2.0's questions by article; see README.md); every fifth article is kept back.
QAMR: questions about single sentences (Michael et al. 2018), of which only statements are made: see claims.py.
A row: the question or claim, a passage, "ask" or "check", and whether it answers (1, 0) or what it says of the claim
(0 supports, 1 contradicts, 2 leaves open). A passage is a sentence, with the one before where it points back to it.
"""
import collections
import json
import math
import random
import re
import sys
import zlib
from pathlib import Path

import torch
from sentencex import segment
from transformers import AutoModel, AutoTokenizer

from claims import of_questions, of_sentences

POINTS_BACK = set("he she it they his her its their this that these those such both there another other others however but also".split())
POINTS_AT_TOPIC = {"these", "those", "such"}
FUNCTION_WORDS = set(
    "the a an of to in on for and or is are was were be been did do does what who when where why how which that this it he "
    "she they his her by with at from as has have had not will would can could".split()
)
MOST_STATED = 7_000
VERDICTS = {"supported": 0, "contradicted": 1, "not_in_story": 2}


def words(text):
    return re.findall(r"[a-z0-9]+", text.lower())


def terms(text):
    return [word[:6] for word in words(text) if word not in FUNCTION_WORDS]


class Encoder:
    """A text → the mean of its tokens' vectors, of length one."""

    def __init__(self, model):
        self.tokenizer, self.bert = AutoTokenizer.from_pretrained(model), AutoModel.from_pretrained(model).eval()

    def vectors(self, texts):
        inputs = self.tokenizer(texts, truncation=True, max_length=128, padding=True, return_tensors="pt")
        with torch.no_grad():
            states = self.bert(**inputs).last_hidden_state
        mask = inputs["attention_mask"].unsqueeze(-1)
        return torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)


class Story:
    """Sentences with their paragraphs, ranked by BM25."""

    def __init__(self, sentences, paragraphs, spans=None):
        self.sentences, self.paragraphs, self.spans = sentences, paragraphs, spans
        self.counts = [collections.Counter(terms(sentence)) for sentence in sentences]
        frequency = collections.Counter(term for counts in self.counts for term in counts)
        all_ = len(sentences)
        self.rarity = {t: math.log(1 + (all_ - n + 0.5) / (n + 0.5)) for t, n in frequency.items()}

    def passage(self, number):
        own = self.sentences[number]
        first = words(own)[:1]
        if number and first and first[0] in POINTS_BACK and self.paragraphs[number] == self.paragraphs[number - 1]:
            return self.sentences[number - 1] + " " + own
        if self.spans is None and POINTS_AT_TOPIC & set(words(own)[1:]):
            return self.sentences[0] + " " + own
        return own

    def ranked(self, asked):
        def score(counts):
            length = 0.5 + 0.5 * sum(counts.values()) / 12
            return sum(self.rarity[t] * counts[t] * 2 / (counts[t] + 0.6 * length) for t in set(terms(asked)) if t in counts)

        return sorted(range(len(self.sentences)), key=lambda number: (-score(self.counts[number]), number))


def unique(numbers, but, most):
    return [number for number in dict.fromkeys(numbers) if number not in but][:most]


def rows(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def own_story(folder):
    table = [line.rstrip("\n").split("\t", 1) for line in open(folder / "sentences.tsv", encoding="utf-8") if line.strip()]
    article = (folder / "article.txt").read_text(encoding="utf-8")
    paragraphs = [" ".join(paragraph.split()) for paragraph in re.split(r"\n\s*\n", article)]
    paragraph_of = [next((n for n, p in enumerate(paragraphs) if " ".join(s.split()) in p), -1) for _, s in table]
    return {name: number for number, (name, _) in enumerate(table)}, Story([s for _, s in table], paragraph_of)


def own_pairs(folder, encoder):
    at, story = own_story(folder)
    questions, claims = rows(folder / "ask.jsonl"), rows(folder / "check.jsonl")
    asked = [case["q"] for case in questions] + [case["claim"] for case in claims]
    near_in_meaning = (encoder.vectors(asked) @ encoder.vectors(story.sentences).T).argsort(descending=True).tolist()
    look_right = {
        text: [number for pair in zip(story.ranked(text), near) for number in pair] for text, near in zip(asked, near_in_meaning)
    }
    numbers = lambda ids: [at[name] for name in ids if name in at]
    for case in questions:
        gold, near = numbers(case["gold"]), numbers(case.get("near", []))
        yield from ((case["q"], story.passage(n), "ask", 1) for n in gold)
        for number in unique(near + look_right[case["q"]][:6], gold, 3 if gold else 4):
            yield case["q"], story.passage(number), "ask", 0
    for case in claims:
        gold, near, verdict = numbers(case["gold"]), numbers(case.get("near", [])), VERDICTS[case["verdict"]]
        if len(gold) > 1 and not case.get("gold_any", True):
            yield case["claim"], " ".join(story.sentences[n] for n in gold), "check", verdict
        else:
            yield from ((case["claim"], story.passage(n), "check", verdict) for n in gold)
        for number in unique(near + look_right[case["claim"]][:4], gold, 2 if gold else 3):
            yield case["claim"], story.passage(number), "check", 2


    yield from ((claim, seen, "check", verdict) for claim, seen, verdict in of_sentences(story.sentences, story.passage))


def public_story(path):
    text = path.read_text(encoding="utf-8")
    sentences, paragraphs, spans, position = [], [], [], 0
    for number, paragraph in enumerate(re.split(r"\n+", text)):
        for sentence in filter(None, (s.strip() for s in segment("en", paragraph))):
            start = text.find(sentence, position)
            if start >= 0:
                position = start + len(sentence)
                sentences.append(sentence)
                paragraphs.append(number)
                spans.append((start, position))
    return Story(sentences, paragraphs, spans)


def public_pairs(folder, kept_back):
    stories = {}
    within = lambda story, wanted: [n for n, (a, b) in enumerate(story.spans) if any(a < y and x < b for x, y in wanted)]

    def story_of(row):
        return stories.setdefault(row["article"], public_story(folder / "articles" / f"{row['article']}.txt"))

    for row in rows(folder / "ask.jsonl"):
        if row["article"] in kept_back or row["kind"] == "offtopic" or row["kind"] == "sametopic" and random.random() < 0.5:
            continue
        story, asked = story_of(row), row["question"]
        gold = within(story, row.get("answer_spans") or []) if row["answerable"] else []
        yield from ((asked, story.passage(n), "ask", 1) for n in gold[:2])
        yield from ((asked, story.passage(n), "ask", 0) for n in unique(story.ranked(asked), gold, 1 if gold else 2))


def stated_pairs(folder, kept_back, qamr):
    """Statements of public questions and their answers."""
    stories, asked = {}, []
    for row in rows(folder / "ask.jsonl"):
        if row["article"] in kept_back or not row["answerable"]:
            continue
        story = stories.setdefault(row["article"], public_story(folder / "articles" / f"{row['article']}.txt"))
        start, end = min(row["answer_spans"], key=lambda span: span[1] - span[0])
        number = next((n for n, (a, b) in enumerate(story.spans) if a <= start and end <= b), None)
        if number is not None:
            own, at = story.sentences[number], story.spans[number][0]
            asked.append((row["question"], own[start - at : end - at], (start - at, end - at), own))
    for row in rows(qamr):
        for question in row["questions"]:
            start, end = min(question["answers"], key=lambda span: span[1] - span[0])
            asked.append((question["question"], row["sentence"][start:end], (start, end), row["sentence"]))
    pairs = list(of_questions(asked))
    random.shuffle(pairs)
    yield from ((claim, seen, "check", verdict) for claim, seen, verdict in pairs[:MOST_STATED])


def hurried(pair):
    """The same pair as somebody in a hurry types it: small letters, no marks, now and then two letters swapped or one missing."""
    asked, passage, kind, label = pair
    asked = re.sub(r"[^\w\s'%$€£.,-]|[.,](?=\s|$)", "", asked.lower())
    if random.random() < 0.3 and len(asked) > 8:
        at = random.randrange(1, len(asked) - 2)
        mistyped = asked[at + 1] + asked[at] if random.random() < 0.5 else asked[at]
        if asked[at : at + 2].isalpha():
            asked = asked[:at] + mistyped + asked[at + 2 :]
    return asked, passage, kind, label


def main(model, stories, public, qamr, out):
    random.seed(11)
    encoder = Encoder(model)
    folders = sorted(path for folder in stories.split(",") for path in Path(folder).iterdir() if path.is_dir())
    tuning = [folder for folder in folders if zlib.crc32(folder.name.encode()) % 3]
    articles = sorted({row["article"] for row in rows(Path(public) / "ask.jsonl")})
    own = [pair for folder in tuning for pair in own_pairs(folder, encoder)]
    others = list(public_pairs(Path(public), set(articles[::5])))
    others += stated_pairs(Path(public), set(articles[::5]), Path(qamr))
    with open(out, "w", encoding="utf-8") as file:
        for pair in [hurried(pair) if random.random() < 0.4 else pair for pair in own] + others:
            file.write(json.dumps(pair, ensure_ascii=False) + "\n")
    print(f"{len(own)} pairs of our own from {len(tuning)} stories, and {len(others)} others")


if __name__ == "__main__":
    main(*sys.argv[1:])
