/// Colours of text reports: what each kind of text looks like in a terminal.
public struct Palette: Sendable {
  /// A kind of text in a report.
  public enum Role: Sendable, Hashable {
    case plain, emphasis, error, warning, note, help, gutter, secondary, added, removed
  }

  private let usesColor: Bool

  /// No escape sequences at all.
  public static let none = Palette(usesColor: false)
  /// ANSI escape sequences (ECMA-48, SGR) of the 16 basic colours.
  public static let ansi = Palette(usesColor: true)

  /// The text as it looks in a role. Blank text stays as it is.
  public func paint(_ text: String, _ role: Role) -> String {
    guard usesColor, let code = code(role), !text.allSatisfy({ $0 == " " }) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private func code(_ role: Role) -> String? {
    switch role {
    case .plain: nil
    case .emphasis: "1"
    case .error: "1;91"
    case .warning: "1;93"
    case .note: "1;92"
    case .help: "1;96"
    case .gutter, .secondary: "1;94"
    case .added: "32"
    case .removed: "31"
    }
  }
}
