import HCLSyntax
import SourceText
import Testing

@Suite struct DenseTokenTests {
  @Test(arguments: ["\"x\"", "\"\"", "x", "[", "==", "\n[", "\"${x}\"", "#\n", "1"])
  func `a file without spaces keeps every token`(_ unit: String) {
    let tokensOfUnit = ["\"x\"": 3, "\"\"": 2, "x": 0, "[": 1, "==": 1, "\n[": 2, "\"${x}\"": 5, "#\n": 0, "1": 0][unit] ?? 0
    for depth in 0...200 {
      for repetitions in [1, 3, 60] {
        let text = String(repeating: "[", count: depth) + String(repeating: unit, count: repetitions)
        // Names, digits and line endings in a row are one token.
        let expected = depth + max(tokensOfUnit * repetitions, 1) + 1
        #expect(tokenCount(SourceFile(path: "dense.tf", text: text)) == expected, "\(depth) brackets, \(repetitions) times \(unit)")
      }
    }
  }
}
