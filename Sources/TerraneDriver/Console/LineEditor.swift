#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Reporting

/// Reads lines from a terminal, with a prompt, editing and a history; from a terminal that cannot move its cursor, plain lines.
///
/// The terminal is only in its raw mode while a line is typed: what an evaluation prints, and Control-C during one, behave as usual.
final class LineEditor {
  /// What reading a line gave.
  enum Outcome: Equatable {
    case line(String)
    /// Control-C: what was typed is given up.
    case cancelled
    case endOfInput
  }

  private let canEdit: Bool
  /// Lines of this session, oldest first.
  private var history: [String] = []
  private var reader = TerminalKeyReader(nextByte: LineEditor.readByte)

  /// - Parameter canEdit: whether the terminal can move its cursor.
  init(canEdit: Bool) { self.canEdit = canEdit }

  /// Shows the prompt and reads a line.
  func readLine(prompt: String) -> Outcome {
    guard canEdit, let settings = Self.enterRawMode() else { return readPlainLine(prompt: prompt) }
    let outcome = edit(prompt: prompt)
    Self.restore(settings)
    OutputStream.standardOutput.write("\n")
    if case .line(let text) = outcome, !text.isEmpty, history.last != text { history.append(text) }
    return outcome
  }

  // MARK: Editing

  private func edit(prompt: String) -> Outcome {
    var line = EditableLine()
    // The history with what is being typed behind it; changes to older lines last as long as this line.
    var candidates = history + [""]
    var position = history.count
    func show(_ text: EditableLine) { draw(prompt, text) }
    show(line)
    while let key = reader.next() {
      switch key {
      case .edit(let edit): line.apply(edit)
      case .enter:
        line.apply(.move(.end))
        show(line)
        return .line(line.text)
      case .cancel: return .cancelled
      case .endOfInput:
        if line.text.isEmpty { return .endOfInput }
        line.apply(.delete(.right))
      case .previous, .next:
        let other = key == .previous ? position - 1 : position + 1
        guard candidates.indices.contains(other) else { continue }
        candidates[position] = line.text
        position = other
        line = EditableLine(candidates[position])
      case .clear: OutputStream.standardOutput.write("\u{1B}[H\u{1B}[2J")
      case .ignored: continue
      }
      show(line)
    }
    return .endOfInput
  }

  /// Writes the line over itself; of one that is wider than the terminal, the part around the cursor.
  private func draw(_ prompt: String, _ line: EditableLine) {
    let room = max(8, (OutputStream.standardOutput.width ?? 80) - DisplayWidth.columns(prompt) - 1)
    var first = 0
    var columns = DisplayWidth.columns(line.textBeforeCursor)
    while columns >= room, first < line.cursor {
      columns -= DisplayWidth.columns(line.characters[first])
      first += 1
    }
    var shown = ""
    var width = 0
    for character in line.characters[first...] {
      let picture = DisplayWidth.visible(character)
      width += DisplayWidth.columns(picture)
      if width > room { break }
      shown += picture
    }
    let right = DisplayWidth.columns(prompt) + columns
    OutputStream.standardOutput.write("\r\(prompt)\(shown)\u{1B}[K\r" + (right > 0 ? "\u{1B}[\(right)C" : ""))
  }

  private func readPlainLine(prompt: String) -> Outcome {
    OutputStream.standardOutput.write(prompt)
    var bytes: [UInt8] = []
    while let byte = Self.readByte() {
      if byte == 0x0A { return .line(String(decoding: bytes, as: UTF8.self)) }
      bytes.append(byte)
    }
    OutputStream.standardOutput.write("\n")
    return bytes.isEmpty ? .endOfInput : .line(String(decoding: bytes, as: UTF8.self))
  }

  // MARK: The terminal

  private static func readByte() -> UInt8? {
    var byte: UInt8 = 0
    var count = 0
    repeat { count = read(STDIN_FILENO, &byte, 1) } while count < 0 && errno == EINTR
    return count == 1 ? byte : nil
  }

  /// Lets every key through as it is typed.
  ///
  /// - Returns: the settings to go back to; nil when standard input is no terminal.
  private static func enterRawMode() -> termios? {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return nil }
    var raw = settings
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return nil }
    return settings
  }

  private static func restore(_ settings: termios) {
    var settings = settings
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }
}
