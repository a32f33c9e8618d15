/// A version constraint: `>= 1.2, < 3.0`. (Terraform language, "Version Constraints".)
struct VersionConstraint: Sendable {
  struct Version: Comparable, Sendable {
    var segments: [UInt64]
    var prerelease: String

    /// `1`, `1.2`, `v1.2.3-beta1+build`; nil for anything else.
    init?(_ text: Substring) {
      var rest = text
      if rest.first == "v" { rest = rest.dropFirst() }
      let withoutBuild = rest.prefix { $0 != "+" }
      if withoutBuild.count < rest.count, !Self.isTag(rest.dropFirst(withoutBuild.count + 1)) { return nil }
      var numbers = withoutBuild.prefix { $0 != "-" }
      var tag = withoutBuild.dropFirst(numbers.count)
      if tag.first == "-" {
        tag = tag.dropFirst()
        guard Self.isTag(tag) else { return nil }
      } else if let letter = numbers.firstIndex(where: { $0.isLetter }) {
        // `1.2beta`: the dash may be missing.
        tag = numbers[letter...]
        numbers = numbers[..<letter]
        guard Self.isTag(tag) else { return nil }
      }
      var segments: [UInt64] = []
      for part in numbers.split(separator: ".", omittingEmptySubsequences: false) {
        guard !part.isEmpty, part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let number = UInt64(part) else { return nil }
        segments.append(number)
      }
      guard !segments.isEmpty else { return nil }
      self.segments = segments
      prerelease = String(tag)
    }

    private static func isTag(_ text: Substring) -> Bool {
      !text.isEmpty && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2E || byte == 0x2D || byte == 0x7E
      }
    }

    /// As it is usually written.
    var text: String { segments.map { "\($0)" }.joined(separator: ".") + (prerelease.isEmpty ? "" : "-\(prerelease)") }

    func segment(_ index: Int) -> UInt64 { index < segments.count ? segments[index] : 0 }

    static func == (left: Version, right: Version) -> Bool { !(left < right) && !(right < left) }

    static func < (left: Version, right: Version) -> Bool {
      for index in 0..<max(left.segments.count, right.segments.count) where left.segment(index) != right.segment(index) {
        return left.segment(index) < right.segment(index)
      }
      if left.prerelease == right.prerelease { return false }
      if left.prerelease.isEmpty || right.prerelease.isEmpty { return right.prerelease.isEmpty }
      return left.prerelease < right.prerelease
    }
  }

  private struct Condition: Sendable {
    var comparison: String
    var version: Version
  }

  private var conditions: [Condition] = []

  /// Reads a constraint; nil when it is malformed.
  init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let condition = Self.trimmed(part)
      let comparison = condition.prefix { "=!<>~".contains($0) }
      guard ["", "=", "!=", ">", "<", ">=", "<=", "~>"].contains(String(comparison)) else { return nil }
      guard let version = Version(Self.trimmed(condition.dropFirst(comparison.count))) else { return nil }
      conditions.append(Condition(comparison: comparison.isEmpty ? "=" : String(comparison), version: version))
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var result = text.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
    while let last = result.last, last == " " || last == "\t" || last == "\n" || last == "\r" { result = result.dropLast() }
    return result
  }

  /// Whether a version is within the constraint.
  func admits(_ version: Version) -> Bool { conditions.allSatisfy { Self.holds($0, version) } }

  private static func holds(_ condition: Condition, _ version: Version) -> Bool {
    let bound = condition.version
    switch condition.comparison {
    case "=": return version == bound
    case "!=": return version != bound
    case ">": return version > bound
    case "<": return version < bound
    case ">=": return version >= bound
    case "<=": return version <= bound
    default:
      // `~>`: only the last segment that is written may grow.
      guard version >= bound else { return false }
      let fixed = max(1, bound.segments.count - 1)
      return (0..<fixed).allSatisfy { bound.segment($0) == version.segment($0) }
    }
  }

  /// Whether any version of a major could be within it.
  func admitsMajor(of version: Version) -> Bool {
    if admits(version) { return true }
    let major = version.segment(0)
    // The bounds themselves and their neighbours decide, because every condition changes only there.
    var candidates = [Version("\(major).0.0"), Version("\(major).99999.99999")]
    for condition in conditions where condition.version.segment(0) == major {
      let bound = condition.version
      candidates.append(bound)
      candidates.append(Version("\(major).\(bound.segment(1)).\(bound.segment(2) &+ 1)"))
      candidates.append(Version("\(major).\(bound.segment(1)).\(bound.segment(2) > 0 ? bound.segment(2) - 1 : 0)"))
      candidates.append(Version("\(major).\(bound.segment(1) > 0 ? bound.segment(1) - 1 : 0).99999"))
    }
    return candidates.contains { $0.map { $0.segment(0) == major && admits($0) } ?? false }
  }

  /// Whether versions above this one could be within it: later ones of the same major, or of the next.
  func admitsNewer(than version: Version) -> Bool {
    let major = version.segment(0)
    let candidates = [
      Version("\(major).\(version.segment(1)).\(version.segment(2) &+ 1)"), Version("\(major).\(version.segment(1) &+ 1).0"),
      Version("\(major).99999.0"), Version("\(major &+ 1).0.0"), Version("\(major &+ 1).99999.0"),
    ] + conditions.map { Optional($0.version) }
    return candidates.contains { $0.map { $0 > version && admits($0) } ?? false }
  }
}

extension VersionConstraint.Version {
  fileprivate init?(_ text: String) { self.init(Substring(text)) }
}
