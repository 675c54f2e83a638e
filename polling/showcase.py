"""The second demonstration: a session that holds one question of every kind."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from polling.kinds import kinds
from polling.kinds.images import images_in, with_images
from polling.languages import N_, said_in
from polling.records import Session
from polling.sessions import Images, RunningOrder, Sessions

TITLE = N_("Every kind of question")
NOTES = N_("The example of this kind. Change it, or keep it to see how it works.")

_SIZE = (1280, 960)
_INK, _PAPER, _LINE, _FIELD = "#14202b", "#faf8f4", "#7b858e", "#eaf4f3"


def add_showcase(
    sessions: Sessions, running_order: RunningOrder, images: Images, language: str, by: str
) -> Session:
    """A rehearsal with the example of each kind, in the order in which hosts are offered them."""
    made = sessions.create(said_in(language, TITLE), language, rehearsal=True, by=by)
    sessions.change(made.id, settings={"reactions": True}, by=by)
    image, _ = images.add(made.id, drawn_form())
    for name, each in kinds().items():
        pictures = {known: image for _field, known in images_in(each.example.content)}
        running_order.add(
            made.id,
            name,
            each.example.title,
            with_images(each.example.content, pictures),
            each.example.settings,
            said_in(language, NOTES),
            standing=each.stands != "never",
            by=by,
        )
    return sessions.get(made.id)


def drawn_form() -> bytes:
    """A filled-in form as PNG, for the kinds that ask about a picture. Pillow's own typeface,
    which is there on every machine, has no accents."""
    page = Image.new("RGB", _SIZE, _PAPER)
    draw = ImageDraw.Draw(page)
    width, height = _SIZE
    draw.rectangle((60, 40, width - 60, height - 40), fill="white", outline=_LINE, width=3)
    draw.text((120, 90), "Acte d’engagement", fill=_INK, font=ImageFont.load_default(64))
    fields = (
        ("Objet", "Fournitures de bureau", 230),
        ("Titulaire", "Papeterie du Port", 360),
        ("Montant hors taxes", "30 000 000 euros", 490),
        ("Dernier jour", "31/12/2026", 620),
        ("Fait le", "14/09/2026", 750),
    )
    for name, value, top in fields:
        draw.text((120, top), name, fill=_LINE, font=ImageFont.load_default(34))
        draw.rectangle((520, top - 16, width - 120, top + 66), fill=_FIELD, outline=_LINE, width=2)
        draw.text((546, top), value, fill=_INK, font=ImageFont.load_default(42))
    draw.text(
        (520, height - 110), "Signature : P. Martin", fill=_INK, font=ImageFont.load_default(34)
    )
    sheet = BytesIO()
    page.save(sheet, "PNG")
    return sheet.getvalue()
