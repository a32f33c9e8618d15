/// What a suppression must have to count. (docs/configuration.md, `require_reason` and `longest_expiry`.)
public struct SuppressionPolicy: Sendable {
  public var requiresReason: Bool
  /// How many days from now on it may hold at most; nil without a limit.
  public var longestExpiry: Int?

  public init(requiresReason: Bool = false, longestExpiry: Int? = nil) {
    self.requiresReason = requiresReason
    self.longestExpiry = longestExpiry
  }

  /// Whether every suppression counts.
  var isEmpty: Bool { !requiresReason && longestExpiry == nil }

  /// What a comment lacks, in words that follow “The suppression”; nil when it counts.
  ///
  /// - Parameter today: year-month-day; without it no date is too late.
  func refusal(of comment: SuppressionComment, today: String?) -> String? {
    if requiresReason, comment.reason.isEmpty { return "gives no reason" }
    guard let longestExpiry else { return nil }
    guard let expiry = comment.expiry else { return "does not say when it expires" }
    guard let last = CalendarDay.number(of: expiry) else { return "expires on “\(expiry)”, which is no date" }
    guard let now = today.flatMap(CalendarDay.number), last - now > longestExpiry else { return nil }
    return "holds for \(last - now) days, and at most \(longestExpiry) are allowed"
  }
}

/// Days of the Gregorian calendar.
enum CalendarDay {
  /// The days from 1 March of year 0 to a date, which is all that a difference needs; nil for what is no date.
  ///
  /// - Parameter text: `YYYY-MM-DD`.
  static func number(of text: String) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    // Years that begin in March end with the day that some of them have more.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  }
}
