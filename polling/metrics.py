"""What the server has done, as Prometheus reads it."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from polling.live import Connections
from polling.storage import Writer


class Metrics(Collector):
    """Reads the numbers where they are kept when it is asked, so that nothing counts twice."""

    def __init__(self, connections: Connections, writer: Writer) -> None:
        self._connections = connections
        self._writer = writer
        self.registry = CollectorRegistry(auto_describe=False)
        self.registry.register(self)

    def collect(self) -> Iterator[Metric]:
        yield GaugeMetricFamily(
            "matinale_connections", "Live connections.", value=len(self._connections)
        )
        yield CounterMetricFamily(
            "matinale_votes", "Votes committed since the start.", value=self._writer.votes
        )
        yield CounterMetricFamily(
            "matinale_commits", "Transactions since the start.", value=self._writer.commits
        )
