a = 'b'
c = “d”
