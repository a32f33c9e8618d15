a { b = 1, c = 2 }
a { b = 1
}
a { b {} }
a { b = 1 c = 2 }
