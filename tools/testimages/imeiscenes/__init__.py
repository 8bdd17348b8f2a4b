"""Synthetic photographs of devices, labels and paperwork that carry IMEIs, with their truth.

A picture depends on the pair (seed, index) only: scenes are drawn flat (`sheet`, `scenes`),
seen through a camera (`camera`, `optics`, `light`), stored (`store`), and what a person could
read of each number is measured on the way (`truth`).
"""
