"""What a speech says in what order, unworded: points, paragraphs, things to say, their budget."""
