"""Where reports of what is wrong are taken: ``ptcode_issues`` of _config.yml, empty if nowhere.

It is an address such as ``https://example.org/issues``. With places for the title and the text, as
in ``https://github.com/OWNER/NAME/issues/new?title={title}&body={body}`` or
``mailto:me@example.org?subject={title}&body={body}``, the form there is filled; nothing is sent.
"""

from ptcode.site.pages import properties


def plain(issues):
    """The address without what is filled in."""
    return issues.split("?")[0] if "{" in issues else issues


def tell(app, pagename, templatename, context, doctree):
    """Tell the script of a page, where there is an address to tell."""
    facts = {"pt-issues": app.config.ptcode_issues}
    context["metatags"] = context.get("metatags", "") + properties(facts, "name")


def setup(app):
    """Connect to Sphinx, after what describes a page."""
    app.add_config_value("ptcode_issues", "", "env")
    app.connect("html-page-context", tell, priority=900)
