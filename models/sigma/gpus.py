"""One process a GPU, each with batches of its own and the mean of all gradients:
`torchrun --nproc-per-node 2 -m sigma.train …`; without torchrun there is one.
"""

import os

import numpy as np
import torch
import torch.distributed as dist

RANK, COUNT = int(os.environ.get("RANK", 0)), int(os.environ.get("WORLD_SIZE", 1))
FIRST = RANK == 0


def join():
    torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", 0)))
    if COUNT > 1:
        dist.init_process_group("nccl", device_id=torch.device("cuda", torch.cuda.current_device()))


def wait():
    if COUNT > 1:
        dist.barrier()


def leave():
    wait()
    if COUNT > 1:
        dist.destroy_process_group()


def average(gradients: list[torch.Tensor]):
    """Every gradient becomes its mean over the processes: one message for all of them."""
    if COUNT > 1:
        flat = torch.cat([g.flatten() for g in gradients])
        dist.all_reduce(flat, op=dist.ReduceOp.AVG)
        torch._foreach_copy_(gradients, [part.view_as(g) for part, g in zip(flat.split([g.numel() for g in gradients]), gradients)])


def agreed(number: int) -> int:
    """What the first process says."""
    if COUNT == 1:
        return number
    value = torch.tensor(number, device="cuda")
    dist.broadcast(value, 0)
    return int(value)


def align(parameters: list[torch.Tensor]):
    """Everybody takes the first process's weights: equal updates may still differ in their last bit."""
    if COUNT > 1:
        for p in parameters:
            dist.broadcast(p.data, 0)


def everybodys(part: np.ndarray) -> list[np.ndarray]:
    """The parts of all processes, in their order."""
    parts = [part] * COUNT
    if COUNT > 1:
        dist.all_gather_object(parts, part)
    return parts
