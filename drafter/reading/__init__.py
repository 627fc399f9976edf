"""Files → Speech: sources, cleaning, splitting, outline, moves."""
