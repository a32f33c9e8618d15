/// Cases in which we differ from another tool, each with the reason; the lists only shrink.
enum KnownMisses {
  static let checkov: [String: String] = [:]
  static let trivy: [String: String] = [:]
}
