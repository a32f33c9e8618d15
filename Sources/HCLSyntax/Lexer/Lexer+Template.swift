/// Lexing of what stands between quotes, in heredocs, and in bare templates.
///
/// In all of these `${` and `%{` begin a sequence, `$${` and `%%{` are literal, and any other `$` or `%` stands for itself.
extension Lexer {
  // MARK: Quoted templates

  mutating func lexQuoted() {
    while offset < count {
      let start = offset
      switch bytes[start] {
      case 0x22:
        emitAndAdvance(.closeQuote, 1)
        leaveContext()
        return
      case 0x24, 0x25:
        if lexDollarOrPercent(literal: .quotedLiteral) { return }
      case 0x0A, 0x0D:
        var end = start + 1
        while end < count, bytes[end] == 0x0A || bytes[end] == 0x0D { end += 1 }
        emitInvalid(.newlineInString, end - start)
      default:
        lexQuotedRun()
      }
    }
  }

  private mutating func lexQuotedRun() {
    let start = offset
    let bytes = bytes
    let count = count
    var end = skipQuotedText(bytes, start)
    var flags: TokenFlags = []
    scan: while end < count {
      let byte = bytes[end]
      switch byte {
      case 0x22, 0x24, 0x25, 0x0A, 0x0D:
        break scan
      case 0x5C:
        let length = escapedLength(end + 1)
        if length == 0 { break scan }
        flags.insert(.hasBackslash)
        end += 1 + length
      case 0..<0x80:
        end += 1
      default:
        let length = multiByteLength(bytes, end)
        if length == 0 { break scan }
        end += length
      }
    }
    if end > start {
      emitAndAdvance(.quotedLiteral, end - start, flags)
    } else {
      emitInvalid(bytes[start] == 0x5C ? .invalidCharacter : .brokenUTF8, 1)
    }
  }

  /// Length of the character behind a backslash; zero when there is none that may be escaped.
  @inline(__always)
  private func escapedLength(_ at: Int) -> Int {
    guard at < count, bytes[at] != 0x0A, bytes[at] != 0x0D else { return 0 }
    return bytes[at] < 0x80 ? 1 : multiByteLength(bytes, at)
  }

  // MARK: Heredocs

  /// `<<MARKER` or `<<-MARKER` with nothing but a line ending behind it.
  ///
  /// - Returns: whether a heredoc was opened.
  mutating func lexHeredocIntroducer() -> Bool {
    let start = offset
    var position = start + 2
    var flags: TokenFlags = []
    if byte(position) == 0x2D {
      flags = .isFlushHeredoc
      position += 1
    }
    guard position < count, startsIdentifier(position) else { return false }
    let markerEnd = identifierEnd(bytes, position)
    var end = markerEnd
    if byte(end) == 0x0D { end += 1 }
    guard end < count, bytes[end] == 0x0A else { return false }
    emitAndAdvance(.openHeredoc, end + 1 - start, flags)
    heredocs.append(OpenHeredoc(markerStart: position, markerEnd: markerEnd, atLineStart: true))
    suspended.append(context)
    context = .heredoc
    return true
  }

  private func startsIdentifier(_ at: Int) -> Bool {
    if bytes[at] < 0x80 { return isIdentifierStart(bytes[at]) }
    let length = multiByteLength(bytes, at)
    guard length > 0, let scalar = decodeScalar(bytes, at, length: length) else { return false }
    return scalar.properties.isIDStart
  }

  /// Each line of a heredoc is a token of its own, its line ending included; sequences divide a line further.
  mutating func lexHeredoc() {
    while offset < count {
      let start = offset
      let first = bytes[start]
      if first == 0x24 || first == 0x25 {
        markMidline()
        if lexDollarOrPercent(literal: .stringLiteral) { return }
        continue
      }
      let end = plainTextEnd(start)
      guard end < count else {
        emitAndAdvance(.stringLiteral, end - start)
        return
      }
      if let lineEnd = lineEnding(end) {
        if heredocs.last?.atLineStart == true, closesHeredoc(start, end) {
          emit(.closeHeredoc, start, end)
          emit(.newline, end, lineEnd)
          offset = lineEnd
          heredocs.removeLast()
          leaveContext()
          return
        }
        if !heredocs.isEmpty { heredocs[heredocs.count - 1].atLineStart = true }
        emitAndAdvance(.stringLiteral, lineEnd - start)
      } else if end > start {
        markMidline()
        emitAndAdvance(.stringLiteral, end - start)
      } else if bytes[start] == 0x0D {
        // A carriage return alone is no line ending, and nothing behind it can be told apart any more.
        emitInvalid(.invalidCharacter, count - start)
      } else {
        emitInvalid(.brokenUTF8, 1)
      }
    }
  }

