"""The numbers on the Start page."""

from accounts import section, show
from claims_02 import LINE_FIT

PAGE = "start"


@section("what-training-is")
def start_page():
    costs = {parameter: LINE_FIT(parameter) for parameter in (1, 2, 3)}
    yield "θ = {} {} θ = {} {} θ = {} {}".format(
        *(show(number) for pair in costs.items() for number in pair)
    )
