import PackedData

/// Names under which other tools know their checks besides their ids. (`Data/trivy-names.txt`)
struct ForeignNames: Sendable {
  private var idsByName: [String: [String]] = [:]

  static let standard = ForeignNames(
    EmbeddedData.files.file("trivy-names.txt").map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")

  /// - Parameter text: a line `NAME<tab>ID[,ID]` for each name, in small letters; `#` begins a comment line.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 2 else { continue }
      idsByName[String(fields[0])] = fields[1].split(separator: ",").map { RuleEquivalents.normalized(String($0)) }
    }
  }

  /// The ids that a name stands for, normalised as `RuleEquivalents` does; most names stand for none.
  func ids(of name: String) -> [String] { idsByName[name] ?? [] }
}
