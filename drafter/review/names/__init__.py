"""What a draft names and its brief does not have: the finders of names, and who asks them.

They are asked in this order:

1. ``signs`` goes through each sentence once, keeps what it found, and asks the rules without lists
   of names: ``bodies`` and ``shapes`` (parts of offices, firms), ``undertakings`` (meetings, rules,
   campaigns), ``claims`` (honours, sayings, terms), ``localities`` (places on the ground); then
   the two that ask the other way round, what in a sentence is accounted for: ``headed`` (what
   stands before a word that ends names) and ``strange`` (characters that make no word).
2. ``foreign``, the one rule the review runs, begins with ``near_names``: what is almost a name of
   the brief is told as a slip, and no other finder tells it again.
3. Then come the entities of the text (numbers, days, names known by list or by their post);
   ``allowed`` tells which of them the brief has, or the unit's own world.
4. What is left, ``unlisted`` takes from the signs, the surest kind first; a stretch once told is
   not told again as another kind.
5. Before anything is told, ``seams`` is asked whether it is only cut out of what a pattern says and
   what the brief says beside it.
"""
