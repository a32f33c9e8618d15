import Documents
import SourceText

/// What a conversion carried over and what it could not: its coverage. (CLI contract, `convert --report`.)
public struct ConversionReport: Sendable {
  /// Something of the input that the output does not say, or that is to be known about it.
  public struct Entry: Sendable {
    /// The resource, `var.name` or `output.name`.
    public var address: String
    /// The Terraform path inside of it, `.block[0].attribute`; empty for the whole.
    public var path: String
    public var reason: String
    public var location: SourceRange?

    public init(address: String, path: String, reason: String, location: SourceRange?) {
      self.address = address
      self.path = path
      self.reason = reason
      self.location = location
    }
  }

  public var target: String
  public var convertedResources = 0
  public var partialResources = 0
  public var unsupportedResources = 0
  public var carriedAttributes = 0
  public var specialisedAttributes = 0
  public var droppedAttributes = 0
  /// In the order of the resources, then of outputs.
  public var losses: [Entry] = []
  /// What is not lost but changed: values that structure fixed, variables that the target has a word for.
  public var notes: [Entry] = []

  public init(target: String) { self.target = target }

  /// The report as the command line writes it.
  public var document: Document {
    .members([
      ("target", .string(target)),
      (
        "resources",
        .members([
          ("converted", .integer(convertedResources)), ("partial", .integer(partialResources)), ("unsupported", .integer(unsupportedResources)),
        ])
      ),
      (
        "attributes",
        .members([
          ("carried", .integer(carriedAttributes)), ("specialised", .integer(specialisedAttributes)), ("dropped", .integer(droppedAttributes)),
        ])
      ),
      ("losses", .array(losses.map(Self.document))), ("notes", .array(notes.map(Self.document))),
    ])
  }

  private static func document(_ entry: Entry) -> Document {
    .members([
      ("address", .string(entry.address)), ("path", .string(entry.path)), ("reason", .string(entry.reason)),
      ("location", entry.location.map(document) ?? .null),
    ])
  }

  private static func document(_ range: SourceRange) -> Document {
    func document(_ position: SourcePosition) -> Document {
      .members([("line", .integer(position.line)), ("column", .integer(position.column)), ("byte", .integer(position.byte))])
    }
    return .members([("path", .string(range.file.path)), ("start", document(range.start)), ("end", document(range.end))])
  }
}
