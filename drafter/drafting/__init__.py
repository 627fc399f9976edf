"""Brief + Bank → Draft: genres, planning, headings, wording, budget, rendering."""
