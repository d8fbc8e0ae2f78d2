"""Computation on arrays: NumPy and SciPy sparse in, NumPy out.

Rows are suppliers, columns are buyers. Z holds flows (Rp/year), x output (Rp/year), f final demand
(Rp/year), A = Z x̂⁻¹ purchases per rupiah of the buyer's output, L = (I - A)⁻¹, B = x̂⁻¹ Z sales per
rupiah of the supplier's output, G = (I - B)⁻¹. The notation is that of Miller and Blair (2009).
"""
