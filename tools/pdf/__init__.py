"""The book as one PDF: `python -m tools.pdf [SITE]` prints the built site with Chromium.

`harvest.js` takes from each page what paper can hold, `composing` puts it together with a title
page, contents and the solutions, `press` prints that twice: first to learn the page numbers.
"""
