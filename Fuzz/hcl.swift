// modules: SourceText Diagnostics HCLSyntax
// seeds: Fixtures/syntax Fixtures/hcl Fixtures/formatter

import Diagnostics
import HCLSyntax
import SourceText

/// Any bytes give a tree and diagnostics whose places lie in the file, as configuration, as an expression and as a template.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "input", bytes: Array(UnsafeBufferPointer(start: data, count: count)))
  for diagnostics in [parseConfiguration(file).diagnostics, parseExpression(file).1, parseTemplate(file).1] {
    for diagnostic in diagnostics {
      guard let range = diagnostic.subject?.bytes else { continue }
      precondition(range.start <= range.end && Int(range.end) <= count, "a range leaves the file")
    }
  }
  return 0
}
