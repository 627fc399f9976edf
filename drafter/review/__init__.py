"""Draft or Word file + Brief (+ corpus) → findings."""
