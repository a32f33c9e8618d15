import Foundation
import HCLEvaluation
import HCLValues
import TestSupport
import Testing

@testable import TerraformFunctions

/// The reference's unit tests of functions, called through the function interface.
@Test func theFunctionsPassTheUnitCasesOfTheReference() throws {
  guard let table = try JSON.shared("conformance/language/function_units.json"), let cases = table["cases"]?.array else { return }
  let root = ProjectRoot.shared?.appendingPathComponent("conformance/language/functions-fixtures/funcs-testdata")
  let context = FunctionContext.reading(root).mapping(prefix: "testdata/")
  var passed = 0
  var total = 0
  var failures: [String: String] = [:]
  for row in cases {
    let id = row["id"]?.string ?? ""
    let name = row["func"]?.string ?? ""
    guard isCovered(id, name) else { continue }
    total += 1
    if let difference = difference(row, name, context) { failures[id + " (\(name))"] = difference } else { passed += 1 }
  }
  print("function units: \(passed) of \(total)")
  for (id, difference) in failures.sorted(by: { $0.key < $1.key }) where knownDifferences[id] == nil {
    Issue.record("\(id): \(difference)")
  }
  for id in knownDifferences.keys where failures[id] == nil { Issue.record("\(id) passes: take it off the list") }
}

/// Operators belong to the evaluator; functions that only the library of types has, or has under the name of another one of Terraform's,
/// are no functions of the language.
private func isCovered(_ id: String, _ name: String) -> Bool {
  if name.hasPrefix("op:") || ["hasindex", "int", "setsymmetricdifference", "strlen", "regex_replace"].contains(name) {
    return false
  }
  return id.hasPrefix("tofu-funcs") || !["length", "index", "lookup", "coalesce", "replace"].contains(name)
}

/// Cases that stand as they are, with the reason.
private let knownDifferences: [String: String] = {
  let conversion = "the reference calls without conversion; a call of the language converts the argument"
  let floats = "the reference's numbers are 64-bit floats here, and each addition rounds to their 53 bits"
  let gbk = "the encoding GBK is not supported"
  let permission = "the file is readable here: the reference made it unreadable for its test"
  return [
    "cty-cty-function-stdlib:csv_test.go:TestCSVDecode:7 (csvdecode)": conversion,
    "cty-cty-function-stdlib:format_test.go:TestFormat:77 (format)": conversion,
    "tofu-funcs:string_test.go:TestStrContains:4 (strcontains)": conversion,
    "tofu-funcs:collection_test.go:TestSum:4 (sum)": floats,
    "tofu-funcs:collection_test.go:TestSum:5 (sum)": floats,
    "tofu-funcs:collection_test.go:TestSum:11 (sum)": floats,
    "tofu-funcs:encoding_test.go:TestBase64TextDecode:2 (textdecodebase64)": gbk,
    "tofu-funcs:encoding_test.go:TestBase64TextEncode:2 (textencodebase64)": gbk,
    "tofu-funcs:filesystem_test.go:TestFileExists:4 (fileexists)": permission,
    "tofu-funcs:filesystem_test.go:TestFileExists:5 (fileexists)": permission,
    "tofu-funcs:assume_test.go:TestAssumeEqual:26 (assumeequal)":
      "marks that the language does not have stay inside of the value",
  ]
}()

private func difference(_ row: JSON, _ name: String, _ context: FunctionContext) -> String? {
  do {
    let arguments = try (row["args"]?.array ?? []).map(TypedJSON.value)
    let function: Function
    if name == "to", let target = row["target"] {
      function = ConversionFunctions.conversion(name, to: try TypedJSON.type(target))
    } else {
      guard let found = TerraformFunctions.standard[name] else { return "no such function" }
      function = found
    }
    var result: Value
    do {
      result = try call(function, arguments, context)
      // A round trip: what is expected is the decoded text.
      if row["id"]?.string?.contains("TestURLEncodeDecode") ?? false, let decode = TerraformFunctions.standard["urldecode"] {
        result = try call(decode, [result], context)
      }
    } catch {
      return row["error"] == nil ? "failed: \(error.message)" : nil
    }
    guard let want = row["want"] else { return "gave \(result.content), an error was expected" }
    let expected = try TypedJSON.value(want)
    return result.isIdentical(to: expected) ? nil : "gave \(shown(result)), expected \(shown(expected))"
  } catch {
    return "unreadable: \(error)"
  }
}

private func shown(_ value: Value) -> String {
  let marks = value.marks.isEmpty ? "" : " marks \(value.marks.rawValue)"
  switch value.content {
  case .list(_, let elements), .set(_, let elements), .tuple(let elements):
    return "\(value.type)[" + elements.map(shown).joined(separator: ", ") + "]" + marks
  case .map(_, let attributes), .object(let attributes):
    return "\(value.type){" + attributes.pairs.map { "\($0): \(shown($1))" }.joined(separator: ", ") + "}" + marks
  case .number(let number): return number.text + marks
  case .string(let text): return quotedHCL(text) + marks
  case .unknown(let type, let refinements): return "unknown \(type) \(refinements)" + marks
  case .null, .bool: return "\(value.content)" + marks
  }
}

extension FunctionContext {
  /// The reference's tests start one directory above their files.
  fileprivate func mapping(prefix: String) -> FunctionContext {
    let inner = files
    let files = FileAccess(
      read: { (path) throws(FileAccess.Failure) in
        if path == "." || path == prefix.dropLast() { throw .unreadable("it is a directory") }
        return try inner.read(path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : "missing/" + path)
      },
      list: { (path) throws(FileAccess.Failure) in
        if path == "." { return try inner.list("").map { prefix + $0 } }
        return try inner.list(path == prefix.dropLast() ? "" : String(path.dropFirst(prefix.count)))
      })
    return FunctionContext(files: files, workingDirectory: "", functions: TerraformFunctions.table)
  }
}
