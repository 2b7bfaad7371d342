"""What nbconvert does for Nekonote before it writes HTML: formulas become MathML, so that no page has to fetch a program for them."""

import html
import json
import os
import re
import subprocess

from nbconvert.preprocessors import Preprocessor

# Code is left alone; what is left is a formula.
FORMULA = re.compile(
    r"(?P<code>^(?P<fence>```+|~~~+).*?^(?P=fence)|(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`)|\\\$)"
    r"|\$\$(?P<dollars>.+?)\$\$|\\\[(?P<brackets>.+?)\\\]|\\\((?P<round>.+?)\\\)"
    r"|\$(?P<inline>[^\s$](?:[^$]*?[^\s$\\])?)\$(?!\d)",
    re.DOTALL | re.MULTILINE,
)

# Markdown would read these in what stands between the tags.
SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "*_|`\\[]~"}


def formula(match):
    """The formula of a match, and whether it stands on a line of its own; None for code."""
    if match["code"] is not None:
        return None
    display = match["dollars"] or match["brackets"]
    return {"tex": (display or match["round"] or match["inline"]).strip(), "display": display is not None}


def shield(mathml):
    return re.sub(r">[^<]+<", lambda m: m[0].translate(SIGNS), mathml)


class Formulas(Preprocessor):
    """Sets every formula of the notebook with one call of Nekonote's program."""

    def preprocess(self, nb, resources):
        own = nb.metadata.get("nekonote", {})
        if "lang" in own:
            resources["language_code"] = own["lang"]
        title = next((re.match(r"# (.+)", c.source) for c in nb.cells if c.cell_type == "markdown"), None)
        if title and "title" not in nb.metadata:
            nb.metadata["title"] = title[1]
        texts = [c for c in nb.cells if c.cell_type == "markdown"]
        for cell in nb.cells:
            texts += [o.data for o in cell.get("outputs", []) if "text/markdown" in o.get("data", {})]
        found = {}
        for text in texts:
            for match in FORMULA.finditer(self.read(text)):
                one = formula(match)
                if one:
                    found[json.dumps(one)] = one
        known = dict(zip(found, self.set(list(found.values()))))

        def put(match):
            one = formula(match)
            return match[0] if one is None else known[json.dumps(one)]

        for text in texts:
            self.write(text, FORMULA.sub(put, self.read(text)))
        return nb, resources

    @staticmethod
    def read(text):
        source = text["source"] if "source" in text else text["text/markdown"]
        return source if isinstance(source, str) else "".join(source)

    @staticmethod
    def write(text, content):
        text["source" if "source" in text else "text/markdown"] = content

    def set(self, formulas):
        """The MathML of formulas; one that cannot be set stays readable as it was typed."""
        if not formulas:
            return []
        program = os.environ["NEKONOTE_PROGRAM"]
        said = subprocess.run([program, "formulas"], input=json.dumps(formulas), capture_output=True, text=True, check=True, encoding="utf-8")
        return [shield(m) or f"<code>{html.escape(f['tex']).translate(SIGNS)}</code>" for m, f in zip(json.loads(said.stdout), formulas)]
