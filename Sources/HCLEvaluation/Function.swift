/// Evaluation: expressions over scopes, with functions as values.
///
/// Stands above syntax and values, below Terraform. Invariants: evaluation is total (any tree gives a value and diagnostics), pure
/// (files reach it through `FunctionContext.files`), and bounded (limits give errors that name the place).

import HCLValues

/// A parameter of a function. (go-cty, `function.Parameter`, whose meaning of the flags is kept.)
public struct FunctionParameter: Sendable {
  public var name: String
  /// Arguments are converted to this type before the call; `dynamic` takes any.
  public var type: ValueType
  /// Null is passed on instead of being an error.
  public var allowsNull: Bool
  /// Unknown is passed on; otherwise the call gives an unknown result by itself.
  public var allowsUnknown: Bool
  /// A value whose type is unknown is passed on; otherwise the call gives `dynamic`.
  public var allowsDynamicType: Bool
  /// Marks stay on the argument, and the function applies them itself; otherwise they are taken off and put on the result.
  public var allowsMarked: Bool

  public init(
    _ name: String, _ type: ValueType, allowsNull: Bool = false, allowsUnknown: Bool = false, allowsDynamicType: Bool = false,
    allowsMarked: Bool = false
  ) {
    self.name = name
    self.type = type
    self.allowsNull = allowsNull
    self.allowsUnknown = allowsUnknown
    self.allowsDynamicType = allowsDynamicType
    self.allowsMarked = allowsMarked
  }
}

/// Why a call failed.
public struct FunctionError: Error, Sendable {
  public var message: String
  /// The argument at fault, counted from 0; nil when it is the call as a whole.
  public var argument: Int?

  public init(_ message: String, argument: Int? = nil) {
    self.message = message
    self.argument = argument
  }
}

/// One function of the language: its declaration, documentation and code in one value.
///
/// What it is made of stands behind one reference: evaluation takes the value out of a table at every call.
public struct Function: Sendable {
  public typealias ResultType = @Sendable (_ arguments: [Value]) throws(FunctionError) -> ValueType
  public typealias Body = @Sendable (_ arguments: [Value], _ context: FunctionContext) throws(FunctionError) -> Value

  private let declaration: Declaration
  /// Takes collections that are marked `open`; a call of any other function with one gives an unknown result.
  public var handlesOpenCollections = false

  public var name: String { declaration.name }
  /// One sentence for documentation and completion.
  public var summary: String { declaration.summary }
  public var parameters: [FunctionParameter] { declaration.parameters }
  /// Takes all further arguments.
  public var variadic: FunctionParameter? { declaration.variadic }
  /// The type of the result, from arguments that may be unknown; what a call with unknown arguments gives.
  public var resultType: ResultType { declaration.resultType }
  /// Gets arguments already checked, converted, and (as the parameters say) known, not null and unmarked.
  public var body: Body { declaration.body }
  /// HCL source of a call and of what it gives; both are evaluated by a test.
  public var example: (call: String, result: String)? { declaration.example }
  /// Whether the result depends on more than the arguments: then it is unknown, and its origin opaque.
  public var isImpure: Bool { declaration.isImpure }
  /// Unknown results are never null.
  public var neverReturnsNull: Bool { declaration.neverReturnsNull }

  public init(
    _ name: String, _ summary: String, _ parameters: [FunctionParameter], variadic: FunctionParameter? = nil, isImpure: Bool = false,
    neverReturnsNull: Bool = true, example: (call: String, result: String)? = nil, type resultType: @escaping ResultType,
    body: @escaping Body
  ) {
    declaration = Declaration(
      name: name, summary: summary, parameters: parameters, variadic: variadic, isImpure: isImpure, neverReturnsNull: neverReturnsNull,
      example: example, resultType: resultType, body: body)
  }

  /// A function whose result always has the same type.
  public init(
    _ name: String, _ summary: String, _ parameters: [FunctionParameter], variadic: FunctionParameter? = nil, isImpure: Bool = false,
    neverReturnsNull: Bool = true, example: (call: String, result: String)? = nil, returns type: ValueType, body: @escaping Body
  ) {
    self.init(
      name, summary, parameters, variadic: variadic, isImpure: isImpure, neverReturnsNull: neverReturnsNull, example: example,
      type: { _ throws(FunctionError) in type }, body: body)
  }
}

extension Function {
  /// A class, so that a function is copied by counting one reference.
  private final class Declaration: Sendable {
    let name: String
    let summary: String
    let parameters: [FunctionParameter]
    let variadic: FunctionParameter?
    let isImpure: Bool
    let neverReturnsNull: Bool
    let example: (call: String, result: String)?
    let resultType: ResultType
    let body: Body

    init(
      name: String, summary: String, parameters: [FunctionParameter], variadic: FunctionParameter?, isImpure: Bool, neverReturnsNull: Bool,
      example: (call: String, result: String)?, resultType: @escaping ResultType, body: @escaping Body
    ) {
      self.name = name
      self.summary = summary
      self.parameters = parameters
      self.variadic = variadic
      self.isImpure = isImpure
      self.neverReturnsNull = neverReturnsNull
      self.example = example
      self.resultType = resultType
      self.body = body
    }
  }
}

/// What a function may see beside its arguments.
public struct FunctionContext: Sendable {
  /// Reads files inside of the project root.
  public var files: FileAccess
  /// The directory that relative paths start from (`path.cwd`), relative to the project root; empty for the root itself.
  public var workingDirectory: String
  /// Parses and evaluates a template's text with variables; for `templatefile` and `templatestring`.
  public var renderTemplate:
    @Sendable (_ source: String, _ name: String, _ variables: Attributes, _ depth: Int) throws(FunctionError) -> Value
  /// How many templates are being rendered around this call.
  public var templateDepth: Int

  public init(
    files: FileAccess, workingDirectory: String, templateDepth: Int = 0,
    renderTemplate:
      @escaping @Sendable (_ source: String, _ name: String, _ variables: Attributes, _ depth: Int) throws(FunctionError) -> Value
  ) {
    self.files = files
    self.workingDirectory = workingDirectory
    self.templateDepth = templateDepth
    self.renderTemplate = renderTemplate
  }
}

/// Files as a value: the driver gives one over the disk that never leaves the project root, tests one over a dictionary.
public struct FileAccess: Sendable {
  /// Why a file is not to be had.
  public enum Failure: Error, Sendable {
    case notFound
    /// The path leads out of the project root: the content stays unknown.
    case outsideRoot
    case unreadable(String)
  }

  /// Content of a file.
  public var read: @Sendable (_ path: String) throws(Failure) -> [UInt8]
  /// Paths of all regular files below a directory, relative to it, with `/` between parts; for `fileset`.
  public var list: @Sendable (_ directory: String) throws(Failure) -> [String]

  public init(
    read: @escaping @Sendable (_ path: String) throws(Failure) -> [UInt8],
    list: @escaping @Sendable (_ directory: String) throws(Failure) -> [String]
  ) {
    self.read = read
    self.list = list
  }

  /// No files at all.
  public static let none = FileAccess(
    read: { _ throws(Failure) in throw .notFound }, list: { _ throws(Failure) in throw .notFound })
}
