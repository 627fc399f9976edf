"""Ground floor: punctuation, numerals, sentences and words of Chinese text."""
