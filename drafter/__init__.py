"""drafter: 讲话稿 from a brief, through patterns mined from real speeches."""

__version__ = "0.1.0"
