import Diagnostics
import HCLSyntax
import HCLValues
import SourceText

extension FunctionContext {
  /// A context whose templates may call functions.
  ///
  /// - Parameters:
  ///   - files: what file functions read.
  ///   - workingDirectory: where relative paths start.
  ///   - functions: what templates may call; `templatefile` and `templatestring` among them, up to a depth.
  public init(files: FileAccess, workingDirectory: String, functions: FunctionTable, templateDepth: Int = 0) {
    self.init(
      files: files, workingDirectory: workingDirectory, functions: functions, templateDepth: templateDepth,
      budget: TemplateBudget(steps: Self.maximumTemplateSteps, text: Self.maximumTemplateText))
  }

  private init(files: FileAccess, workingDirectory: String, functions: FunctionTable, templateDepth: Int, budget: TemplateBudget) {
    let render: @Sendable (String, String, Attributes, Int) throws(FunctionError) -> Value = {
      (source, name, variables, depth) throws(FunctionError) -> Value in
      if depth > Self.maximumTemplateDepth {
        throw FunctionError("templates are nested more than \(Self.maximumTemplateDepth) deep")
      }
      if budget.isSpent { throw FunctionError("all templates together take too many steps, or make too much text") }
      // Templates inside of templates are what multiplies.
      budget.take((depth > 1 ? 5_000 : 16) + source.utf8.count >> 4)
      let inner = FunctionContext(
        files: files, workingDirectory: workingDirectory, functions: functions, templateDepth: depth, budget: budget)
      let (expression, problems) = parseTemplate(SourceFile(path: name, text: source))
      let nesting = expression.nesting
      guard budget.enter(nesting, limit: Self.maximumTemplateNesting) else {
        throw FunctionError("templates inside of one another nest more than \(Self.maximumTemplateNesting) expressions deep")
      }
      defer { budget.leave(nesting) }
      // Names are looked at first: what stands in a branch that is not taken must exist, too.
      var missing: Diagnostic?
      expression.forEachScopeTraversal { traversal in
        if variables[traversal.rootName] != nil || missing != nil { return }
        var scope = VariableScope(variables)
        if case .failure(let diagnostic) = scope.resolve(traversal) { missing = diagnostic }
      }
      var evaluator = Evaluator(scope: VariableScope(variables), functions: functions, context: inner)
      evaluator.grant(steps: min(Evaluator<VariableScope>.maximumSteps, budget.steps), text: min(Evaluator<VariableScope>.maximumTotalText, budget.text))
      let value = problems.contains { $0.severity == .error } ? Value.dynamicUnknown : evaluator.evaluate(expression)
      budget.take(evaluator.usedSteps, text: evaluator.usedText)
      if let error = (problems + [missing].compactMap { $0 } + evaluator.diagnostics).first(where: { $0.severity == .error }) {
        let place = error.subject.map { " (\($0.file.path):\($0.start.line):\($0.start.column))" } ?? ""
        throw FunctionError("\(error.summary)\(place): \(error.detail)")
      }
      return value
    }
    self.init(files: files, workingDirectory: workingDirectory, templateDepth: templateDepth, renderTemplate: render)
  }

  /// No files, no templates.
  public static let none = FunctionContext(files: .none, workingDirectory: ".", functions: .empty)

  /// How many steps all templates of one context may take.
  public static let maximumTemplateSteps = 20_000_000
  /// How many bytes of text all templates of one context may make.
  public static let maximumTemplateText = 1 << 30
  /// Templates that render templates deeper than this are an error, as in OpenTofu.
  public static let maximumTemplateDepth = 1_024
  /// How deep the expressions of all templates that are rendered inside of one another may nest together: the stack is finite.
  public static let maximumTemplateNesting = 8_000
}
