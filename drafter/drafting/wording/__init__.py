"""How the plan is said: headings, sentences and what is said beside them, each once."""
