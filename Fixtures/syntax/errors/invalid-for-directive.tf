a = "%{ for 1 in b }%{ endfor }"
c = "%{ for d of e }%{ endfor }"
f = "%{ for g, 1 in h }%{ endfor }"
