import Foundation
import HCLEvaluation
import HCLValues
import TestSupport
import Testing

@testable import TerraformFunctions

/// The reference's unit tests of functions, called through the function interface; of operators, through the evaluator.
@Test func theFunctionsPassTheUnitCasesOfTheReference() throws {
  guard let table = try JSON.shared("conformance/language/function_units.json"), let cases = table["cases"]?.array else { return }
  let root = ProjectRoot.shared?.appendingPathComponent("conformance/language/functions-fixtures/funcs-testdata")
  let context = FunctionContext.reading(root).mapping(prefix: "testdata/")
  let rows = cases.map { (name: "\($0["id"]?.string ?? "") (\($0["func"]?.string ?? ""))", row: $0) }
  conform("function units", rows, except: knownDifferences) { try difference($0, context) }
}

/// Operators of the language, and functions that only the library of types has, as expressions over the arguments.
private let expressions: [String: String] = {
  var table = [
    "op:index": "a[b]", "op:neg": "-a", "op:!": "!a", "int": "a < 0 ? ceil(a) : floor(a)", "strlen": "length(a)",
    "setsymmetricdifference": "setunion(setsubtract(a, b), setsubtract(b, a))", "regex_replace": "replace(a, \"/${b}/\", c)",
  ]
  for name in ["==", "&&", "||", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"] { table["op:" + name] = "a \(name) b" }
  return table
}()

/// Cases that stand as they are, with the reason.
private let knownDifferences: [String: String] = {
  let conversion = "the reference calls without conversion; a call of the language converts the argument"
  let floats = "the table does not say that the integer among the numbers is a 64-bit float, to whose 53 bits the sum is rounded"
  let shortCircuit = "the table is of a function; the operator decides by one operand since HCL 2.24 (its changelog)"
  return [
    "cty-cty-function-stdlib:csv_test.go:TestCSVDecode:7 (csvdecode)": conversion,
    "cty-cty-function-stdlib:format_test.go:TestFormat:77 (format)": conversion,
    "tofu-funcs:string_test.go:TestStrContains:4 (strcontains)": conversion,
    "tofu-funcs:collection_test.go:TestSum:11 (sum)": floats,
    "cty-cty-function-stdlib:bool_test.go:TestOr:4 (op:||)": shortCircuit,
    "cty-cty-function-stdlib:bool_test.go:TestOr:6 (op:||)": shortCircuit,
    "cty-cty-function-stdlib:collection_test.go:TestLookup:3 (lookup)":
      "Terraform's own lookup reads a known element also of a map that is not known as a whole (OpenTofu, internal/lang/funcs)",
    "cty-cty-function-stdlib:string_test.go:TestStrlen:10 (strlen)":
      "length stands for it here, which can say no more of a value that may be a string or a collection",
  ]
}()

private func difference(_ row: JSON, _ context: FunctionContext) throws -> String? {
  let outcome: Result<Value, FunctionError>
  do throws(FunctionError) {
    outcome = .success(try result(row, context))
  } catch {
    outcome = .failure(error)
  }
  switch outcome {
  case .failure(let error):
    guard let wanted = row["error"] else { return "failed: \(error.message)" }
    guard let message = wanted.string else { return nil }
    return isSameError(error.message, as: message) ? nil : "failed with “\(error.message)”, should fail with “\(message)”"
  case .success(let value):
    guard let want = row["want"] else { return "gave \(debugText(value)), an error was expected" }
    return TestSupport.difference(value, try TypedJSON.value(want))
  }
}

private func result(_ row: JSON, _ context: FunctionContext) throws(FunctionError) -> Value {
  let arguments: [Value]
  do {
    arguments = try (row["args"]?.array ?? []).map(TypedJSON.value)
  } catch {
    throw FunctionError("unreadable: \(error)")
  }
  let name = row["func"]?.string ?? ""
  if let source = expressions[name] { return try evaluate(source, arguments) }
  // Questions that the language has no function of its own for.
  let isLibraryLength = name == "length" && row["id"]?.string?.hasPrefix("cty") ?? false
  if name == "hasindex" || isLibraryLength {
    do throws(OperationError) {
      return isLibraryLength ? try arguments[0].length() : try arguments[0].hasIndex(arguments[1])
    } catch {
      throw FunctionError(error.message)
    }
  }
  if name == "to", let target = row["target"], let type = try? TypedJSON.type(target) {
    return try call(ConversionFunctions.conversion(name, to: type), arguments, context)
  }
  guard let function = TerraformFunctions.standard[name] else { throw FunctionError("there is no such function") }
  let result = try call(function, arguments, context)
  // A round trip: what is expected is the decoded text.
  guard row["id"]?.string?.contains("TestURLEncodeDecode") ?? false, let decode = TerraformFunctions.standard["urldecode"] else { return result }
  return try call(decode, [result], context)
}

private func evaluate(_ source: String, _ arguments: [Value]) throws(FunctionError) -> Value {
  let variables = Attributes(zip(["a", "b", "c"], arguments).map { ($0, $1) })
  let (value, errors) = evaluated(source, variables)
  if let error = errors.first { throw FunctionError(error) }
  return value
}

extension FunctionContext {
  /// The reference's tests start one directory above their files.
  fileprivate func mapping(prefix: String) -> FunctionContext {
    let inner = files
    let files = FileAccess(
      read: { (path) throws(FileAccess.Failure) in
        if path == "." || path == prefix.dropLast() { throw .unreadable("it is a directory") }
        // A directory that the reference makes unreadable while its tests run.
        if path.hasPrefix(prefix + "unreadable/") { throw .unreadable("permission denied") }
        return try inner.read(path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : "missing/" + path)
      },
      list: { (path) throws(FileAccess.Failure) in
        if path == "." { return try inner.list("").map { prefix + $0 } }
        return try inner.list(path == prefix.dropLast() ? "" : String(path.dropFirst(prefix.count)))
      })
    return FunctionContext(files: files, workingDirectory: "", functions: TerraformFunctions.table).onLargeStack
  }
}
