import TerraneDriver
import Testing

private func roots(_ calls: [String: [String]], named: Set<String> = []) -> [String] {
  RootModules(directories: calls.keys.sorted(), named: named) { calls[$0] ?? [] }.roots
}

@Test func `a module with a caller is no root`() {
  #expect(roots(["app": ["lib"], "lib": []]) == ["app"])
}

@Test func `a named module is a root beside its callers`() {
  #expect(roots(["app": ["lib"], "lib": []], named: ["lib"]) == ["app", "lib"])
}

@Test func `of a cycle that nothing leads to one module is a root`() {
  #expect(roots(["a": ["b"], "b": ["a"], "c": []]) == ["a", "c"])
}

@Test func `a module that calls itself is a root`() {
  #expect(roots(["a": ["a"]]) == ["a"])
}
