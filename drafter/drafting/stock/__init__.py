"""What a speech can choose from: the bank's frames as candidates, indexed for its kind."""
