"""Shapes that share the columns of a sheet."""

import pytest

from liushou_cli.formats.xlsx.grid import Grid


def test_a_shape_alone_is_the_grid() -> None:
    grid = Grid([[10, 20.5, 6]])
    assert (grid.widths, grid.spans([10, 20.5, 6])) == ([10, 20.5, 6], [(0, 1), (1, 1), (2, 1)])


def test_shapes_are_drawn_out_to_the_widest_and_share_near_edges() -> None:
    shapes: list[list[float]] = [[20, 20, 40], [10, 10.2, 19.8], [40]]
    grid = Grid(shapes)
    assert grid.widths == pytest.approx([20, 20, 40])
    assert [grid.spans(shape) for shape in shapes] == [
        [(0, 1), (1, 1), (2, 1)],
        [(0, 1), (1, 1), (2, 1)],
        [(0, 3)],
    ]


def test_every_edge_of_every_shape_is_an_edge() -> None:
    grid = Grid([[30, 30], [20, 20, 20]])
    assert (grid.widths, grid.spans([1, 1]), grid.spans([1, 1, 1])) == (
        [20, 10, 10, 20],
        [(0, 2), (2, 2)],
        [(0, 1), (1, 2), (3, 1)],
    )
