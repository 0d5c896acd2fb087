"""Makes cases of another kind for the trees: python extra.py STORIES QA_DEV OUT_FOLDER

Our own cases are in other words than their stories. Those who paste a sentence, or ask in the story's words, are to be
answered too, so the trees see such cases as well: public questions about the articles that the reader wasn't trained on
(QA_DEV, every fifth), and claims that follow from a sentence by their making (../reader/claims.py) about them and about the
stories kept back of STORIES. Each becomes a folder as in index/quality, for `score -- features OUT_FOLDER`.
"""
import json
import random
import sys
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "reader"))
from claims import CONTRADICTS, SUPPORTS, of_sentences
from prepare import own_story, public_story, rows

VERDICTS = {SUPPORTS: "supported", CONTRADICTS: "contradicted"}
MOST_QUESTIONS, MOST_CLAIMS = 50, 12


def claims_of(story):
    """Rows of check.jsonl; those that another passage leaves open are no case of a whole story."""
    passages = {}
    for number in range(len(story.sentences)):
        passages.setdefault(story.passage(number), number)
    made = [one for one in of_sentences(story.sentences, story.passage) if one[2] in VERDICTS]
    for number, (claim, seen, verdict) in enumerate(random.sample(made, min(MOST_CLAIMS, len(made)))):
        gold = [f"S{passages[seen]}"]
        yield {"id": f"k{number:02}", "claim": claim, "verdict": VERDICTS[verdict], "gold": gold, "gold_any": True, "trick": "made"}


def questions_of(story, asked):
    asked = [row for row in asked if row["kind"] != "offtopic"]
    for row in random.sample(asked, min(MOST_QUESTIONS, len(asked))):
        spans = row.get("answer_spans") or []
        held = [n for n, (a, b) in enumerate(story.spans) if any(a <= x and y <= b for x, y in spans)]
        answerable = row["answerable"] and bool(held)
        yield {
            "id": row["id"], "persona": "newsroom", "type": "public", "q": row["question"], "answerable": answerable,
            "gold": [f"S{n}" for n in held] if answerable else [], "gold_any": True,
            "key": [row["answers"]] if answerable else [], "forbid": [],
        }


def write(folder, text, story, questions, claims):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "sentences.tsv").write_text("".join(f"S{n}\t{s}\n" for n, s in enumerate(story.sentences)), encoding="utf-8")
    for name, made in (("ask", questions), ("check", claims)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")


def main(stories, public, out):
    random.seed(5)
    for folder in sorted(path for path in Path(stories).iterdir() if path.is_dir()):
        if zlib.crc32(folder.name.encode()) % 3 == 0:
            _, story = own_story(folder)
            write(Path(out) / folder.name, (folder / "article.txt").read_text(encoding="utf-8"), story, [], claims_of(story))
    asked = {}
    for row in rows(Path(public) / "ask.jsonl"):
        asked.setdefault(row["article"], []).append(row)
    for article in sorted(asked)[::5]:
        path = Path(public) / "articles" / f"{article}.txt"
        story = public_story(path)
        write(Path(out) / article, path.read_text(encoding="utf-8"), story, questions_of(story, asked[article]), claims_of(story))


if __name__ == "__main__":
    main(*sys.argv[1:])
