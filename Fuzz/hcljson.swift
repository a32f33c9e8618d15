// modules: SourceText Diagnostics HCLSyntax
// support: TreeCheck
// seeds: Fixtures/syntax/json

import HCLSyntax

private let schema = JSONBlockSchema([
  "resource": JSONBlockSchema.Block(labelCount: 2, content: JSONBlockSchema(["lifecycle": JSONBlockSchema.Block()])),
  "locals": JSONBlockSchema.Block(), "a": JSONBlockSchema.Block(labelCount: 1),
])

/// Any bytes give a tree and diagnostics whose places lie in the file, as configuration in JSON and as one JSON value.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = inputFile(data, count)
  timed {
    let result = parseJSONConfiguration(file, schema: schema)
    check(result.diagnostics, file)
    check(BodySyntax(tree: result.tree, id: result.tree.root))
    _ = dumpTree(result.tree)
  }
  timed {
    let (expression, diagnostics) = parseJSONExpression(file)
    check(diagnostics, file)
    check(expression)
    _ = dumpExpression(expression)
  }
  return 0
}
