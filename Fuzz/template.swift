// modules: SourceText Diagnostics HCLSyntax
// support: TreeCheck
// seeds: Fixtures/syntax/templates Fixtures/syntax/valid

import HCLSyntax

/// Any bytes give a template and diagnostics whose places lie in the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = inputFile(data, count)
  timed {
    let (template, diagnostics) = parseTemplate(file)
    check(diagnostics, file)
    check(template)
    _ = dumpExpression(template)
  }
  return 0
}
