import SourceText

/// `.trivyignore`: an id a line, with a date after which it counts no longer. (Trivy, "Filtering".)
enum TrivyIgnoreFile {
  /// - Parameter today: year-month-day; nil leaves what expires in force.
  static func read(_ file: SourceFile, today: String?) -> ForeignConfiguration {
    var result = ForeignConfiguration(path: file.path)
    for line in String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = line.prefix { $0 != "#" }.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let id = words.first else { continue }
      let expiry = words.dropFirst().first { $0.hasPrefix("exp:") }.map { String($0.dropFirst(4)) }
      if let today, let expiry, expiry < today {
        result.left.append("\(id), which has expired")
      } else if id.hasPrefix("CVE-") || id.hasPrefix("GHSA-") {
        result.left.append(id)
      } else {
        result.ignore.append(id)
      }
    }
    return result
  }
}
