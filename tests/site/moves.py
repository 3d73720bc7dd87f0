"""What a reader does to a figure and sees of it, for the tests of single figures."""

from checks import next_frames
from checks import state_of as state

__all__ = [
    "count_new_elements",
    "grip",
    "new_elements",
    "put",
    "says",
    "state",
    "unfold",
    "watch_ground",
]


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


def unfold(figure):
    """Open the fold with the controls that the figure does not show."""
    figure.locator(".pt-more > summary").click()


def grip(locator):
    """Press the mouse on the middle of an element, once the page stands still; return where."""
    locator.scroll_into_view_if_needed()
    locator.element_handle().wait_for_element_state("stable")  # figures near it have been drawn
    box = locator.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    locator.page.mouse.move(x, y)
    locator.page.mouse.down()
    return x, y


def count_new_elements(page):
    """Count from now on what is put into the first figure; see new_elements."""
    page.evaluate(
        """() => {
          globalThis.made = 0;
          const count = (list) => list.flatMap(({ addedNodes }) => [...addedNodes])
            .filter(({ nodeType }) => nodeType === Node.ELEMENT_NODE).length;
          new MutationObserver((list) => { made += count(list); })
            .observe(document.querySelector(".pt-view"), { childList: true, subtree: true });
        }"""
    )


def new_elements(page):
    """How many elements were made since count_new_elements, when the next frames are drawn."""
    next_frames(page)
    return page.evaluate("made")


def watch_ground(figure, ground):
    """Keep in `touched` what is made in a picture from now on, or changes on its ground."""
    figure.evaluate(
        """(figure, ground) => {
          globalThis.touched = [];
          new MutationObserver((records) => records.forEach(({ type, target }) => {
            const made = type === "childList" && target.namespaceURI.endsWith("svg");
            if (made || target.closest(ground)) touched.push(target.outerHTML);
          })).observe(figure, { subtree: true, childList: true, attributes: true });
        }""",
        ground,
    )
