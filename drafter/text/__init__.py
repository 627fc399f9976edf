"""Ground floor: punctuation, numerals, sentences, words and names of Chinese text.

People are found by what stands beside them: ``people`` by a post or a form of address. Where there
is none, ``bare_people`` tells them by the family name and the given name, ``unfamiliar`` by making
no word of the ``dictionary``, ``acting_people`` by what only people do.
"""
