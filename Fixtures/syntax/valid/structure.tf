# Arguments, blocks with labels of both kinds, one-line blocks, nested blocks.
a = 1
for = 2
null = 3
größe-1 = 4

empty {}
one { a = 1 }
labels "quoted \"x\" \u00e9" bare {
  nested "a" {
  }
  b = true /* a comment
  over lines */
}

// a comment behind the slash
c = [ # comments within brackets
  1,
]
