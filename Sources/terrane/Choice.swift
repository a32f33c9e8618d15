import ArgumentParser
import Diagnostics
import TerraneDriver

/// Reads an option that takes one of a few words; an unknown one gives an error that lists them and says which may be meant.
func choice<Choice: RawRepresentable & CaseIterable>(_ text: String) throws -> Choice where Choice.RawValue == String {
  if let value = Choice(rawValue: text) { return value }
  let names = words(Choice.self)
  let hint = suggestedName(for: text, among: names).map { " Did you mean '\($0)'?" } ?? ""
  throw ValidationError("It must be one of \(names.joined(separator: ", ")).\(hint)")
}

/// The words of an option, in order.
func words<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> [String] where Choice.RawValue == String {
  type.allCases.map(\.rawValue)
}

/// The words of an option, for its help.
func wordList<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String where Choice.RawValue == String {
  words(type).joined(separator: "|")
}

/// Says that nothing has a name, and which one may be meant.
func unknownName(_ name: String, _ noun: String, among names: [String]) -> ExitStatus {
  let hint = suggestedName(for: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
  OutputStream.standardError.write("error: there is no \(noun) '\(name)'.\(hint)\n")
  return .failure
}
