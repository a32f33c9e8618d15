// modules: SourceText Diagnostics HCLSyntax
// support: TreeCheck
// seeds: Fixtures/syntax/valid Fixtures/syntax/errors Fixtures/convert/lambda-api

import HCLSyntax

/// Any bytes give a tree and diagnostics whose places lie in the file, as configuration and as an expression.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = inputFile(data, count)
  timed {
    let result = parseConfiguration(file)
    check(result.diagnostics, file)
    check(BodySyntax(tree: result.tree, id: result.tree.root))
    _ = dumpTree(result.tree)
  }
  timed {
    let (expression, diagnostics) = parseExpression(file)
    check(diagnostics, file)
    check(expression)
    _ = dumpExpression(expression)
  }
  return 0
}
