"""The exercises of the book: the bank, the kinds, and what the browser needs of them."""
