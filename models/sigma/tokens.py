"""The tokenizer: byte-level BPE, trained on the corpus, and the chat template that goes with it."""

import json
from pathlib import Path

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

CONTROL = ["<|endoftext|>", "<|system|>", "<|user|>", "<|assistant|>", "<|end|>", "<|pad|>"]
END_OF_TEXT, SYSTEM, USER, ASSISTANT, END, PAD = range(6)

# Words with one leading space, digits one by one (sizes, ports and ids are copied digit by digit), runs of signs, spaces.
SPLIT = r"[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"

JINJA = (
    "{% for message in messages %}<|{{ message['role'] }}|>{{ message['content'] }}<|end|>{% endfor %}"
    "{% if add_generation_prompt %}<|assistant|>{% endif %}"
)


def train_tokenizer(texts, vocabulary: int) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split(Regex(SPLIT), "isolated"), pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary, special_tokens=CONTROL, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), max_token_length=24, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def save_tokenizer(tokenizer: Tokenizer, directory: Path, context: int):
    tokenizer.save(str(directory / "tokenizer.json"))
    settings = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": context,
        "eos_token": "<|end|>",
        "pad_token": "<|pad|>",
        "chat_template": JINJA,
        "sigma_chat_template": {
            "prefix": {role: f"<|{role}|>" for role in ("system", "user", "assistant")},
            "suffix": "<|end|>",
            "generation": "<|assistant|>",
        },
    }
    (directory / "tokenizer_config.json").write_text(json.dumps(settings, indent=2) + "\n")
