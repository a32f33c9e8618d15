import Foundation

/// Makes texts that a regular expression matches, always the same ones for the same seed.
///
/// Knows the syntax that tables of detectors use. What it cannot obey while it writes (word boundaries, what may not follow) the expression itself checks
/// afterwards: a text that does not match is thrown away, and the next seed tried.
struct PatternSampler {
  private indirect enum Node {
    case characters([UInt8])
    case sequence([Node])
    case choice([Node])
    case group(Int?, Node)
    case repetition(Node, Int, Int?, isLazy: Bool)
    case nothing
  }

  /// A text with what its groups hold, from group 1 on; a group that took no part holds nothing.
  struct Sample {
    var text: String
    var groups: [String]
  }

  private let pattern: [UInt8]
  private var position = 0
  private var groupCount = 0
  private var root = Node.nothing
  private let expression: NSRegularExpression

  init(_ pattern: String) throws {
    // Named groups have names that this engine of expressions does not allow.
    var plain = ""
    var rest = pattern[...]
    while let start = rest.range(of: "(?P<") {
      plain += rest[..<start.lowerBound] + "("
      rest = rest[start.upperBound...].drop { $0 != ">" }.dropFirst()
    }
    plain += rest
    self.pattern = Array(plain.utf8)
    expression = try NSRegularExpression(pattern: plain)
    root = parseChoice()
  }

  /// The first text for a seed that matches as a whole; nil when none of many does.
  func sample(seed: UInt64) -> Sample? {
    for attempt in 0..<2_000 {
      var random = Randomiser(state: seed &* 1_000_003 &+ UInt64(attempt))
      var output: [UInt8] = []
      write(root, &random, &output)
      let text = String(decoding: output, as: UTF8.self)
      let whole = NSRange(location: 0, length: (text as NSString).length)
      guard let match = expression.firstMatch(in: text, range: whole), match.range == whole else { continue }
      let groups = (1..<max(1, match.numberOfRanges)).map { index in
        match.range(at: index).location == NSNotFound ? "" : (text as NSString).substring(with: match.range(at: index))
      }
      return Sample(text: text, groups: groups)
    }
    return nil
  }

  // MARK: Reading

