"""Tables in Markdown, as the README shows them."""


def table(*titles: str) -> None:
    row(*titles)
    row(*("---" for _ in titles))


def row(*cells: str) -> None:
    print("|", " | ".join(cells), "|")
