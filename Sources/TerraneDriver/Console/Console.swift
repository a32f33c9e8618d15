import Diagnostics
import HCLSyntax
import SourceText

/// The interactive part of `terrane eval`: reads expressions, each over as many lines as its brackets ask for, and answers them.
struct Console {
  let session: ExpressionSession
  let options: RunOptions
  /// How an answer is printed.
  let text: (ExpressionSession.Answer) -> String

  private static let help = """
    An expression of the language is answered with its value. It may go on over lines until its brackets close.
    type(EXPR) is answered with the type of a value. “exit” or Control-D ends, Control-C gives up a line.

    """

  /// Answers what is typed at a terminal until it ends. Errors end nothing.
  func runInteractively() -> ExitStatus {
    let editor = LineEditor(canEdit: options.environment["TERM"].map { $0 != "dumb" && !$0.isEmpty } ?? false)
    var input = ConsoleInput()
    while true {
      switch editor.readLine(prompt: input.prompt) {
      case .endOfInput: return .clean
      case .cancelled: input = ConsoleInput()
      case .line(let line):
        switch input.add(line) {
        case nil: continue
        case .exit: return .clean
        case .help: OutputStream.standardOutput.write(Self.help)
        case .expression(let source): _ = answer(source)
        }
      }
    }
  }

  /// Answers the expressions of a text, of which each begins on a line of its own; what is left open at the end is an error.
  ///
  /// - Returns: the worst that an expression ended with.
  func run(_ bytes: [UInt8]) -> ExitStatus {
    var status = ExitStatus.clean
    var input = ConsoleInput()
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      switch input.add(text) {
      case nil: continue
      case .exit: return status
      case .help: OutputStream.standardOutput.write(Self.help)
      case .expression(let source): status = max(status, answer(source))
      }
    }
    return input.isEmpty ? status : max(status, answer(input.text))
  }

  private func answer(_ source: String) -> ExitStatus {
    let (answer, diagnostics) = session.answer(source, name: "<console>")
    options.show(diagnostics)
    let status = session.status(diagnostics)
    guard let answer, status == .clean else { return max(status, .findings) }
    return OutputStream.standardOutput.write(text(answer) + "\n") ? .clean : .failure
  }
}

/// Collects lines until they are an expression.
struct ConsoleInput {
  /// What lines amount to.
  enum Request: Equatable {
    case expression(String)
    case help, exit
  }

  private(set) var text = ""
  private var openBrackets = 0

  /// Whether nothing has been typed of an expression.
  var isEmpty: Bool { text.isEmpty }

  /// A dot for each bracket that is open, as in Terraform's console.
  var prompt: String { openBrackets == 0 ? "> " : String(repeating: ".", count: min(openBrackets, 32)) + " " }

  /// Adds a line.
  ///
  /// - Returns: the request, when it is complete; nil for an empty line, and while brackets are open.
  mutating func add(_ line: String) -> Request? {
    if text.isEmpty {
      switch line.filter({ !$0.isWhitespace }) {
      case "": return nil
      case "exit": return .exit
      case "help": return .help
      default: break
      }
    }
    text += line + "\n"
    openBrackets = openBracketCount(SourceFile(path: "<console>", text: text))
    if openBrackets > 0 { return nil }
    defer { text = "" }
    return .expression(text)
  }
}
