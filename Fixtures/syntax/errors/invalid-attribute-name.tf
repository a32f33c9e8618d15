a = b.
c = d.*.1a
e = f.(g)
