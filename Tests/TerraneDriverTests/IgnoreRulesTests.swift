import TerraneDriver
import Testing

private func ignores(_ patterns: String, _ path: String, isDirectory: Bool = false, in folder: String = "") -> Bool {
  var rules = IgnoreRules()
  rules.add(Array(patterns.utf8), in: folder)
  return rules.ignores(path, isDirectory: isDirectory)
}

@Test(arguments: [
  ("*.tf", "a/b.tf", true), ("/a.tf", "b/a.tf", false), ("/a.tf", "a.tf", true), ("a/b", "a/b", true), ("a/b", "c/a/b", false),
  ("**/b", "c/a/b", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**", "a/x", true), ("a/**", "a", false),
  ("*.tf\n!keep.tf", "keep.tf", false), ("# note", "# note", false), ("\\#a", "#a", true), ("a?c", "abc", true), ("a?c", "a/c", false),
  ("[a-c].tf", "b.tf", true), ("[!a-c].tf", "b.tf", false), ("a*", "a/b", false), ("build/", "build", false), ("x \n", "x", true),
])
func `patterns mean what git means`(patterns: String, path: String, expected: Bool) {
  #expect(ignores(patterns, path) == expected)
}

@Test func `a pattern for directories leaves files alone`() {
  #expect(ignores("build/", "build", isDirectory: true))
}

@Test func `patterns hold below the folder of their file`() {
  #expect(ignores("/a.tf", "deep/a.tf", in: "deep"))
  #expect(!ignores("/a.tf", "a.tf", in: "deep"))
}
