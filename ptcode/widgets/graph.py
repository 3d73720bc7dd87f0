"""The graph stepper: any traced computation, forwards node by node, backwards edge by edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import sympy
import traitlets

from ptcode.autodiff.backward import Variable
from ptcode.autodiff.graph import Graph, Run, shown, steps
from ptcode.autodiff.graph.expression import VARIABLES
from ptcode.functions.function import Function
from ptcode.networks.graph_presets import Preset, traced_preset
from ptcode.widgets.graph_choices import EXPRESSION, TYPED, Choices, typed_graph
from ptcode.widgets.own_expression import Expression, OwnExpression
from ptcode.widgets.traits import Choice, Number, Whole


class GraphStepper(OwnExpression):
    """A computation as a graph, gone through one step at a time, with inputs that can be changed.

    ``preset`` is a computation of the book, "running-example", "two-paths" or "network", or else
    "expression" for the ``expression`` in x, y, w and b, given as SymPy. ``step`` says how far it
    has gone. Every input is a trait: ``stepper.W1 = 0.9``; another ``preset`` starts anew.
    ``values``, ``adjoints`` and ``measured`` (central differences) are the whole result by name.
    ``graphs`` offers other computations instead of the book's; ``GraphStepper.of`` shows a single
    one.

    >>> GraphStepper("two-paths", step=6)
    GraphStepper: two paths, y = x + x², step 6 of 6; y = 12; ∂y/∂x = 7
    >>> w = Variable(3.0, name="w")
    >>> GraphStepper.of(w * w + w, w=5).adjoints
    {'w': 11.0, 'v1': 1.0, 'f': 1.0}
    """

    kind = "graph"
    title = "Computational graph"
    offers = ("preset", "expression", "play", "step", "inputs")
    preset = Choice("", lambda figure: figure._choices.names)
    expression = Expression(EXPRESSION, VARIABLES)
    step = Whole(0)

    default_caption = (
        "A computation as a graph. Step forward: every node is computed from those above it. "
        "After the turn the adjoints go back up, one edge a step: each passes on its adjoint "
        "times the local derivative, and where paths meet the shares add up, +=. Change an "
        "input and all numbers follow; a small nudge of each node measures the same."
    )

    def __init__(
        self,
        preset: str = "",
        step: int = 0,
        *,
        expression: sympy.Expr | Function | str | None = None,
        graphs: Mapping[str, Preset] | None = None,
        id: str = "",
        caption: str = "",
        controls: Iterable[str] | None = None,
        **inputs: float,
    ):
        self._choices = Choices() if graphs is None else Choices(graphs, typed=False)
        preset = preset or (TYPED if expression is not None else self._choices.names[0])
        self._refuse_strangers(preset, inputs)
        numbers = self._choices.inputs | self._choices.starts(preset) | inputs
        self.add_traits(**{key: Number(value) for key, value in numbers.items()})
        expression = EXPRESSION if expression is None else expression
        super().__init__(
            id=id,
            caption=caption,
            controls=controls,
            preset=preset,
            expression=expression,
            step=step,
        )
        self.data = self._choices.data
        self.subject = ("preset", "expression", *self._choices.inputs)
        self.observe(self._restart, "preset")

    @classmethod
    def of(
        cls,
        output: Variable,
        names: Mapping[str, Variable] | None = None,
        *,
        title: str = "own computation",
        **options: Any,
    ) -> GraphStepper:
        """The stepper of a computation traced with Variables, at most 40 of them, single numbers.

        ``names`` gives values their names, as in ``{"z1": z1, "J": J}``; inputs may bring theirs.
        Plain numbers are written into the formulas. Raises TypeError or ValueError for what
        cannot be shown, and says what to try.
        """
        return cls(graphs={"own": traced_preset(title, output, names)}, **options)

    @property
    def graph(self) -> Graph:
        """The computation that is shown."""
        if self._choices.is_typed(self.preset):
            return typed_graph(self.read_tree)
        return self._choices.presets[self.preset].graph

    @property
    def inputs(self) -> dict[str, float]:
        """The inputs by name."""
        return {node.key: getattr(self, node.key) for node in self.graph.inputs}

    @property
    def values(self) -> dict[str, float]:
        """The forward pass: every node's value by name."""
        return self._by_name(self._run.values)

    @property
    def adjoints(self) -> dict[str, float]:
        """The backward pass: ∂(result)/∂(node) by name; given data have none."""
        return self._by_name(self._run.adjoints, moving=True)

    @property
    def measured(self) -> dict[str, float]:
        """The same by central differences, two more forward passes for each."""
        run = self._run
        return self._by_name(map(run.measured, range(len(run.values))), moving=True)

    def _pictured(self) -> tuple[Any, ...]:
        return self._run, self._shown

    @property
    def _run(self) -> Run:
        return Run(self.graph, self.inputs)

    @property
    def _shown(self) -> int:
        return min(self.step, len(steps(self.graph)))

    def _by_name(self, numbers: Iterable[float], moving: bool = False) -> dict[str, float]:
        pairs = zip(self.graph.nodes, numbers, strict=True)
        return {node.key: number for node, number in pairs if not (moving and node.given)}

    def _refuse_strangers(self, preset: str, inputs: Iterable[str]) -> None:
        starts = self._choices.starts(preset)
        for key in inputs:
            if key not in starts:
                raise ValueError(
                    f"{key!r} is no input of {preset}: its inputs are {', '.join(starts)}"
                )
        for key in self._choices.inputs:
            if hasattr(type(self), key):
                raise ValueError(
                    f"an input cannot be called {key!r}, for a stepper has that already: rename it"
                )

    def _restart(self, _: traitlets.Bunch) -> None:
        with self.hold_trait_notifications():
            for key, value in self._choices.starts(self.preset).items():
                setattr(self, key, value)
            self.step = 0

    def __repr__(self) -> str:
        if self.preset == TYPED and self.tree is None:
            return f"GraphStepper: {self.expression!r} cannot be read"
        graph = self.graph
        title = self._choices.title(self.preset, self.expression)
        run, output = self._run, graph.output.label
        gradient = ", ".join(
            f"∂{output}/∂{node.label} = {shown(run.adjoints[place])}"
            for place, node in enumerate(graph.nodes)
            if node.function is None and not node.given
        )
        result = f"{output} = {shown(run.values[-1])}"
        step = f"step {self._shown} of {len(steps(graph))}"
        return f"GraphStepper: {title}, {step}; {result}; {gradient}"

    @traitlets.validate("tree")
    def _validate_tree(self, proposal: traitlets.Bunch) -> Any:
        if proposal["value"] is not None:
            typed_graph(proposal["value"])
        return proposal["value"]
