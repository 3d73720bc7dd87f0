"""What a reader does to a figure and sees of it, for the tests of single figures."""

from checks import state_of as state

__all__ = ["middle", "put", "says", "state"]


def says(figure):
    """The one sentence that says what is now true."""
    return figure.get_by_role("status").text_content()


def put(figure, **values):
    """Set the figure as a link would."""
    figure.evaluate(
        """(figure, query) => {
          const link = document.createElement("a");
          link.href = `#${figure.id}?${query}`;
          document.body.append(link); link.click(); link.remove();
        }""",
        "&".join(f"{key}={value}" for key, value in values.items()),
    )


def middle(locator):
    """The middle of an element on the screen, for the mouse."""
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
