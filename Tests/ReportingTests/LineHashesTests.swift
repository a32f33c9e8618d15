import SourceText
import Testing

@testable import Reporting

/// Answers of the code that the upload action of GitHub runs.
@Test func `lines have the fingerprints that code scanning computes`() {
  let file = SourceFile(path: "a", text: " a\nb\n  \t\tc\n d")
  #expect(LineHashes.hashes(of: file) == ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"])
}

@Test func `white space does not change a fingerprint, and equal lines are counted`() {
  let plain = LineHashes.hashes(of: SourceFile(path: "a", text: String(repeating: "x = 1\n", count: 60)))
  let spaced = LineHashes.hashes(of: SourceFile(path: "a", text: String(repeating: "  x   =\t1\r\n", count: 60)))
  #expect(plain == spaced)
  #expect(plain[0].hasSuffix(":1"))
  #expect(plain[1].hasSuffix(":2"))
}
