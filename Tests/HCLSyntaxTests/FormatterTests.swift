import HCLSyntax
import SourceText
import Testing

private func formatted(_ text: String) -> String { String(decoding: format(SourceFile(path: "main.tf", text: text)), as: UTF8.self) }

@Test func equalsSignsAndCommentsOfNeighboursAreAligned() {
  #expect(formatted("a = 1 # x\nlong = 22 # y\n\nb = 3\n") == "a    = 1  # x\nlong = 22 # y\n\nb = 3\n")
}

@Test func bracketsIndentByTwo() {
  #expect(formatted("a {\nb = [\n1,\n]\n}\n") == "a {\n  b = [\n    1,\n  ]\n}\n")
}

@Test func anInterpolationAloneLosesItsQuotes() {
  #expect(formatted("a = \"${var.x}\"\n") == "a = var.x\n")
  #expect(formatted("a = \"${var.x}${var.y}\"\n") == "a = \"${var.x}${var.y}\"\n")
  #expect(formatted("a = \"${\n  var.x\n}\"\n") == "a = var.x\n")
  #expect(formatted("a = \"${x ?\n 1 : 2}\"\n") == "a = (x ?\n1 : 2)\n")
  #expect(formatted("a = { b = \"${var.x}\" }\n") == "a = { b = \"${var.x}\" }\n")
}

@Test func labelsAreQuoted() {
  #expect(formatted("resource a b {}\n") == "resource \"a\" \"b\" {}\n")
  #expect(formatted("resource \"a\" /* c */ \"b\" {}\n") == "resource \"a\" \"b\" {}\n")
}

@Test func oldTypeConstraintsBecomeCurrentOnes() {
  #expect(formatted("variable \"x\" {\n  type = \"map\"\n}\n") == "variable \"x\" {\n  type = map(string)\n}\n")
  #expect(formatted("output \"x\" {\n  type = \"map\"\n}\n") == "output \"x\" {\n  type = \"map\"\n}\n")
}

@Test func aFileWithErrorsStaysAsItIs() {
  #expect(formatted("a = = 1\n") == "a = = 1\n")
}

@Test func heredocsAndLineEndingsAreKept() {
  #expect(formatted("a=<<EOT\n  x   y\nEOT\n") == "a = <<EOT\n  x   y\nEOT\n")
  #expect(formatted("a=1\r\nbb=2\r\n") == "a  = 1\r\nbb = 2\r\n")
}

@Test func aSpaceThatKeepsNumbersApartStays() {
  #expect(formatted("a = b.0 .1\nc = b . 0 . d\ne = 2. 15\n") == "a = b.0 .1\nc = b.0.d\ne = 2 .15\n")
  #expect(formatted("a = b.0 . e1.c\nd = b . 0 . ex\nf = b.0 . E-1\n") == "a = b.0 .e1.c\nd = b.0.ex\nf = b.0 .E-1\n")
}
