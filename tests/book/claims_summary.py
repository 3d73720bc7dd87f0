"""The numbers on the summary page."""

from accounts import section, show
from ptcode.networks.running_example import RunningExample

PAGE = "summary"

EXAMPLE = RunningExample()


def short(value):
    """Six places, or one where no more are needed."""
    exact = round(value, 6) == round(value, 1)
    return show(round(value, 1)) if exact else show(value, 6)


@section("the-running-example")
def running_example():
    values, adjoints = EXAMPLE.values, EXAMPLE.adjoints
    yield f"x = {show(EXAMPLE.x)} y = {show(EXAMPLE.y)}"
    names = {"J": "J", "hat y": "y_hat", "z_2": "z2", "W_2": "W2", "a_1": "a1", "z_1": "z1"}
    for printed, name in (names | {"W_1": "W1"}).items():
        value = values.get(name, getattr(EXAMPLE, name, None))
        yield f"{printed} {short(value)} {short(adjoints[name])}"
    after = EXAMPLE.step(0.5)
    step = f"W_1 = {show(after.W1, 6)} W_2 = {show(after.W2, 6)} J"
    yield f"alpha = 0.5 {step}{show(after.values['J'], 6)}"
