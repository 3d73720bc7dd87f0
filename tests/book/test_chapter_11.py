"""Chapter 11: what the text says of layers and the engine is so."""

import inspect

import numpy as np
import pytest
from docutils import nodes
from docutils.utils import new_document

import claims_11 as claims
from prose import cells, markdown
from ptcode.autodiff import backward as autodiff
from ptcode.autodiff.array_operations import MATMUL
from ptcode.autodiff.backward import Variable, gradients
from ptcode.core.listing import Listing
from ptcode.functions.catalogue import relu
from ptcode.site.terms import MarkTerms

CHAPTER = "11-layers-as-matrices"


def test_w_w_plus_2_w_gets_three_contributions():
    w = Variable(5.0)
    output = w * w + 2 * w
    shares = []
    for node in autodiff.latest_first(output):
        for parent, pull in node.links:
            if parent is w:
                shares.append(float(pull(1.0, node.value, *node.values)))
    assert sorted(shares) == [2, 5, 5]
    assert gradients(output, [w])[0] == sum(shares)


def test_the_engine_is_shown_from_the_module_that_runs():
    shown = "".join(text for text in cells(CHAPTER, "code").values() if "Listing(" in text)
    assert "Listing(pt.autodiff.adjoints)" in shown
    assert inspect.getsource(autodiff.adjoints).strip() in repr(Listing(autodiff.adjoints))


def test_the_rules_of_the_matrix_product_are_quoted_as_they_run():
    for rule, code in zip(MATMUL.pullbacks, ("adjoint @ right.T", "left.T @ adjoint"), strict=True):
        assert f"return {code}\n" in inspect.getsource(rule)
        assert f"`{code}`" in markdown(CHAPTER)


def test_without_the_transpose_only_the_matrix_that_is_not_square_complains():
    _, _, delta, _ = claims.small_network()
    assert claims.W[2].shape == (1, 2)
    with pytest.raises(ValueError, match="mismatch"):
        claims.W[2] @ delta[2]
    assert (claims.W[1] @ delta[1]).shape == delta[0].shape


def test_the_matrices_get_no_card_of_the_running_example():
    document = new_document("")
    document += nodes.paragraph("", "", nodes.math("", "W_1"))
    marking = MarkTerms(document)
    marking.link_to = lambda entry: "notation.html"
    entry = {"symbol": "W_1", "word": "W one", "chapter": 8, "id": "symbol-w-one-w-two"}
    assert marking.link_first_uses([entry], 11) == []
    assert marking.link_first_uses([entry], 13) == [entry]


def test_a_listing_keeps_to_one_module():
    with pytest.raises(ValueError, match="parts of one module"):
        Listing(autodiff.adjoints, Listing)


def test_doubled_weights_without_biases_change_no_sign_before_relu():
    values = [np.array([0.7, -0.3])] * 2
    for layer, weights in enumerate((claims.W[0], claims.W[1], claims.W[0]), 1):
        one, two = weights @ values[0], 2 * weights @ values[1]
        np.testing.assert_allclose(two, 2**layer * one)
        values = [relu(one), relu(two)]


def test_the_engine_of_the_chapter_serves_one_pass_at_a_time(capsys):
    code, names = list(cells(CHAPTER, "code").values()), {"np": np}
    first, last = (
        next(i for i, text in enumerate(code) if text.startswith(start))
        for start in ("x, y = ", "weights = [")
    )
    for text in code[first : last + 1]:
        exec(text, names)
    forwards = "signal = " + code[last].split("signal = ", 1)[1]
    once = names["weights"][0].bar
    exec("made.clear()\n" + code[last], names)
    np.testing.assert_array_equal(names["weights"][0].bar, once)
    exec(forwards, names)  # the same Values, nothing emptied
    assert np.abs(names["weights"][0].bar / once).min() > 2
    names["times"](names["weights"][0], names["Value"](np.ones(2)))
    with pytest.raises(ValueError, match="matmul"):  # a value that leads to no cost
        exec(forwards, names)


def test_a_batch_goes_back_through_w_as_it_stands():
    delta = np.array([[0.2, -0.3], [0.1, 0.4], [-0.5, 0.6]])
    rows = [claims.W[1].T @ point for point in delta]
    np.testing.assert_allclose(delta @ claims.W[1], rows)
    assert not np.allclose(delta @ claims.W[1].T, rows)
