"""Muon (Jordan et al., 2024) for the matrices: momentum, then orthogonalised by Newton-Schulz, batched by shape."""

from collections import defaultdict

import torch


def orthogonalise(g: torch.Tensor) -> torch.Tensor:
    """g [n, rows, columns] -> nearest semi-orthogonal matrices, five quintic Newton-Schulz steps in bf16: matrix products, nothing to compile"""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g.bfloat16()
    tall = x.shape[-2] > x.shape[-1]
    if tall:
        x = x.mT
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(5):
        s = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(s, s, s, beta=b, alpha=c), x, beta=a)  # a x + (b s + c s s) x
    return x.mT if tall else x


class Muon(torch.optim.Optimizer):
    def __init__(self, params, lr: float, momentum: float = 0.95, weight_decay: float = 0.05):
        super().__init__(params, dict(lr=lr, momentum=momentum, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            shapes = defaultdict(list)
            for p in group["params"]:
                if p.grad is not None:
                    shapes[tuple(p.shape)].append(p)
            for (rows, columns), ps in shapes.items():
                grads = torch.stack([p.grad for p in ps])
                state = self.state[ps[0]]
                if "momentum" not in state:
                    state["momentum"] = torch.zeros_like(grads)
                buffer = state["momentum"]
                buffer.lerp_(grads, 1 - group["momentum"])
                update = orthogonalise(grads.lerp(buffer, group["momentum"]))
                scale = 0.2 * max(rows, columns) ** 0.5  # as large as AdamW's update
                torch._foreach_mul_(ps, 1 - group["lr"] * group["weight_decay"])
                torch._foreach_add_(ps, list(update.to(ps[0].dtype)), alpha=-group["lr"] * scale)