  private mutating func parseChoice() -> Node {
    var branches = [parseSequence()]
    while peek == UInt8(ascii: "|") {
      position += 1
      branches.append(parseSequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func parseSequence() -> Node {
    var nodes: [Node] = []
    while let byte = peek, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") { nodes.append(parseRepetition()) }
    return .sequence(nodes)
  }

  private mutating func parseRepetition() -> Node {
    let node = parseAtom()
    var bounds: (Int, Int?)?
    switch peek {
    case UInt8(ascii: "*"): bounds = (0, nil)
    case UInt8(ascii: "+"): bounds = (1, nil)
    case UInt8(ascii: "?"): bounds = (0, 1)
    case UInt8(ascii: "{"):
      let text = String(decoding: pattern[(position + 1)...].prefix { $0 != UInt8(ascii: "}") }, as: UTF8.self)
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      bounds = (Int(parts[0]) ?? 0, parts.count == 1 ? Int(parts[0]) : Int(parts[1]))
      position += text.utf8.count + 1
    default: return node
    }
    position += 1
    let isLazy = peek == UInt8(ascii: "?")
    if isLazy { position += 1 }
    return bounds.map { .repetition(node, $0.0, $0.1, isLazy: isLazy) } ?? node
  }

  private mutating func parseAtom() -> Node {
    guard let byte = peek else { return .nothing }
    position += 1
    switch byte {
    case UInt8(ascii: "("): return parseGroup()
    case UInt8(ascii: "["): return .characters(parseClass())
    case UInt8(ascii: "."):
      // One alone is the dot that its author had in mind.
      guard let next = peek, "*+{?".utf8.contains(next) else { return .characters([byte]) }
      return .characters(Array("abcdefghijklmnopqrstuvwxyz0123456789 =:_-".utf8))
    case UInt8(ascii: "^"), UInt8(ascii: "$"): return .nothing
    case UInt8(ascii: "\\"):
      guard let escaped = peek else { return .nothing }
      position += 1
      if [UInt8(ascii: "b"), UInt8(ascii: "z"), UInt8(ascii: "A")].contains(escaped) { return .nothing }
      return .characters(Self.members(escaped))
    default: return .characters([byte])
    }
  }

  private mutating func parseGroup() -> Node {
    var index: Int?
    if peek == UInt8(ascii: "?") {
      let rest = String(decoding: pattern[position...].prefix(6), as: UTF8.self)
      if rest.hasPrefix("?:") {
        position += 2
      } else if ["?=", "?!", "?<=", "?<!"].contains(where: rest.hasPrefix) {
        // A condition on the text around: checked, not written.
        position += rest.hasPrefix("?<") ? 3 : 2
        _ = parseChoice()
        position += 1
        return .nothing
      } else {
        // Flags, for the rest or for a group.
        while let byte = peek, byte != UInt8(ascii: ")"), byte != UInt8(ascii: ":") { position += 1 }
        position += 1
        if pattern[position - 1] == UInt8(ascii: ")") { return .nothing }
      }
    } else {
      groupCount += 1
      index = groupCount
    }
    let inner = parseChoice()
    position += 1
    return .group(index, inner)
  }

  private mutating func parseClass() -> [UInt8] {
    let isNegated = peek == UInt8(ascii: "^")
    if isNegated { position += 1 }
    var members: Set<UInt8> = []
    var isFirst = true
    while let byte = peek, byte != UInt8(ascii: "]") || isFirst {
      isFirst = false
      position += 1
      if byte == UInt8(ascii: "\\"), let escaped = peek {
        position += 1
        members.formUnion(Self.members(escaped))
      } else if peek == UInt8(ascii: "-"), position + 1 < pattern.count, pattern[position + 1] != UInt8(ascii: "]"),
        pattern[position + 1] > byte
      {
        members.formUnion(byte...pattern[position + 1])
        position += 2
      } else {
        members.insert(byte)
      }
    }
    position += 1
    if isNegated {
      return Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_!%*~".utf8).filter { !members.contains($0) }
    }
    return members.sorted()
  }

  private static func members(_ escaped: UInt8) -> [UInt8] {
    switch escaped {
    case UInt8(ascii: "d"): Array("0123456789".utf8)
    case UInt8(ascii: "w"): Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_".utf8)
    case UInt8(ascii: "s"): [0x20]
    case UInt8(ascii: "S"), UInt8(ascii: "W"): Array("-=:".utf8)
    case UInt8(ascii: "n"): [0x0A]
    default: [escaped]
    }
  }

  private var peek: UInt8? { position < pattern.count ? pattern[position] : nil }

  // MARK: Writing

  private func write(_ node: Node, _ random: inout Randomiser, _ output: inout [UInt8]) {
    switch node {
    case .nothing: break
    case .characters(let members): if !members.isEmpty { output.append(members[random.below(members.count)]) }
    case .sequence(let nodes): for node in nodes { write(node, &random, &output) }
    case .choice(let nodes): write(nodes[random.below(nodes.count)], &random, &output)
    case .group(_, let inner): write(inner, &random, &output)
    case .repetition(let inner, let least, let most, let isLazy):
      // Blanks are separators, and nobody writes many of them.
      if case .characters([0x20]) = inner, most == nil {
        output += Array(repeating: 0x20, count: least + random.below(2))
        return
      }
      for _ in 0..<count(least, most, isLazy, &random) { write(inner, &random, &output) }
    }
  }

  /// What has no upper bound is as long as the credentials are that such expressions look for; separators stay short.
  private func count(_ least: Int, _ most: Int?, _ isLazy: Bool, _ random: inout Randomiser) -> Int {
    if isLazy { return least + random.below(min(4, (most ?? 4) - least) + 1) }
    guard let most else { return least == 0 ? random.below(24) : least + 11 + random.below(24) }
    return least + random.below(min(most - least, 40) + 1)
  }
}

/// Numbers that look random and are the same in every run. (SplitMix64)
struct Randomiser {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((value ^ (value >> 31)) % UInt64(max(1, bound)))
  }

  mutating func text(_ count: Int, of alphabet: String) -> String {
    let members = Array(alphabet.utf8)
    return String(decoding: (0..<count).map { _ in members[below(members.count)] }, as: UTF8.self)
  }
}
