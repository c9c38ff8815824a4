"""From seed bytes to blocks with sentences: nothing lost, nothing guessed.

:func:`load_seeds` decodes a folder, :func:`read` cuts each seed into blocks and says why each has
its kind, :func:`split_sentences` cuts a text into sentences.
"""

from annotated_corpus.text.reading import read, read_one
from annotated_corpus.text.repetition import Repetition
from annotated_corpus.text.seeds import load_seeds
from annotated_corpus.text.sentences import split_sentences

__all__ = ["Repetition", "load_seeds", "read", "read_one", "split_sentences"]
