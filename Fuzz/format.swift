// modules: SourceText Diagnostics HCLSyntax
// support: TreeCheck
// seeds: Fixtures/syntax/valid Fixtures/syntax/errors Fixtures/convert/lambda-api

import HCLSyntax
import SourceText

/// Any bytes can be laid out; what parses still does when formatted, to the same tree when only its layout changed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = inputFile(data, count)
  timed {
    let laidOut = SourceFile(path: "layout", bytes: formatLayout(file))
    let formatted = SourceFile(path: "formatted", bytes: format(file))
    let result = parseConfiguration(file)
    guard result.diagnostics.isEmpty else {
      precondition(formatted.bytes == file.bytes, "a file with errors was changed")
      return
    }
    let again = parseConfiguration(laidOut)
    precondition(again.diagnostics.isEmpty, "the layout does not parse")
    precondition(withoutRanges(dumpTree(again.tree)) == withoutRanges(dumpTree(result.tree)), "the layout has another tree")
    precondition(parseConfiguration(formatted).diagnostics.isEmpty, "the formatted file does not parse")
  }
  return 0
}
