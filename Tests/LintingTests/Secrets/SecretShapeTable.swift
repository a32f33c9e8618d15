import Foundation
import TestSupport

/// A credential of a known shape, ready to be written into a configuration.
struct ShapedSecret {
  var shape: String
  /// What the pattern wants to stand beside the value; nil when the value says enough.
  var name: String?
  var value: String
}

/// The shapes that other tools look for, with values made from their patterns.
enum SecretShapeTable {
  private struct Table: Decodable {
    struct Detector: Decodable {
      var secret_type: String
      var class_name: String
      var regexes: [String]
    }

    struct Rule: Decodable {
      var id: String
      var regex: String
    }

    var detect_secrets: [Detector]
    var trivy: [Rule]
  }

  static let samplesPerShape = 4

  static func secrets() throws -> [ShapedSecret]? {
    guard let shared = ProjectRoot.shared else { return nil }
    let table = try JSONDecoder().decode(
      Table.self, from: Data(contentsOf: shared.appendingPathComponent("facts/lint/secrets.json")))
    var result: [ShapedSecret] = []
    for detector in table.detect_secrets {
      for (index, regex) in detector.regexes.enumerated() {
        result += try samples(
          "detect-secrets \(detector.secret_type)" + (detector.regexes.count > 1 ? " \(index + 1)" : ""), regex, service: nil)
      }
      if detector.regexes.isEmpty { result += withoutPattern("detect-secrets \(detector.secret_type)", detector.class_name) }
    }
    for rule in table.trivy {
      let pattern = literal(rule.regex)
      result += try samples("trivy \(rule.id)", pattern, service: service(in: pattern))
    }
    return result
  }

  /// The detectors that go by entropy or by the name alone.
  private static func withoutPattern(_ shape: String, _ className: String) -> [ShapedSecret] {
    let names = ["service_secret_key", "api_token", "db_password", "client_secret"]
    return (0..<samplesPerShape).map { index in
      var random = Randomiser(state: seed(shape) &+ UInt64(index))
      let letters = "abcdefghijklmnopqrstuvwxyz"
      let value =
        switch className {
        case "HexHighEntropyString": random.text(40, of: "0123456789abcdef")
        case "KeywordDetector": random.text(20, of: letters + letters.uppercased() + "0123456789")
        default: random.text(40, of: letters + letters.uppercased() + "0123456789+/")
        }
      return ShapedSecret(shape: shape, name: names[index % names.count], value: value)
    }
  }

  /// A pattern as the table has it: Go's source, with the names of parts that its rules share.
  private static func literal(_ source: String) -> String {
    var text = source
    if let start = text.firstIndex(of: "`"), let end = text.lastIndex(of: "`"), start < end {
      let isFormat = text.hasPrefix("fmt.Sprintf")
      let arguments = text[text.index(after: end)...].dropFirst().dropLast().split(separator: ",").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      text = String(text[text.index(after: start)..<end])
      if isFormat {
        let parts = ["quote": "[\"']?", "connect": "\\s*(:|=>|=)?\\s*", "endSecret": "[.,]?(\\s+|$)", "aws": "aws_?"]
        for argument in arguments {
          guard let place = text.range(of: "%s") else { break }
          text.replaceSubrange(place, with: parts[argument] ?? "")
        }
      }
    }
    // The extraction cut the parentheses of patterns that are one group.
    if text.hasPrefix("?P<secret>") { text = "(" + text + ")" }
    return text.trimmingCharacters(in: .whitespaces)
  }

  /// The word that the name beside the value begins with, for patterns that want a name.
  private static func service(in pattern: String) -> String? {
    guard pattern.contains("(=|>|:=|") else { return nil }
    let text = pattern.replacingOccurrences(of: "(?i)", with: "").replacingOccurrences(of: "(?P<key>", with: "(")
    let word = text.drop { $0 == "(" }.prefix { $0.isLetter }
    return word.isEmpty ? nil : String(word)
  }

  private static func samples(_ shape: String, _ pattern: String, service: String?) throws -> [ShapedSecret] {
    let sampler = try PatternSampler(pattern)
    return (0..<samplesPerShape).compactMap { index in
      guard let sample = sampler.sample(seed: seed(shape) &+ UInt64(index)) else { return nil }
      if let service {
        // The last quotation marks hold the value; a pattern without them ends in it.
        let text = sample.text
        let quoted = text.hasSuffix("'") || text.hasSuffix("\"")
        let body = quoted ? String(text.dropLast()) : text
        let value =
          quoted
          ? String(body[(body.lastIndex { $0 == "'" || $0 == "\"" }.map(body.index(after:)) ?? body.startIndex)...])
          : sample.groups.last ?? text
        return ShapedSecret(shape: shape, name: service + ["", "_api_key", "_credential", "_value"][index % 4], value: value)
      }
      if pattern.contains("(?:=|:|:=|=>| +|::)") || pattern.contains("[:=]\\s*[\"']?(?P<secret>") && !pattern.contains("azurecr"),
        let value = sample.groups.last,
        let place = sample.text.range(of: value, options: .backwards)
      {
        // `name = "value"`, in which the name counts.
        let name = sample.text[..<place.lowerBound].split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }.last
        return ShapedSecret(shape: shape, name: name.map { String($0.drop { $0 == "-" }) }, value: value)
      }
      var text = sample.text.trimmingCharacters(in: CharacterSet(charactersIn: " \n\"'"))
      if let first = text.first, first == "=" || first == ":" && !text.hasPrefix("://") { text.removeFirst() }
      return ShapedSecret(shape: shape, name: nil, value: text)
    }
  }

  private static func seed(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 } >> 8
  }
}