  private mutating func markMidline() {
    if !heredocs.isEmpty { heredocs[heredocs.count - 1].atLineStart = false }
  }

  /// Whether a line, whitespace around it aside, is the marker of the innermost heredoc.
  private func closesHeredoc(_ start: Int, _ end: Int) -> Bool {
    guard let heredoc = heredocs.last else { return false }
    let markerLength = heredoc.markerEnd - heredoc.markerStart
    guard end - start >= markerLength else { return false }
    let textStart = start + leadingWhitespace(bytes, start, end)
    guard end - textStart >= markerLength, bytes[textStart] == bytes[heredoc.markerStart] else { return false }
    let textEnd = endWithoutWhitespace(bytes, textStart, end)
    guard textEnd - textStart == markerLength else { return false }
    for index in 0..<markerLength where bytes[textStart + index] != bytes[heredoc.markerStart + index] { return false }
    return true
  }

  // MARK: Bare templates

  mutating func lexBareTemplate() {
    while offset < count {
      let start = offset
      if bytes[start] == 0x24 || bytes[start] == 0x25 {
        if lexDollarOrPercent(literal: .stringLiteral) { return }
        continue
      }
      let end = plainTextEnd(start)
      if let lineEnd = lineEnding(end) {
        emitAndAdvance(.stringLiteral, lineEnd - start)
      } else if end > start {
        emitAndAdvance(.stringLiteral, end - start)
      } else if bytes[start] == 0x0D {
        emitAndAdvance(.stringLiteral, count - start)
      } else {
        emitInvalid(.brokenUTF8, 1)
      }
    }
  }

  // MARK: Shared

  /// At a `$` or `%`: a sequence, an escape, or the character itself.
  ///
  /// - Returns: whether a sequence began, so that the main context goes on.
  private mutating func lexDollarOrPercent(literal: TokenKind) -> Bool {
    let start = offset
    let sign = bytes[start]
    if byte(start + 1) == 0x7B {
      let strips = byte(start + 2) == 0x7E
      emitAndAdvance(sign == 0x24 ? .interpolation : .directive, strips ? 3 : 2, strips ? .stripsWhitespace : [])
      openBraces += 1
      sequenceBraces.append(openBraces)
      markMidline()
      suspended.append(context)
      context = .main
      return true
    }
    if byte(start + 1) == sign, byte(start + 2) == 0x7B {
      emitAndAdvance(literal, byte(start + 3) == 0x7E ? 4 : 3)
    } else if start + 1 == count, literal == .quotedLiteral || !heredocs.isEmpty {
      emitInvalid(.invalidCharacter, 1)
    } else {
      emitAndAdvance(literal, 1)
    }
    return false
  }

  /// The end of text without `$`, `%`, line endings and broken UTF-8.
  @inline(__always)
  private func plainTextEnd(_ start: Int) -> Int {
    let bytes = bytes
    let count = count
    var end = skipHeredocText(bytes, start)
    while end < count {
      let byte = bytes[end]
      switch byte {
      case 0x24, 0x25, 0x0A, 0x0D:
        return end
      case 0..<0x80:
        end += 1
      default:
        let length = multiByteLength(bytes, end)
        if length == 0 { return end }
        end += length
      }
    }
    return end
  }

  /// Behind the line ending at an offset, if there is one.
  private func lineEnding(_ at: Int) -> Int? {
    guard at < count else { return nil }
    if bytes[at] == 0x0A { return at + 1 }
    return bytes[at] == 0x0D && byte(at + 1) == 0x0A ? at + 2 : nil
  }
}
