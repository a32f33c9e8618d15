numbers      = [0, 007, 1.5, 1.50, 1e3, 2E-2, 12345678901234567890.123456789]
words        = [true, false, null]
precedence   = a || b && c == d < e + f * -g ? !h : i ? j : k
associative  = 1 - 2 - 3
parentheses  = (1 + 2) * (3)
traversal    = a.b[0]["c"].d.1.e[f].g[true]
relative     = f(x).y[0].z
splats       = [a.*.b.0, a[*].b[0].c, a.*[1], a[*][*], a[*].*.b]
calls        = [f(), f(1, 2,), f(a...), core::max(1), provider::x :: y(1)]
objects      = { a = 1, "b" : 2, (c) = 3, 4 = 5, true = 6, "${d}" = 7
  e = 8

  f = 9 }
for_tuple    = [for x in y : x if z]
for_object   = { for k, v in y : k => v... if v != null }
multi_line   = f(
  a,
  b
)
