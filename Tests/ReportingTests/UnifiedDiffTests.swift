import Reporting
import Testing

private func diff(_ old: String, _ new: String) -> String {
  String(decoding: UnifiedDiff(from: Array(old.utf8), to: Array(new.utf8)).text(oldName: "a", newName: "b"), as: UTF8.self)
}

/// The text that a diff makes of another.
private func apply(_ diff: String, to old: String) -> String {
  let lines = old.split(separator: "\n", omittingEmptySubsequences: false).map { $0 + "\n" }.dropLast()
  var result = ""
  var next = 0
  for line in diff.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).dropLast() {
    switch line.first {
    case "@":
      let range = line.split(separator: " ")[1].dropFirst().split(separator: ",")
      let first = (Int(range[0]) ?? 0) - (range.count > 1 && range[1] == "0" ? 0 : 1)
      result += lines[next..<first].joined()
      next = first
    case "+": result += line.dropFirst() + "\n"
    case "-": next += 1
    default:
      result += lines[next]
      next += 1
    }
  }
  return result + lines[next...].joined()
}

@Test func equalTextsHaveNoDiff() {
  #expect(diff("a\nb\n", "a\nb\n") == "")
  #expect(diff("", "") == "")
}

@Test func changesStandBetweenThreeLinesOfContext() {
  let old = (1...12).map { "\($0)\n" }.joined()
  #expect(diff(old, old.replacingOccurrence(of: "6\n", with: "x\ny\n")) == "--- a\n+++ b\n@@ -3,7 +3,8 @@\n 3\n 4\n 5\n-6\n+x\n+y\n 7\n 8\n 9\n")
  #expect(diff("", "a\n") == "--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n")
  #expect(diff("a", "a\n") == "--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")
}

extension String {
  fileprivate func replacingOccurrence(of part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}

@Test func aDiffMakesTheOneTextOfTheOther() {
  var state: UInt64 = 7
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  for _ in 0..<500 {
    let old = (0..<random(30)).map { _ in "\(random(5))\n" }.joined()
    var lines = old.split(separator: "\n").map(String.init)
    for _ in 0..<random(8) {
      if lines.isEmpty || random(2) == 0 {
        lines.insert("\(random(5))", at: random(lines.count + 1))
      } else {
        lines.remove(at: random(lines.count))
      }
    }
    let new = lines.map { $0 + "\n" }.joined()
    let text = diff(old, new)
    #expect(text.isEmpty ? old == new : apply(text, to: old) == new, "\(text)")
  }
}

@Test func textsWithoutAnythingInCommonAreReplaced() {
  let old = (0..<3_000).map { "a\($0)\n" }.joined()
  let new = (0..<3_000).map { "b\($0)\n" }.joined()
  #expect(apply(diff(old, new), to: old) == new)
}
