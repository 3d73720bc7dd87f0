"""All tasks by name, in the order in which the book gives them."""

from ptcode.core.names import Named
from ptcode.exercises.code import adam, gradient_check, networks, slopes, sweeps
from ptcode.exercises.code.task import Task

TASKS: Named[Task] = Named(
    "task",
    {
        task.slug: task
        for task in (
            slopes.DESCENT_STEP,
            slopes.DESCENT,
            slopes.PARTIAL,
            slopes.LINE_GRADIENT,
            slopes.COMPOSITE,
            slopes.CHAIN_SLOPE,
            slopes.TOTAL,
            networks.MULTIPLY_BACKWARD,
            sweeps.MULTIPLY_FORWARD,
            networks.TRAIN_ONCE,
            networks.LAYER_DELTA,
            networks.LAYER_GRADIENTS,
            sweeps.ARRIVING_ADJOINT,
            adam.ADAM,
            gradient_check.GRADIENT_CHECK,
        )
    },
)
