"""What every wing needs: validation, formatting, random numbers shared with the browser."""

from ptcode.core.colours import plain_first
from ptcode.core.formatting import plain, short, subscript, superscript
from ptcode.core.generators import SharedRandom
from ptcode.core.listing import Listing
from ptcode.core.names import Named, known_name
from ptcode.core.random import normals, shuffled, uniforms
from ptcode.core.validation import finite_array, finite_number, real_array, whole_number

__all__ = [
    "Listing",
    "Named",
    "SharedRandom",
    "finite_array",
    "finite_number",
    "known_name",
    "normals",
    "plain",
    "plain_first",
    "real_array",
    "short",
    "shuffled",
    "subscript",
    "superscript",
    "uniforms",
    "whole_number",
]
