import Foundation
import TestSupport
import Testing

@Test func `the console answers each expression and goes on after an error`() throws {
  let folder = try Folder(["main.tf": "variable \"v\" {\n  default = [1]\n}\nlocals {\n  n = length(var.v)\n}\n"])
  let result = try folder.run("eval", "--dir", ".", input: "local.n +\n1\n\nlocal.n + 1\n[\n  for x in var.v :\n  x * 2\n]\ntype(var.v)\nexit\n1\n")
  #expect(result.exitCode == 1)
  #expect(result.output == "1\n2\n[\n  2,\n]\ntuple([\n    number,\n])\n")
  #expect(result.messages.contains("<console>"))
  let json = try folder.run("eval", "--json", input: "1 + 1\ntype({ a = 1 })")
  #expect(json.exitCode == 0)
  #expect(json.output == "{\"type\":\"number\",\"value\":2}\n{\"type\":[\"object\",{\"a\":\"number\"}]}\n")
  #expect(try folder.run("eval", input: "[1,\n").exitCode == 1)
  #expect(try folder.run("eval", input: "").exitCode == 0)
}

@Test func `type exists in the console alone, and only as a whole question`() throws {
  let folder = try Folder(["main.tf": "output \"o\" {\n  value = type(1)\n}\n"])
  let types = try folder.run("eval", "type([{ a = [\"x\"], b = null }, {}])")
  #expect(types.output == "tuple([\n    object({\n        a: tuple([\n            string,\n        ]),\n        b: dynamic,\n    }),\n    object({}),\n])\n")
  #expect(try folder.run("eval", "(type(tolist([{ a = 1 }])))").output == "list(\n    object({\n        a: number,\n    }),\n)\n")
  #expect(try folder.run("eval", "type(toset([1]))").output == "set(number)\n")
  #expect(try folder.run("eval", "[type(1)]").exitCode == 1)
  #expect(try folder.run("inspect").exitCode == 1)
  #expect(try Program.run(["eval", "-"], input: "{\"src\": \"type(1)\"}\n").output.contains("\"errors\":1"))
}

@Test func `values print as Terraform's console prints them`() throws {
  let folder = try Folder([:])
  #expect(try folder.run("eval", "\"a\\nb\"").output == "<<EOT\na\nb\nEOT\n")
  #expect(try folder.run("eval", "[\"x\\n EOT \"]").output == "[\n  <<-EOT_\n  x\n   EOT \n  EOT_,\n]\n")
  #expect(try folder.run("eval", "true ? null : [tolist([1])]").output == "null /* tuple */\n")
  #expect(try folder.run("eval", "true ? null : tolist([[1]])").output == "tolist(null) /* of tuple */\n")
}

#if os(Linux)
/// Requests of Linux's pseudo terminals: unlock the other side, give its number.
private let unlockTerminal: UInt = 0x4004_5431
private let terminalNumber: UInt = 0x8004_5430

@Test func `at a terminal lines are edited and called back`() throws {
  let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
  var lock: CInt = 0
  var number: CInt = 0
  try #require(terminal >= 0)
  try #require(ioctl(terminal, unlockTerminal, &lock) == 0 && ioctl(terminal, terminalNumber, &number) == 0)
  let other = try #require(FileHandle(forUpdatingAtPath: "/dev/pts/\(number)"))
  let process = Process()
  process.executableURL = Program.url
  process.arguments = ["eval"]
  process.environment = ["TERM": "xterm", "PATH": "/usr/bin:/bin"]
  process.standardInput = other
  process.standardOutput = other
  process.standardError = other
  try process.run()
  try other.close()
  // A typing error that is mended, an error, the line before once more, a line given up, and the end.
  let keys = FileHandle(fileDescriptor: terminal, closeOnDealloc: false)
  for part in ["40 + x", "\u{7F}2\r", "nope\r", "\u{1B}[A\u{1B}[A\r", "1 + [\r", "\u{03}", "\u{04}"] {
    try keys.write(contentsOf: Data(part.utf8))
    usleep(200_000)
  }
  process.waitUntilExit()
  #expect(process.terminationStatus == 0)
  var shown = [UInt8](repeating: 0, count: 1 << 16)
  var text = ""
  // A carriage return is one character with the line break behind it.
  while case let count = read(terminal, &shown, shown.count), count > 0 {
    text += String(decoding: shown[..<count].filter { $0 != 0x0D }, as: UTF8.self)
  }
  close(terminal)
  #expect(text.components(separatedBy: "\n42\n").count == 3)
  #expect(text.contains("nope"))
  #expect(text.contains(". "))
}
#endif
