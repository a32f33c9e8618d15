import ArgumentParser
import HCLEvaluation
import HCLSyntax
import HCLValues
import SourceText
import TerraformFunctions
import TerraformModel
import TerraneDriver

struct EvaluationBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench-evaluation", abstract: "Measure references, calls and the expansion of instances.",
    discussion: """
      All times are processor time of one thread. Each figure stands beside its budget; the command fails when one is not kept. The best of \
      the rounds counts: whatever else the machine does makes a round slower, never faster.
      """)

  @Option(help: "How many rounds; the best one counts.")
  var rounds = 5

  /// Evaluations a second, in millions.
  private static let referenceBudget = 2.0
  private static let callBudget = 0.5
  /// Seconds and megabytes for the instances of one module.
  private static let instanceCount = 100_000
  private static let expansionBudget = 1.5
  private static let memoryBudget = 400.0
  /// How much longer ten times as many instances may take.
  private static let growthBudget = 11.0

  func run() throws {
    let request = self
    let isKept = try Parallel.onLargeStack { Result { try request.measure() } }.get()
    if !isKept { throw ExitStatus.findings }
  }

  private func measure() throws -> Bool {
    // Memory first, while nothing else has taken any.
    var results = [try measureExpansion()]
    results.append(try measureReferences())
    results.append(try measureCalls())
    return results.allSatisfy { $0 }
  }

  // MARK: Expressions

  private func measureReferences() throws -> Bool {
    let expression = try parsed("var.a.b")
    let plain = rate(Self.plainScope, expression, 2_000_000)
    guard let session = ModuleSession(try Self.module("variable \"a\" { default = { b = \"10.0.0.0/8\" } }\n"), functions: TerraformFunctions.table)
    else { throw failure("the module for references has no root") }
    let inModule = best { perSecond(500_000) { _ = session.evaluate(expression) } } / 1e6
    return budget("reference", "var.a.b", plain, Self.referenceBudget) && budget("", "var.a.b in a module", inModule, Self.referenceBudget)
  }

  private func measureCalls() throws -> Bool {
    let plain = rate(Self.plainScope, try parsed("cidrsubnet(var.a.b, 8, count.index)"), 500_000)
    // What the attribute adds to instances that have nothing else.
    let count = 200_000
    func seconds(_ attribute: String) throws -> Double {
      let configuration = try Self.module(
        "variable \"a\" { default = \"10.0.0.0/8\" }\nresource \"aws_subnet\" \"s\" {\n  count = \(count)\n  \(attribute)\n}\n")
      return (0..<max(1, rounds)).reduce(.infinity) { best, _ in
        let start = processorTime()
        _ = Self.graph(configuration)
        return min(best, processorTime() - start)
      }
    }
    let added = try seconds("cidr_block = cidrsubnet(var.a, 20, count.index)") - seconds("")
    return budget("call", "cidrsubnet(var.a.b, 8, count.index)", plain, Self.callBudget)
      && budget("", "cidr_block = cidrsubnet(var.a, 20, count.index) for each instance", Double(count) / 1e6 / added, Self.callBudget)
  }

  private func rate(_ scope: VariableScope, _ expression: ExpressionSyntax, _ count: Int) -> Double {
    var evaluator = Evaluator(scope: scope, functions: TerraformFunctions.table, context: .none)
    evaluator.grant(steps: .max)
    return best { perSecond(count) { _ = evaluator.evaluate(expression) } } / 1e6
  }

  private static var plainScope: VariableScope {
    VariableScope(
      Attributes([("var", .object([("a", .object([("b", .string("10.0.0.0/8"))]))])), ("count", .object([("index", .int(3))]))]))
  }

  // MARK: Instances

  private func measureExpansion() throws -> Bool {
    let source = """
      variable "a" { default = "10.0.0.0/8" }
      resource "aws_vpc" "main" { cidr_block = var.a }
      resource "aws_subnet" "s" {
        count      = COUNT
        vpc_id     = aws_vpc.main.id
        cidr_block = cidrsubnet(var.a, 20, count.index % 1000)
        tags       = { Name = "subnet-${count.index}" }
      }
      """
    func seconds(_ count: Int, graphs: Int = 1) throws -> Double {
      let configuration = try Self.module(source.replacing("COUNT", with: String(count)))
      let start = processorTime()
      let made = (0..<graphs).map { _ in Self.graph(configuration) }
      for graph in made where graph.resources.count != count + 1 {
        throw failure("\(graph.resources.count) instances were made of \(count + 1)")
      }
      return processorTime() - start
    }
    // Ten graphs of a tenth stand beside the large one, so that both take as much memory from the system, and growth is the evaluator's.
    func secondsOfTenth() throws -> Double { try seconds(Self.instanceCount / 10, graphs: 10) / 10 }
    var large = try seconds(Self.instanceCount)
    let memory = Double(peakMemory() ?? 0) / 1e6
    var small = try secondsOfTenth()
    for _ in 1..<max(2, rounds) {
      large = min(large, try seconds(Self.instanceCount))
      small = min(small, try secondsOfTenth())
    }
    let growth = large / small
    let isFast = large <= Self.expansionBudget
    let isSmall = memory <= Self.memoryBudget
    let isLinear = growth <= Self.growthBudget
    say(
      "instances",
      "\(Self.instanceCount) in \(decimal(large)) s (at most \(decimal(Self.expansionBudget)))\(isFast ? "" : ", too slow"), the process takes \(decimal(memory)) MB (at most \(decimal(Self.memoryBudget)))\(isSmall ? "" : ", too much")"
    )
    say(
      "growth",
      "ten times as many instances take \(decimal(growth)) times as long (at most \(decimal(Self.growthBudget)))\(isLinear ? "" : ", too much")")
    return isFast && isSmall && isLinear
  }

  private static func graph(_ configuration: Configuration) -> ResourceGraph {
    ResourceGraph.build(configuration, binding: .lint, functions: TerraformFunctions.table)
  }

  private static func module(_ source: String) throws -> Configuration {
    let access = DirectoryAccess(
      fileNames: { $0 == "." ? ["main.tf"] : nil }, read: { $0 == "main.tf" ? Array(source.utf8) : nil })
    let configuration = Configuration.load(".", from: ModuleLibrary(access: access))
    guard configuration.diagnostics.isEmpty else { throw failure("a module to measure with has errors") }
    return configuration
  }

  private func parsed(_ text: String) throws -> ExpressionSyntax {
    let (expression, problems) = parseExpression(SourceFile(path: "<expression>", text: text))
    guard problems.isEmpty else { throw failure("an expression to measure with has errors") }
    return expression
  }

  // MARK: Figures

  /// How often a second something can be done.
  private func perSecond(_ count: Int, _ work: () -> Void) -> Double {
    let start = processorTime()
    for _ in 0..<count { work() }
    return Double(count) / (processorTime() - start)
  }

  private func best(_ measure: () -> Double) -> Double {
    (0..<max(1, rounds)).reduce(0) { best, _ in max(best, measure()) }
  }

  private func budget(_ name: String, _ what: String, _ millions: Double, _ least: Double) -> Bool {
    let isKept = millions >= least
    say(name, "\(what): \(decimal(millions)) million a second (at least \(decimal(least)))\(isKept ? "" : ", too slow")")
    return isKept
  }

  private func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  private func say(_ name: String, _ text: String) {
    OutputStream.standardOutput.write(name + String(repeating: " ", count: max(1, 11 - name.count)) + text + "\n")
  }
}
