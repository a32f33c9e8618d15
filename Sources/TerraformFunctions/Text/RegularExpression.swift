/// Regular expressions with the syntax and the linear running time of RE2.

import CRE2
import Synchronization

/// A compiled pattern. A class because it owns memory of the C++ library.
final class RegularExpression: Sendable {
  /// Why a pattern does not compile.
  struct Failure: Error {
    var message: String
  }

  /// Byte offsets of the groups of one match; group 0 is the whole match, nil a group that took no part.
  typealias Match = [Range<Int>?]

  /// The names of the groups from 1 on; nil for one without.
  let groupNames: [String?]
  /// The address of the compiled pattern, which never changes and may be matched from several threads at once.
  private let address: UInt

  private var handle: OpaquePointer? { OpaquePointer(bitPattern: address) }

  init(_ pattern: String) throws(Failure) {
    var text = pattern
    let compiled = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count) }
    }
    guard let compiled else { throw Failure(message: "out of memory") }
    if let message = cre2_error(compiled) {
      let failure = Failure(message: String(cString: message))
      cre2_free(compiled)
      throw failure
    }
    address = UInt(bitPattern: compiled)
    groupNames = (0..<cre2_group_count(compiled)).map { index in
      cre2_group_name(compiled, index + 1).map { String(cString: $0) }
    }
  }

  deinit { cre2_free(handle) }

  /// The compiled form of a pattern, remembered: the same few patterns are used for each instance of a resource.
  static func cached(_ pattern: String) throws(Failure) -> RegularExpression {
    if let known = cache.withLock({ $0[pattern] }) { return known }
    let compiled = try RegularExpression(pattern)
    cache.withLock { entries in
      if entries.count >= 1_000 { entries.removeAll() }
      entries[pattern] = compiled
    }
    return compiled
  }

  private static let cache = Mutex<[String: RegularExpression]>([:])

  /// The leftmost match that starts at or behind a byte offset.
  func firstMatch(in text: [UInt8], from start: Int = 0) -> Match? {
    guard start <= text.count else { return nil }
    let count = groupNames.count + 1
    var offsets = [Int](repeating: -1, count: count * 2)
    let isFound = text.withUnsafeBytes { bytes in
      // An empty array has no address, and a null pointer would look like a group that took no part.
      var empty: CChar = 0
      return withUnsafePointer(to: &empty) { placeholder in
        let base = bytes.baseAddress?.assumingMemoryBound(to: CChar.self) ?? placeholder
        return cre2_match(handle, base, bytes.count, start, &offsets, Int32(count))
      }
    }
    guard isFound else { return nil }
    return (0..<count).map { offsets[2 * $0] < 0 ? nil : offsets[2 * $0]..<offsets[2 * $0 + 1] }
  }

  /// All matches that do not overlap. An empty match directly behind another match does not count, as in Go.
  ///
  /// - Returns: nil when there are more than the limit: each may have looked at the whole text behind it.
  func matches(in text: [UInt8], limit: Int) -> [Match]? {
    var found: [Match] = []
    var position = 0
    var previousEnd = -1
    while position <= text.count, let match = firstMatch(in: text, from: position), let whole = match[0] {
      if whole.isEmpty {
        if whole.lowerBound != previousEnd { found.append(match) }
        position = whole.upperBound + scalarLength(text, whole.upperBound)
      } else {
        found.append(match)
        position = whole.upperBound
      }
      previousEnd = whole.upperBound
      if found.count > limit { return nil }
    }
    return found
  }

  /// Text with every match replaced, at most `limit` bytes of it; `$1`, `$name`, `${name}` stand for groups, `$$` for a dollar sign.
  func replacing(in text: [UInt8], with template: String, limit: Int) -> [UInt8]? {
    guard let matches = matches(in: text, limit: FunctionLimit.matches(in: text.count)) else { return nil }
    let parts = ReplacementPart.parse(template)
    var output: [UInt8] = []
    var position = 0
    for match in matches {
      guard let whole = match[0] else { continue }
      output += text[position..<whole.lowerBound]
      for part in parts {
        switch part {
        case .literal(let bytes): output += bytes
        case .group(let name):
          guard let index = groupIndex(name), let range = match[index] else { continue }
          output += text[range]
        }
      }
      guard output.count <= limit else { return nil }
      position = whole.upperBound
    }
    output += text[position...]
    return output.count <= limit ? output : nil
  }

  private func groupIndex(_ name: String) -> Int? {
    if let number = Int(name), name.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      return number <= groupNames.count ? number : nil
    }
    return groupNames.firstIndex(of: name).map { $0 + 1 }
  }

  private func scalarLength(_ text: [UInt8], _ position: Int) -> Int {
    guard position < text.count else { return 1 }
    switch text[position] {
    case 0xf0...: return 4
    case 0xe0...: return 3
    case 0xc0...: return 2
    default: return 1
    }
  }
}

/// A piece of a replacement template. (Go, `regexp.Expand`.)
private enum ReplacementPart {
  case literal([UInt8])
  case group(String)

  static func parse(_ template: String) -> [ReplacementPart] {
    let bytes = [UInt8](template.utf8)
    let dollar = UInt8(ascii: "$")
    var parts: [ReplacementPart] = []
    var position = 0
    while position < bytes.count {
      guard let next = bytes[position...].firstIndex(of: dollar) else { break }
      if next > position { parts.append(.literal(Array(bytes[position..<next]))) }
      position = next + 1
      if position < bytes.count, bytes[position] == dollar {
        parts.append(.literal([dollar]))
        position += 1
        continue
      }
      let isBraced = position < bytes.count && bytes[position] == UInt8(ascii: "{")
      let start = isBraced ? position + 1 : position
      let end = bytes[start...].firstIndex { !isNameByte($0) } ?? bytes.count
      let isClosed = !isBraced || (end < bytes.count && bytes[end] == UInt8(ascii: "}"))
      guard end > start, isClosed else {
        // Malformed: the dollar sign stands for itself.
        parts.append(.literal([dollar]))
        continue
      }
      parts.append(.group(String(decoding: bytes[start..<end], as: UTF8.self)))
      position = isBraced ? end + 1 : end
    }
    if position < bytes.count { parts.append(.literal(Array(bytes[position...]))) }
    return parts
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}
