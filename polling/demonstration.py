"""The demonstration session: a matinale about sourcing, in French, as its hosts would write it.

The law it speaks of is the French code de la commande publique: articles R2111-1 and R2111-2
(preparing a contract with suppliers), L3 (the principles) and L2141-8 (exclusion, the last
resort), and L2132-1 (business secrecy).
"""

from __future__ import annotations

from typing import TypedDict

from polling.records import JSON


class DemonstrationPoll(TypedDict):
    kind: str
    title: str
    content: dict[str, JSON]
    settings: dict[str, JSON]
    notes: str


class Demonstration(TypedDict):
    title: str
    language: str
    polls: list[DemonstrationPoll]


demonstration: Demonstration = {
    "title": "Matinale de l’achat · Le sourcing",
    "language": "fr",
    "polls": [
        {
            "kind": "word_cloud",
            "title": "« Sourcing » : quels mots vous viennent à l’esprit ?",
            "content": {},
            "settings": {"max_words": 3},
            "notes": (
                "Laissez une minute, le temps que toute la salle rejoigne la séance. Lisez à "
                "voix haute trois ou quatre mots du nuage et demandez qui veut raconter pourquoi.\n"
                "À retenir : faire du sourcing, c’est aller vers les entreprises avant de "
                "rédiger, pour acheter au plus près du besoin."
            ),
        },
        {
            "kind": "yes_no",
            "title": "Avez-vous déjà rencontré une entreprise pour préparer un marché ?",
            "content": {},
            "settings": {"unsure": True},
            "notes": (
                "Personne n’a à se justifier : les noms ne sont pas demandés. S’il y a des oui, "
                "invitez une personne volontaire à dire ce que la rencontre a changé dans le "
                "cahier des charges."
            ),
        },
        {
            "kind": "multiple_choice",
            "title": "Avant de lancer un marché, que peut faire l’acheteur public ?",
            "content": {
                "options": [
                    {
                        "id": "a",
                        "text": "Rencontrer des entreprises pour connaître ce qui existe",
                        "right": True,
                    },
                    {
                        "id": "b",
                        "text": "Présenter son projet et ses exigences aux entreprises",
                        "right": True,
                    },
                    {
                        "id": "c",
                        "text": "Demander un avis à une fédération professionnelle",
                        "right": True,
                    },
                    {"id": "d", "text": "Promettre le marché à l’entreprise la plus convaincante"},
                    {"id": "e", "text": "Montrer à une entreprise le devis d’une concurrente"},
                ]
            },
            "settings": {},
            "notes": (
                "Plusieurs réponses sont justes. Article R2111-1 du code de la commande "
                "publique : pour préparer un marché, l’acheteur peut effectuer des "
                "consultations, réaliser des études de marché, solliciter des avis, ou informer "
                "les opérateurs économiques de son projet et de ses exigences.\n"
                "La condition : que l’usage des résultats ne fausse pas la concurrence et ne "
                "méconnaisse pas les principes de l’article L3, dont l’égalité de traitement, "
                "la liberté d’accès et la transparence des procédures. Promettre un marché les "
                "méconnaît ; le devis d’une entreprise relève du secret des affaires "
                "(article L2132-1)."
            ),
        },
        {
            "kind": "single_choice",
            "title": (
                "Une entreprise consultée pendant le sourcing veut répondre au marché. "
                "Que faites-vous ?"
            ),
            "content": {
                "options": [
                    {"id": "a", "text": "Je l’écarte : elle en sait plus que les autres"},
                    {
                        "id": "b",
                        "text": "Je donne à toutes les mêmes informations et un délai suffisant",
                        "right": True,
                    },
                    {"id": "c", "text": "Rien de particulier : le sourcing est autorisé"},
                    {"id": "d", "text": "Je lui demande de renoncer à répondre"},
                ]
            },
            "settings": {"results": "hidden"},
            "notes": (
                "Les résultats restent masqués jusqu’à ce que vous les révéliez. Faites voter, "
                "laissez deux minutes de discussion entre voisins, faites revoter, puis révélez "
                "et comparez les deux tours.\n"
                "Article R2111-2 : l’acheteur prend les mesures appropriées pour que la "
                "concurrence ne soit pas faussée par une entreprise qui, ayant participé à la "
                "préparation, a eu des informations que les autres ignorent. Elle n’est exclue "
                "que s’il n’y a pas d’autre moyen d’y remédier (2° de l’article L2141-8). En "
                "pratique : partager les informations utiles avec toutes, prévoir un délai de "
                "réponse suffisant, garder une trace des échanges."
            ),
        },
        {
            "kind": "single_choice",
            "title": "Qu’est-ce qui vous freine le plus pour faire du sourcing ?",
            "content": {
                "options": [
                    {"id": "a", "text": "Le temps"},
                    {"id": "b", "text": "La crainte d’avantager une entreprise"},
                    {"id": "c", "text": "Ne pas savoir qui rencontrer"},
                    {"id": "d", "text": "Ne pas savoir comment mener l’échange"},
                    {"id": "e", "text": "Rien : j’en fais déjà"},
                ]
            },
            "settings": {},
            "notes": (
                "Il n’y a pas de bonne réponse. Partez du frein le plus cité pour présenter ce "
                "que la direction de l’achat propose : trame d’entretien, modèle de compte "
                "rendu, liste des entreprises du territoire."
            ),
        },
        {
            "kind": "open_text",
            "title": "Quelle question sur le sourcing souhaitez-vous poser ?",
            "content": {},
            "settings": {"max_length": 280},
            "notes": (
                "Prenez deux ou trois questions en direct. Les autres restent dans l’export : "
                "répondez-y par écrit à l’ensemble des personnes invitées. Une question "
                "déplacée se retire du mur d’un clic."
            ),
        },
    ],
}
