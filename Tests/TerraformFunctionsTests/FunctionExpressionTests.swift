import Diagnostics
import Foundation
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TestSupport
import Testing

@testable import TerraformFunctions

/// The reference's calls of every function, as expressions.
@Test func theExpressionsOfTheReferenceGiveTheirValues() throws {
  guard let table = try JSON.shared("conformance/language/functions.json"), let cases = table["cases"]?.array else { return }
  let context = FunctionContext.reading(
    ProjectRoot.shared?.appendingPathComponent("conformance/language/functions-fixtures/lang-functions-test"))
  let rows = cases.map { (name: $0["src"]?.string ?? "", row: $0) }
  conform("function expressions", rows, except: knownExpressionDifferences) { row in
    let (result, problems) = evaluated(row["src"]?.string ?? "", context: context)
    if let problem = problems.first { return problem }
    guard let want = row["want"], let type = row["type"] else { return "no value is stated; it gave \(debugText(result))" }
    return difference(result, try TypedJSON.value(want, TypedJSON.type(type)))
  }
}

/// Expressions that stand as they are, with the reason.
private let knownExpressionDifferences = [
  "abspath(\".\")": "depends on where the project lies, so it stays unknown",
  "pathexpand(\"~/test-file\")": "depends on the home directory, so it stays unknown",
  "plantimestamp()": "depends on the time of the plan, so it stays unknown",
]

/// The value of an expression, and the errors.
func evaluated(
  _ source: String, _ variables: Attributes = Attributes(), context: FunctionContext = .reading(nil)
) -> (value: Value, errors: [String]) {
  let (expression, problems) = parseExpression(SourceFile(path: "test.hcl", text: source))
  var evaluator = Evaluator(scope: VariableScope(variables), functions: TerraformFunctions.table, context: context)
  let value = evaluator.evaluate(expression)
  return (value, (problems + evaluator.diagnostics).filter { $0.severity == .error }.map { "\($0.summary): \($0.detail)" })
}

@Test func everyExampleGivesWhatItSays() {
  let files = FunctionContext.reading(ProjectRoot.fixture("functions"))
  for (name, function) in TerraformFunctions.standard.sorted(by: { $0.key < $1.key }) {
    #expect(function.summary.contains("."), "\(name) is not documented")
    guard let example = function.example else {
      // What depends on more than its arguments has no result to show, nor have functions that only say what took their place.
      #expect(function.isImpure || ["list", "map"].contains(name), "\(name) has no example")
      continue
    }
    #expect(example.call.contains("\(name)("), "\(example.call) does not call \(name)")
    let (value, errors) = evaluated(example.call, context: files)
    let (expected, otherErrors) = evaluated(example.result, context: files)
    #expect(errors + otherErrors == [], "\(name)")
    let isEqual =
      value.isIdentical(to: expected) || (try? value.converted(to: expected.type))?.isIdentical(to: expected) ?? false
      || (try? expected.converted(to: value.type))?.isIdentical(to: value) ?? false
    #expect(isEqual, "\(example.call) gave \(value.content), not \(example.result)")
  }
}

@Test func theTableHasTheNamesOfBothLanguages() {
  let names = """
    abs abspath alltrue anytrue base64decode base64encode base64gzip base64sha256 base64sha512 basename bcrypt ceil chomp chunklist
    cidrhost cidrnetmask cidrsubnet cidrsubnets coalesce coalescelist compact concat contains csvdecode dirname distinct element endswith
    ephemeralasnull file filebase64 filebase64sha256 filebase64sha512 fileexists filemd5 fileset filesha1 filesha256 filesha512 flatten
    floor format formatdate formatlist indent index issensitive join jsondecode jsonencode keys length list log lookup lower map
    matchkeys max md5 merge min nonsensitive one parseint pathexpand plantimestamp pow range regex regexall replace reverse rsadecrypt
    sensitive setintersection setproduct setsubtract setunion sha1 sha256 sha512 signum slice sort split startswith strcontains strrev
    substr sum templatefile templatestring textdecodebase64 textencodebase64 timeadd timecmp timestamp title tobool tolist tomap tonumber
    toset tostring transpose trim trimprefix trimspace trimsuffix upper urlencode uuid uuidv5 values yamldecode yamlencode zipmap
    base64gunzip cidrcontains urldecode assumeequal assumenotnull assumestringprefix assumelistlength assumelistlengthmin
    assumelistlengthmax assumemaplength assumemaplengthmin assumemaplengthmax assumesetlength assumesetlengthmin assumesetlengthmax
    provider::terraform::decode_tfvars provider::terraform::encode_tfvars provider::terraform::encode_expr
    """
  let missing = names.split(whereSeparator: \.isWhitespace).map(String.init).filter { TerraformFunctions.standard[$0] == nil }
  #expect(missing == [])
}

@Test func everyFunctionIsAlsoCalledByItsNamespace() {
  for name in TerraformFunctions.standard.keys where !name.contains("::") {
    #expect(TerraformFunctions.table["core::" + name]?.name == name)
  }
  // Those that take expressions instead of values belong to the evaluator.
  for (call, result) in [("try(tonumber(\"a\"), 1)", "1"), ("can(tonumber(\"a\"))", "false"), ("convert(1, string)", "\"1\"")] {
    for source in [call, "core::" + call] {
      let (value, errors) = evaluated(source)
      #expect(errors == [])
      #expect(difference(value, evaluated(result).value) == nil)
    }
  }
}
