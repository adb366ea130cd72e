"""What laws and papers a document of this day may lean on."""

from typing import Any

from liushou_cli.domain.citations import Topic, citable
from liushou_cli.domain.views.common import Scene


def basis(scene: Scene) -> dict[str, Any]:
    """``依据.档案`` and so on: titles with their numbers, and what each asks for."""
    return {
        "依据": {
            topic.value: [
                {"名称": f"《{one.title}》{f'（{one.number}）' if one.number else ''}", "要求": one.asks}
                for one in citable(topic, scene.told_on)
            ]
            for topic in Topic
        }
    }
