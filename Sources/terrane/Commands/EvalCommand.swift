import ArgumentParser
import TerraneDriver

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Evaluate expressions.",
    discussion: """
      Without an expression, a console reads expressions from standard input and answers each; one may go on over lines until its brackets \
      close. type(EXPR) gives the type of a value.

      With - in place of the expression, each line of standard input is a JSON object {"src": expression, "tmpl": whether it is a
      template, "vars": variables}, and each is answered with one line {"errors", "type", "value", "diags"}.
      """)

  @Argument(help: ArgumentHelp("The expression, or - for requests on standard input; a console without one.", valueName: "EXPR"))
  var expression: String?

  @Option(help: ArgumentHelp("Evaluate in the scope of the module in this directory.", valueName: "DIR"), completion: .directory)
  var dir: String?

  @Flag(help: "Print an object with the type and the value.")
  var json = false

  @OptionGroup var evaluation: EvaluationOptions

  func run() throws {
    let run = EvalRun(expression: expression, directory: dir, printsJSON: json, options: evaluation.runOptions())
    try Parallel.onLargeStack { run.run() }.end()
  }
}
