"""Reading finished documents: Word and text files become sheets, sheets become letters."""
