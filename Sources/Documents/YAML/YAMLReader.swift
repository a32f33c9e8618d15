import Diagnostics
import SourceText

/// Reads YAML (1.1 and 1.2, as libyaml does) with positions: several documents, anchors, merge keys, tags.
///
/// Comments are passed over. Keys are text; a mapping or a sequence as a key is an error. Aliases are expanded up to a limit, so a
/// few lines cannot become gigabytes. Linear in the input; nesting is kept on the heap.
public struct YAMLReader {
  /// What the reader accepts and how it understands scalars.
  public struct Options: Sendable {
    /// Which tags beside those of YAML itself are understood.
    public enum Tags: Sendable {
      /// Only `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!binary` (its base64 text without white space), `!!timestamp`
      /// (its text), `!!seq`, `!!map`, `!!omap`, `!!set`, `!!merge`.
      case standard
      /// Also CloudFormation's short forms: `!Ref x` becomes `{"Ref": x}`, `!GetAtt a.b` becomes `{"Fn::GetAtt": ["a", "b"]}`,
      /// `!Sub x` becomes `{"Fn::Sub": x}`, and so on.
      case cloudFormation
    }

    public var schema: YAMLSchema
    public var tags: Tags
    public var duplicateKeys: DuplicateKeyPolicy
    public var maximumDepth: Int
    /// How many values aliases and merge keys may bring in, in all documents of the file together; 100 bytes of text count as one
    /// more value.
    public var maximumAliasExpansion: Int

    public init(
      schema: YAMLSchema = .go, tags: Tags = .standard, duplicateKeys: DuplicateKeyPolicy = .error,
      maximumDepth: Int = defaultMaximumDepth, maximumAliasExpansion: Int = 200_000
    ) {
      self.schema = schema
      self.tags = tags
      self.duplicateKeys = duplicateKeys
      self.maximumDepth = maximumDepth
      self.maximumAliasExpansion = maximumAliasExpansion
    }

    /// Kubernetes manifests.
    public static let kubernetes = Options()
    /// CloudFormation templates.
    public static let cloudFormation = Options(schema: .yaml11, tags: .cloudFormation)
  }

  /// Reads all documents of a file; an empty file has none.
  ///
  /// - Returns: the documents, and errors with their places. Reading stops at the first error of syntax.
  public static func read(_ file: SourceFile, options: Options = Options()) -> DocumentReading {
    guard file.bytes.count < Int(Int32.max) else {
      let problem = Diagnostic(.error, "file-too-large", "\(file.path) has more than 2 GB", at: nil)
      return DocumentReading(diagnostics: DiagnosticBag([problem]))
    }
    return file.bytes.withUnsafeBufferPointer { bytes in
      var composer = YAMLComposer(file: file, bytes: bytes, options: options)
      return composer.readDocuments()
    }
  }

  /// Reads YAML text that comes from no file; places are given in a file named `path`.
  public static func read(text: String, path: String = "(yaml)", options: Options = Options()) -> DocumentReading {
    read(SourceFile(path: path, text: text), options: options)
  }
}
