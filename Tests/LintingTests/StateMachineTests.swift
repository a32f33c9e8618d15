import HCLEvaluation
import HCLValues
import TerraformModel
import Testing

@testable import Linting

@Suite struct StateMachineTests {
  /// The kinds of problems, sorted, each with its state.
  private static func problems(_ json: String) throws -> [String] {
    let machine = try machine(json)
    return (machine.knownAttributes?["problems"]?.knownElements ?? []).map { problem in
      let attributes = problem.knownAttributes
      return "\(attributes?["kind"]?.knownText ?? "") \(attributes?["state"]?.knownText ?? "")"
    }.sorted()
  }

  private static func machine(_ json: String) throws -> Value {
    let functions = FunctionTable(
      RuleFunctions.all(GraphIndex(ResourceGraph(resources: [])), RuleLanguage.functions, Focus()))
    let function = try #require(functions["state_machine"])
    return try function.body([.string(json)], .none)
  }

  @Test(arguments: [
    (#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}"#, []),
    (#"{"StartAt": "B", "States": {"A": {"Type": "Succeed"}}}"#, ["missing ", "terminal ", "unreachable A"]),
    (#"{"States": {"A": {"Type": "Succeed"}}}"#, ["start "]),
    (#"{"StartAt": "A"}"#, ["states "]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Wiat", "End": true}}}"#, ["type A"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A"}}}"#, ["terminal "]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Task", "End": true}}}"#, ["resource A"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Fail", "Next": "A"}}}"#, ["transition A"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "x", "Next": "B"}], "Default": "C"}, "B": {"Type": "Succeed"}}}"#,
      ["missing A", "path A"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Pass", "Next": "Y"}}}]}}}"#,
      ["missing X", "terminal A"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}, "Y": {"Type": "Succeed"}}}}}}"#,
      ["unreachable Y"]),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Parameters": {"a.$": "$.b[0]['c d']", "t.$": "States.Format('{}', $.x)", "e.$": "b"}}}}"#,
      ["path A"]),
    (#"{"StartAt": "A", "QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "End": true, "Arguments": {"e.$": "b"}}}}"#, []),
    (#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "r", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}], "End": true}, "B": {"Type": "Fail"}}}"#, []),
  ])
  func `what is wrong with a state machine is told by kind and state`(json: String, expected: [String]) throws {
    #expect(try Self.problems(json) == expected)
  }

  @Test func `states know what leads on, retries and ends`() throws {
    let machine = try Self.machine(
      #"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "r", "Retry": [{}], "Next": "B"}, "B": {"Type": "Succeed"}}}"#)
    let states = machine.knownAttributes?["states"]?.knownElements ?? []
    let first = try #require(states.first?.knownAttributes)
    #expect(first["next"]?.knownElements?.compactMap(\.knownText) == ["B"])
    #expect(first["has_retry"]?.knownTruth == true)
    #expect(first["has_catch"]?.knownTruth == false)
    #expect(first["is_terminal"]?.knownTruth == false)
    #expect(states.last?.knownAttributes?["is_terminal"]?.knownTruth == true)
  }

  @Test func `other text is no state machine, and depth is bounded`() throws {
    #expect(try Self.machine("nothing").isNullContent)
    #expect(try Self.machine("{}").isNullContent)
    var nested = #"{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}"#
    for _ in 0..<40 { nested = #"{"StartAt": "A", "States": {"A": {"Type": "Map", "End": true, "Iterator": \#(nested)}}}"# }
    #expect(try Self.machine(nested).knownAttributes?["states"]?.isOpen == true)
  }

  @Test func `parts that are not known leave out what depends on them`() {
    let source = """
      variable "next" {}
      resource "aws_sfn_state_machine" "m" {
        role_arn   = "r"
        definition = jsonencode({ StartAt = "A", States = { A = { Type = "Pass", Next = var.next }, B = { Type = "Succeed" } } })
      }
      """
    let report = lint(source, RuleSelection(select: ["step-functions"]))
    #expect(report.findings.isEmpty)
  }
}
