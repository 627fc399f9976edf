"""What is given before a word is chosen: genre, level, field, topic, the facts of the brief."""
