import Diagnostics
import SourceText

/// Reports the tokens that no grammar rule accepts, each kind as often as it helps.
struct InvalidTokenReport {
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []
  private var bitwise = 0
  private var backticks = 0
  private var apostrophes = 0
  private var saidSemicolon = false
  private var saidEncoding = false
  /// Where a quoted string ran over its line; what follows may be inside out.
  private(set) var firstBrokenString: UInt32?

  init(file: SourceFile) { self.file = file }

  /// Adds what is to be said of a token; nothing behind a string that runs over its line.
  mutating func add(_ token: Token) {
    guard firstBrokenString == nil else { return }
    switch token.kind {
    case .ampersand, .pipe, .tilde, .caret:
      addBitwise(token)
    case .backtick:
      // The second of a pair ends what the first began.
      if backticks % 2 == 0 {
        report(
          token, "invalid-character", "Backticks do not enclose strings",
          "Write \"…\" for a string of one line, or a heredoc such as <<EOT for one of several lines.")
      }
      if backticks <= 2 { backticks += 1 }
    case .apostrophe:
      if apostrophes % 2 == 0 {
        report(token, "invalid-character", "Single quotes do not enclose strings", "Enclose strings in double quotes (\").")
      }
      if apostrophes <= 2 { apostrophes += 1 }
    case .semicolon:
      if !saidSemicolon {
        saidSemicolon = true
        report(
          token, "invalid-character", "Semicolons separate nothing",
          "Arguments and blocks stand on lines of their own; elements of collections are separated by commas.")
      }
    case .brokenUTF8:
      if !saidEncoding {
        saidEncoding = true
        report(token, "invalid-encoding", "The file is not valid UTF-8", "Save the file in the UTF-8 encoding.")
      }
    case .newlineInString:
      firstBrokenString = token.start
      report(
        token, "multi-line-string", "A quoted string does not end on its line",
        "A quoted string must be closed on the line where it begins. Write \\n for a newline in it, or use a heredoc such as <<EOT.")
    case .invalidCharacter:
      addCharacter(token)
    default:
      break
    }
  }

  private mutating func addBitwise(_ token: Token) {
    guard bitwise < 4 else { return }
    bitwise += 1
    let suggestion =
      switch token.kind {
      case .ampersand: " For the logical \"and\" write &&."
      case .pipe: " For the logical \"or\" write ||."
      case .tilde: " For the logical \"not\" write !."
      default: ""
      }
    report(token, "unsupported-operator", "There are no bitwise operators", "The language has no operators on bits.\(suggestion)")
  }

  private mutating func addCharacter(_ token: Token) {
    let text = file.text(ByteRange(start: token.start, end: token.end))
    if text == "\u{201C}" || text == "\u{201D}" {
      report(
        token, "invalid-character", "Curly quotes do not enclose strings",
        "Replace the character by a straight quote (\"). Word processors and web pages often insert the curly ones.")
    } else {
      report(token, "invalid-character", "Invalid character", "This character has no meaning outside of strings and comments.")
    }
  }

  private mutating func report(_ token: Token, _ id: String, _ summary: String, _ detail: String) {
    let range = SourceRange(file: file, bytes: ByteRange(start: token.start, end: token.end))
    diagnostics.append(Diagnostic(.error, id, summary, detail: detail, at: range))
  }
}
