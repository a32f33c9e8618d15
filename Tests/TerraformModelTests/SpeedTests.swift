#if !DEBUG
import Foundation
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TerraformModel
import Testing

/// How fast evaluation is, in release builds: `swift test -c release --filter SpeedTests`. Prints what it measures.
@Suite(.serialized) struct SpeedTests {
  /// Seconds of processor time of this process.
  private func seconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

  private func rate(_ source: String, _ count: Int) -> Double {
    let (expression, _) = parseExpression(SourceFile(path: "test.hcl", text: source))
    let scope = VariableScope(
      Attributes([
        ("var", .object([("a", .object([("b", .string("10.0.0.0/8"))]))])), ("count", .object([("index", .int(3))])),
      ]))
    var evaluator = Evaluator(scope: scope, functions: TerraformFunctions.table, context: .none)
    evaluator.grant(steps: .max)
    let start = seconds()
    for _ in 0..<count { _ = evaluator.evaluate(expression) }
    return Double(count) / (seconds() - start)
  }

  @Test func `a reference takes less than half a microsecond`() {
    let rate = rate("var.a.b", 2_000_000)
    print("var.a.b: \(Int(rate)) a second")
    #expect(rate > 1_000_000)
  }

  @Test func `a call for each instance takes less than two microseconds`() {
    let rate = rate("cidrsubnet(var.a.b, 8, count.index)", 500_000)
    print("cidrsubnet: \(Int(rate)) a second")
    #expect(rate > 250_000)
  }

  @Test func `instances cost the same however many there are`() {
    let times = [10_000, 100_000].map { count in
      let source = """
        variable "a" { default = "10.0.0.0/8" }
        resource "aws_vpc" "main" { cidr_block = var.a }
        resource "aws_subnet" "s" {
          count      = \(count)
          vpc_id     = aws_vpc.main.id
          cidr_block = cidrsubnet(var.a, 20, count.index % 1000)
          tags       = { Name = "subnet-${count.index}" }
        }
        """
      let start = seconds()
      let graph = VirtualModule(source).graph()
      let time = seconds() - start
      #expect(graph.resources.count == count + 1)
      print("expansion of \(count): \(time) s")
      return time
    }
    #expect(times[1] < 3)
    #expect(times[1] < times[0] * 15)
  }
}
#endif
