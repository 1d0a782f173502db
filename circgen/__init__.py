"""circgen: multilingual TSB circulars from one file of facts."""

__version__ = "0.1.0"
