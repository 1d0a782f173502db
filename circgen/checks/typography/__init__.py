"""Typography: slips of house style where they are written, and the characters that mend them."""
