"""How Sphinx builds these pages: `make docs` writes them to build/docs, without the network, and fails on a link that leads nowhere."""

from __future__ import annotations

project = "Factcheck"
copyright = "the Factcheck contributors, MIT licence"  # noqa: A001 - Sphinx asks for that name
extensions = ["myst_parser"]
exclude_patterns = ["making", "story"]
nitpicky = True

myst_heading_anchors = 3
myst_enable_extensions = ["attrs_inline"]

html_theme = "furo"
html_title = "Factcheck"
html_static_path = ["static"]
html_css_files = ["pages.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True, "top_of_page_buttons": []}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"
