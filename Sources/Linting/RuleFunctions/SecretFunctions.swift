import HCLEvaluation
import HCLValues

/// Whether text is a secret.
enum SecretFunctions {
  static let all: [Function] = [
    RuleFunctions.function(
      "secret_kind",
      "What kind of secret a text is or holds, by its shape, or by its randomness under a telling name; null when it is none.",
      [RuleFunctions.anything("value")], variadic: RuleFunctions.anything("name"), returns: .string
    ) { arguments, _ throws(FunctionError) in
      let value = arguments[0]
      let name = arguments.dropFirst().first?.knownText
      if let text = value.knownText { return kind(SecretDetector.kind(of: text, name: name)) }
      guard value.isUnknownContent else { return Value(.null(.string)) }
      // The literal parts of a template are known, and a secret among them is written here.
      if case .template(let parts)? = value.origin {
        for part in parts where part.origin == nil {
          if let text = part.knownText, let found = SecretDetector.kind(of: text, name: nil) { return kind(found) }
        }
      }
      // What comes from elsewhere is not written here, whatever it is.
      return Value(.null(.string))
    }
  ]

  private static func kind(_ found: String?) -> Value { found.map { Value(.string($0)) } ?? Value(.null(.string)) }
}
