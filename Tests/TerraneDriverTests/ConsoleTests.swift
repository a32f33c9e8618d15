import Testing

@testable import TerraneDriver

/// The keys that bytes of a terminal stand for.
private func keys(_ bytes: [UInt8]) -> [TerminalKey] {
  var rest = bytes[...]
  var reader = TerminalKeyReader(nextByte: { rest.popFirst() })
  var keys: [TerminalKey] = []
  while let key = reader.next() { keys.append(key) }
  return keys
}

/// A line after keys, with a bar for the cursor.
private func typed(_ text: String) -> String {
  var line = EditableLine()
  for case .edit(let edit) in keys(Array(text.utf8)) { line.apply(edit) }
  return line.textBeforeCursor + "|" + line.text.dropFirst(line.textBeforeCursor.count)
}

@Test func `typing and deleting change the line at the cursor`() {
  #expect(typed("var.x") == "var.x|")
  #expect(typed("ab\u{1B}[Dc") == "ac|b")
  #expect(typed("abc\u{7F}\u{7F}") == "a|")
  #expect(typed("abc\u{01}\u{1B}[3~") == "|bc")
  #expect(typed("local.name other\u{17}\u{17}") == "local.|")
  #expect(typed("one two\u{1B}[1;5D\u{0B}") == "one |")
  #expect(typed("one two\u{1B}b\u{15}") == "|two")
}

@Test func `characters of several scalars are one place`() {
  #expect(typed("e\u{301}👩‍💻x\u{1B}[D\u{7F}") == "e\u{301}|x")
  #expect(typed("ü\u{7F}") == "|")
}

@Test func `bytes that are no keys do nothing`() {
  #expect(keys([0x1B, 0x5B, 0x39, 0x39, 0x7E]) == [.ignored])
  #expect(keys([0x1B]) == [])
  #expect(keys([0x1B, 0x5B] + Array(repeating: 0x31, count: 100_000)) == [])
  #expect(keys([0xFF, 0xC3]) == [.edit(.insert("\u{FFFD}\u{FFFD}"))] || keys([0xFF, 0xC3]).count <= 2)
}

@Test func `lines are collected until brackets close`() {
  var input = ConsoleInput()
  #expect(input.add("") == nil)
  #expect(input.add("1 + 1") == .expression("1 + 1\n"))
  #expect(input.prompt == "> ")
  #expect(input.add("[{ a = [") == nil)
  #expect(input.prompt == "... ")
  #expect(input.add("] }") == nil)
  #expect(input.prompt == ". ")
  #expect(input.add("]") == .expression("[{ a = [\n] }\n]\n"))
  #expect(input.add("<<EOT") == nil)
  #expect(input.add("exit") == nil)
  #expect(input.add("EOT") == .expression("<<EOT\nexit\nEOT\n"))
  #expect(input.add("\"${upper(") == nil)
  #expect(input.add("\"a\")}\"") == .expression("\"${upper(\n\"a\")}\"\n"))
  #expect(input.add(")") == .expression(")\n"))
  #expect(input.add(" exit ") == .exit)
}
