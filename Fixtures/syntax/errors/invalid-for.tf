a = [for 1 in b : c]
d = [for e of f : g]
h = [for i in j i]
k = [for l in m : l => l]
n = { for o in p : o }
q = [for r in s : r...]
t = [for u, 1 in v : u]
w = [for x in y : x z]
