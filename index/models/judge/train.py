"""Makes the trees that decide by what was seen of a sentence: python train.py FEATURES.jsonl OUT_FOLDER MORE.jsonl [TEST.jsonl]

FEATURES: what `score -- --kept-back features FOLDER` prints of stories that the reader wasn't trained on; MORE: the same of what
extra.py makes, of which only the claims are taken; TEST: the same of
others, to measure on. Writes answers.txt, supports.txt and contradicts.txt, and prints how right and wrong each threshold
is, each story judged by trees made of the others. Needs scikit-learn.
"""
import json
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

# What may only speak for an answer, and what only against it.
FOR = {
    "answers": ["seen by the reader", "ahead of others read", "near in meaning", "least near word", "score in the ranking"],
    "supports": ["supports, to the reader", "support ahead of others read", "near in meaning", "words kept", "says so by its words"],
    "contradicts": ["contradicts, to the reader", "contradiction ahead of others read", "near in meaning", "says otherwise by its words"],
}
AGAINST = {
    "answers": ["words that the story lacks", "what an answer must hold missing"],
    "supports": ["contradicts, to the reader", "leaves open, to the reader", "words unexplained"],
    "contradicts": ["supports, to the reader", "leaves open, to the reader"],
}
THRESHOLDS = np.linspace(0.3, 0.95, 66)


def model(kind, names):
    direction = [1 if name in FOR[kind] else -1 if name in AGAINST[kind] else 0 for name in names]
    return HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.05, max_leaf_nodes=8, min_samples_leaf=25, l2_regularization=2.0,
        monotonic_cst=direction, random_state=0,
    )


def table(cases, label):
    names = list(cases[0]["candidates"][0]["seen"])
    rows = [(number, case, one) for number, case in enumerate(cases) for one in case["candidates"]]
    seen = np.array([[one["seen"][name] for name in names] for _, _, one in rows], np.float32)
    labels = np.array([label(case, one) for _, case, one in rows], int)
    return names, seen, labels, np.array([case["story"] for _, case, _ in rows]), np.array([number for number, _, _ in rows])


def across(kind, names, seen, labels, stories):
    likely = np.zeros(len(labels))
    for made_of, judged in GroupKFold(8).split(seen, labels, stories):
        fitted = model(kind, names).fit(seen[made_of], labels[made_of])
        likely[judged] = fitted.predict_proba(seen[judged])[:, 1]
    return likely


def best(likely, of_case, count):
    """For each case the likeliest of its candidates: how likely, and which row."""
    found = [(0.0, -1)] * count
    for row, (number, one) in enumerate(zip(of_case, likely)):
        if one > found[number][0]:
            found[number] = (one, row)
    return found


def write(path, fitted, names):
    base = float(fitted._baseline_prediction.ravel()[0])
    blocks = ["|".join(names) + f"\n{base!r}"]
    for (tree,) in fitted._predictors:
        nodes = tree.nodes
        value = {}

        def average(at):
            node = nodes[at]
            if node["is_leaf"]:
                value[at] = float(node["value"])
            else:
                low, high = node["left"], node["right"]
                counts = nodes[low]["count"], nodes[high]["count"]
                value[at] = (average(low) * counts[0] + average(high) * counts[1]) / sum(counts)
            return value[at]

        average(0)
        lines = [
            f"{value[at]:.6f}" if node["is_leaf"]
            else f"{node['feature_idx']} {float(node['num_threshold'])!r} {node['left']} {node['right']} {value[at]:.6f}"
            for at, node in enumerate(nodes)
        ]
        blocks.append("\n".join(lines))
    path_text = "\n\n".join(blocks) + "\n"
    with open(path, "w", encoding="utf-8") as file:
        file.write(path_text)


def answers(cases, out, test):
    label = lambda case, one: one["right"]
    names, seen, labels, stories, of_case = table(cases, label)

    def measured(cases, found, labels, threshold):
        shown = [likely >= threshold for likely, _ in found]
        right = sum(labels[row] if is_shown else not case["answerable"] for case, (_, row), is_shown in zip(cases, found, shown))
        wrong = sum(1 - labels[row] for (_, row), is_shown in zip(found, shown) if is_shown)
        return f"right {100 * right / len(cases):.1f} wrong {100 * wrong / len(cases):.1f}"

    found = best(across("answers", names, seen, labels, stories), of_case, len(cases))
    fitted = model("answers", names).fit(seen, labels)
    write(f"{out}/answers.txt", fitted, names)
    if test:
        _, test_seen, test_labels, _, test_of = table(test, label)
        test_found = best(fitted.predict_proba(test_seen)[:, 1], test_of, len(test))
    for threshold in THRESHOLDS[10:56:3]:
        line = f"answers {threshold:.2f}: {measured(cases, found, labels, threshold)}"
        print(line + (f" | test {measured(test, test_found, test_labels, threshold)}" if test else ""))


def verdicts(cases, out, test):
    """Trees for each verdict; how right and wrong they are where words leave a claim open, beside the verdicts by words."""
    for kind, wanted in (("supports", "supported"), ("contradicts", "contradicted")):
        allowed = lambda case: wanted == case["verdict"] or wanted in case["also_ok"]
        label = lambda case, one: allowed(case) and one["gold"]
        names, seen, labels, stories, of_case = table(cases, label)
        found = best(across(kind, names, seen, labels, stories), of_case, len(cases))
        fitted = model(kind, names).fit(seen, labels)
        write(f"{out}/{kind}.txt", fitted, names)
        sets = [(cases, found, labels)]
        if test:
            _, test_seen, test_labels, _, test_of = table(test, label)
            sets.append((test, best(fitted.predict_proba(test_seen)[:, 1], test_of, len(test)), test_labels))
        for threshold in THRESHOLDS[10::4]:
            parts = []
            for cases_of, found_of, labels_of in sets:
                opened = [(case, row) for case, (likely, row) in zip(cases_of, found_of)
                          if likely >= threshold and case["by_words"] == "not_in_story" and not case["differs"]]
                right = sum(labels_of[row] for _, row in opened)
                false = sum(not allowed(case) for case, _ in opened)
                parts.append(f"right +{100 * right / len(cases_of):.1f} false +{100 * false / len(cases_of):.1f}")
            print(f"{kind} {threshold:.2f}: " + " | test ".join(parts))


def main(features, out, more, test=None):
    read = lambda path: [json.loads(line) for line in open(path, encoding="utf-8")]
    split = lambda rows, key: [row for row in rows if key in row and row["candidates"]]
    rows, test_rows = read(features), read(test) if test else []
    answers(split(rows, "answerable"), out, split(test_rows, "answerable"))
    verdicts(split(rows + read(more), "verdict"), out, split(test_rows, "verdict"))


if __name__ == "__main__":
    main(*sys.argv[1:])
