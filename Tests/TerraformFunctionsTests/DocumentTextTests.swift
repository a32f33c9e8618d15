import HCLEvaluation
import HCLValues
import Testing

@testable import TerraformFunctions

/// YAML as Terraform prints it: its documentation and its emitter (Go's port of libyaml) say how.
@Test(arguments: [
  (#"{foo = [1, {a = "b", c = "d"}, 3], bar = "baz"}"#, "\"bar\": \"baz\"\n\"foo\":\n- 1\n- \"a\": \"b\"\n  \"c\": \"d\"\n- 3\n"),
  (#"{a = {b = {c = null}}, d = [], e = {}}"#, "\"a\":\n  \"b\":\n    \"c\": null\n\"d\": []\n\"e\": {}\n"),
  (#"[[1, 2], [[3]], []]"#, "- - 1\n  - 2\n- - - 3\n- []\n"),
  (#"{a = "x\ny\n", b = "x\ny", c = "x\n\n"}"#, "\"a\": |\n  x\n  y\n\"b\": |-\n  x\n  y\n\"c\": |+\n  x\n\n...\n"),
  (#"{a = [{b = "x\ny"}]}"#, "\"a\":\n- \"b\": |-\n    x\n    y\n"),
  (#"{a = " x\ny", b = "tab\tx\ny", c = "end \ny"}"#, "\"a\": |2-\n   x\n  y\n\"b\": \"tab\\tx\\ny\"\n\"c\": \"end \\ny\"\n"),
  (#""text""#, "\"text\"\n"),
  (#""a\nb""#, "|-\n  a\n  b\n"),
  (#"12"#, "12\n...\n"),
  (#"[]"#, "[]\n"),
  (#"{a = "q\"uote\\ \u00e9 \U0001F600"}"#, "\"a\": \"q\\\"uote\\\\ é \\U0001F600\"\n"),
  (#"[{a = [1]}, {}]"#, "- \"a\":\n  - 1\n- {}\n"),
])
func yamlIsWrittenAsTheReferenceWritesIt(source: String, yaml: String) {
  let (value, errors) = evaluated("yamlencode(\(source))")
  #expect(errors == [])
  #expect(value.stringValue == yaml)
}

@Test(arguments: [
  #"{a = [1, {b = "c", d = [[], {}]}], e = "x\n\ny", f = null, g = true, "h i" = 1.5, j = "  lead\nx\n\n"}"#,
  #"[["a", ["b", {c = ["d", {e = "f\ng\n"}]}]], "\u0085\u2028\t"]"#,
])
func yamlIsReadAsItIsWritten(source: String) {
  let (value, errors) = evaluated("yamldecode(yamlencode(\(source)))")
  #expect(errors == [])
  #expect(value.isIdentical(to: evaluated(source).value))
}

@Test(arguments: [
  ("a: &x {b: 1}\nc: *x", #"{a = {b = 1}, c = {b = 1}}"#),
  ("a: {<<: {b: 1}, c: 2}", #"{a = {b = 1, c = 2}}"#),
  ("[yes, off, ~, 0x1F, 1_000, 2001-12-14, 1e3, .5]", #"[true, false, null, 31, 1000, "2001-12-14", 1000, 0.5]"#),
  ("", "null"),
])
func yamlIsReadAsGoReadsIt(yaml: String, source: String) {
  let (value, errors) = evaluated("yamldecode(\(quotedHCL(yaml)))")
  #expect(errors == [])
  #expect(value.isIdentical(to: evaluated(source).value), "\(value.content)")
}

@Test func jsonKeepsNumbersAndEscapesWhatGoEscapes() {
  let source = #"{b = 12345678901234567890.123456789, a = "<\u2028&\u0001\"", c = [null, 1e30]}"#
  let (value, _) = evaluated("jsonencode(\(source))")
  #expect(
    value.stringValue
      == #"{"a":"\u003c\u2028\u0026\u0001\"","b":12345678901234567890.123456789,"c":[null,1000000000000000000000000000000]}"#)
  #expect(evaluated("jsondecode(jsonencode(\(source)))").value.isIdentical(to: evaluated(source).value))
}

@Test(arguments: ["", "[1,]", "{\"a\"}", "[", "\"\\x\"", "nul", "01", "1.", "-", "\"\n\"", "[1] 2", "{\"a\":1,}"])
func whatIsNoJSONIsRefused(text: String) {
  #expect(throws: JSONFailure.self) { try parseJSON(text) }
}

@Test func deepDocumentsAreRefusedBeforeTheStackEnds() {
  #expect(throws: JSONFailure.self) { try parseJSON(String(repeating: "[", count: 1_000_000)) }
  #expect(!evaluated("yamldecode(\(quotedHCL(String(repeating: "[", count: 100_000))))").errors.isEmpty)
}
