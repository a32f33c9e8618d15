plain = <<EOT
  two ${a}
 \n $${b}
EOT
flush = <<-EOT
    four

      six ${a} x
    ${b}
  	EOT
empty = <<EOT
EOT
directives = <<-EOT
  %{ for x in y ~}
  ${x}
  %{ endfor ~}
  EOT
list = [<<A
a
A
  , <<B
b
B
]
nested = <<EOT
${f(<<INNER
inner
INNER
)}
EOT
