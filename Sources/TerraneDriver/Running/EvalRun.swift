import Diagnostics
import Documents
import HCLEvaluation
import HCLSyntax
import HCLValues
import Reporting
import SourceText
import TerraformModel

/// `terrane eval`: one expression, in the scope of a module or in none, a console of them, or a stream of requests.
public struct EvalRun: Sendable {
  /// `-` for requests; nil for a console.
  public var expression: String?
  /// The module whose names the expression may use.
  public var directory: String?
  public var printsJSON: Bool
  public var options: RunOptions

  public init(expression: String?, directory: String?, printsJSON: Bool, options: RunOptions) {
    self.expression = expression
    self.directory = directory
    self.printsJSON = printsJSON
    self.options = options
  }

  /// Prints what the expressions give; diagnostics go to standard error.
  public func run() -> ExitStatus {
    if expression == "-" { return runLines() }
    var session = ExpressionSession()
    if let directory {
      let (opened, problems) = ExpressionSession.open(directory, options: options)
      guard let opened else {
        options.show(problems)
        return .failure
      }
      session = opened
    }
    guard let expression else { return runConsole(session) }
    let (answer, found) = session.answer(expression, name: "<expression>")
    guard let answer else {
      options.show(found)
      return .findings
    }
    let diagnostics = session.diagnostics + found
    options.show(diagnostics)
    let status = session.status(diagnostics)
    if status != .clean { return status }
    return OutputStream.standardOutput.write(text(answer) + "\n") ? .clean : .failure
  }

  private func runConsole(_ session: ExpressionSession) -> ExitStatus {
    options.show(session.diagnostics)
    let console = Console(session: session, options: options, text: text)
    if standardInputIsTerminal() { return console.runInteractively() }
    do throws(DiskError) {
      return max(session.status(session.diagnostics), console.run(try Disk.readStandardInput()))
    } catch {
      options.show([error.diagnostic])
      return .failure
    }
  }

  private func text(_ answer: ExpressionSession.Answer) -> String {
    switch answer {
    case .value(let value): printsJSON ? json(value) : consoleText(value)
    case .type(let type):
      printsJSON ? JSONWriter(.compact).write(.members([("type", ValueDocuments.type(type))])) : consoleText(of: type)
    }
  }

  private static func evaluate(_ parsed: ExpressionSyntax, _ variables: Attributes) -> (Value, [Diagnostic]) {
    let context = FunctionContext(files: .none, workingDirectory: ".", functions: Project.functions)
    var evaluator = Evaluator(scope: VariableScope(variables), functions: Project.functions, context: context)
    let value = evaluator.evaluate(parsed)
    return (value, evaluator.diagnostics)
  }

  private func json(_ value: Value) -> String {
    let plain = ValueDocuments.plain(value, showsSensitive: false) ?? .null
    return JSONWriter(.compact).write(.members([("type", ValueDocuments.type(value.type)), ("value", plain)]))
  }

  // MARK: Lines

  /// Answers each line of standard input, a JSON object with `src`, `tmpl` and `vars`, with one line. (docs/cli.md, `terrane eval`.)
  private func runLines() -> ExitStatus {
    var rest = [UInt8]()
    do throws(DiskError) {
      rest = try Disk.readStandardInput()
    } catch {
      options.show([error.diagnostic])
      return .failure
    }
    var output = ""
    for line in rest.split(separator: 0x0A) where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
      output += JSONWriter(.compact).write(answer(Array(line))) + "\n"
      if output.utf8.count > 1 << 16 {
        guard OutputStream.standardOutput.write(output) else { return .failure }
        output = ""
      }
    }
    return OutputStream.standardOutput.write(output) ? .clean : .failure
  }

  private func answer(_ line: [UInt8]) -> Document {
    let (content, problems) = JSONValues.read(SourceFile(path: "<line>", bytes: line))
    guard let request = content?.document, let source = request["src"]?.stringValue else {
      let reason = problems.first?.summary ?? "a request needs a member src"
      return .members([("errors", 1), ("diags", .array([DiagnosticLines.parseDiagnostic(Diagnostic(.error, "eval-request", reason, at: nil))]))])
    }
    let file = SourceFile(path: "<expr>", text: source)
    let (parsed, syntax) = request["tmpl"]?.boolValue == true ? parseTemplate(file) : parseExpression(file)
    var members: [(String, Document)] = [("src", .string(source))]
    var diagnostics = syntax
    if !syntax.contains(where: { $0.severity == .error }) {
      let variables = request["vars"].map { JSONValues.value($0) }?.attributes ?? Attributes()
      let (value, found) = Self.evaluate(parsed, variables)
      diagnostics += found
      members.append(("type", ValueDocuments.type(value.type)))
      members.append(("value", ValueDocuments.typed(value)))
    }
    members.append(("errors", .integer(diagnostics.filter { $0.severity == .error }.count)))
    if !diagnostics.isEmpty { members.append(("diags", .array(diagnostics.map(DiagnosticLines.parseDiagnostic)))) }
    return .members(members)
  }
}
