import Diagnostics

/// Why a report could not be written.
public enum LintReportError: Error {
  /// libxml2 is not installed.
  case withoutXMLLibrary
  /// libxml2 refused, for want of memory.
  case unwritableXML

  /// As an error for people.
  public var diagnostic: Diagnostic {
    switch self {
    case .withoutXMLLibrary:
      Diagnostic(
        .error, "xml-library-missing", "The report cannot be written without libxml2",
        detail: "The formats junit and checkstyle are written by the system's libxml2, which was not found. Install it (Debian: libxml2).",
        at: nil)
    case .unwritableXML:
      Diagnostic(.error, "unwritable-xml", "The report cannot be written", detail: "libxml2 did not take it in.", at: nil)
    }
  }
}
