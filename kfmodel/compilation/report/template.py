"""A city's own template for the report."""


class UnusableTemplateError(ValueError):
    """The file is no Word document that can be built on; the message says why, in Swedish."""
