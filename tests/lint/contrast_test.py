#!/usr/bin/env python3
"""Coloured code can be read: by day, by night, and on each tint that marks a line.

Reads css/tokens.css, css/blocks/token.css and css/blocks/code.css of every theme, or of the default
one what a theme does not have, computes the ratio of WCAG 2 for every colour of a word on every
ground that it may have, and wants 4.5.
"""

import re
import sys
from pathlib import Path

THEMES = Path(__file__).resolve().parent.parent.parent / "themes"
LEAST = 4.5


def channels(colour):
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    return [int(digits[i : i + 2], 16) for i in (0, 2, 4)]


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in rgb)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def read(theme, name):
    own = theme / "css" / name
    return (own if own.exists() else THEMES / "default/css" / name).read_text(encoding="utf-8")


def check(theme):
    tokens = read(theme, "tokens.css")
    pairs = dict(
        (name, (day, night))
        for name, day, night in re.findall(r"--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)", tokens)
    )
    words = set(re.findall(r"\bcolor:\s*var\(--([\w-]+)\)", read(theme, "blocks/token.css")))
    code = read(theme, "blocks/code.css")
    share = int(re.search(r"var\(--c\) (\d+)%, var\(--soft\)", code).group(1)) / 100
    tints = set(re.findall(r"--c: var\(--([\w-]+)\)", code))
    if len(words) < 6 or tints != {"accent", "success", "danger"}:
        print(f"the style sheets are not what this test expects: {sorted(words)}, {sorted(tints)}")
        return 1

    failures = 0
    worst = 21.0
    for light in (0, 1):
        soft = channels(pairs["soft"][light])
        grounds = {"soft": soft}
        for tint in tints:
            colour = channels(pairs[tint][light])
            grounds[tint] = [share * a + (1 - share) * b for a, b in zip(colour, soft)]
        for word in sorted(words | {"ink"}):
            for name, ground in sorted(grounds.items()):
                found = ratio(channels(pairs[word][light]), ground)
                worst = min(worst, found)
                if found < LEAST:
                    failures += 1
                    print(f"--{word} on {name}, {('day', 'night')[light]}: {found:.2f}")
    print(f"{theme.name}: {len(words) + 1} colours, the worst ratio is {worst:.2f}, {failures} are below {LEAST}")
    return 1 if failures else 0


def main():
    themes = sorted(path for path in THEMES.iterdir() if path.is_dir())
    return 1 if not themes or any([check(theme) for theme in themes]) else 0


if __name__ == "__main__":
    sys.exit(main())
