import HCLSyntax
import HCLValues
import SourceText

/// One module as declared: the files of a directory, merged. (Terraform language, "Files and Directories", "Modules".)
public struct Module: Sendable {
  /// As users see it: relative, `.` for the current one.
  public var directory: String
  public var files: [ModuleFile]
  /// Files of variable values beside them, when they were asked for (`Configuration.addingVariableFiles`).
  public var variableFiles: [ModuleFile] = []
  public var variables: [String: VariableDeclaration] = [:]
  public var locals: [String: LocalDeclaration] = [:]
  public var outputs: [String: OutputDeclaration] = [:]
  /// Managed resources, data sources and ephemeral resources, by their address in the module.
  public var resources: [ResourceKey: ResourceDeclaration] = [:]
  /// Resources whose name is taken: each is an error, and is looked into all the same.
  public var duplicateResources: [ResourceDeclaration] = []
  public var moduleCalls: [String: ModuleCall] = [:]
  public var providers: [ProviderDeclaration] = []
  /// By local name.
  public var requiredProviders: [String: RequiredProvider] = [:]
  /// `terraform` blocks.
  public var settings: [BlockSyntax] = []
  /// `moved`, `removed`, `import`, `check` and `action` blocks.
  public var otherBlocks: [BlockSyntax] = []
  /// Whether a file could not be read as it was meant, so that declarations may be missing.
  public var hasUnreadFiles = false

  public init(directory: String, files: [ModuleFile]) {
    self.directory = directory
    self.files = files
  }

  /// Resources in the order of the source: by file path, then by offset.
  public var resourcesInOrder: [ResourceDeclaration] {
    resources.values.sorted { SourceRange.precedes($0.block.header, $1.block.header) }
  }
}

/// A parsed file of a module.
public struct ModuleFile: Sendable {
  public var source: SourceFile
  public var tree: SyntaxTree
  /// Whether it is a symbolic link: what it declares serves other modules, too.
  public var isLink: Bool

  public init(source: SourceFile, tree: SyntaxTree, isLink: Bool = false) {
    self.source = source
    self.tree = tree
    self.isLink = isLink
  }
}

/// Mode, type and name of a resource: unique in a module.
public struct ResourceKey: Hashable, Sendable {
  public var mode: ResourceAddress.Mode
  public var type: String
  public var name: String

  public init(mode: ResourceAddress.Mode, type: String, name: String) {
    self.mode = mode
    self.type = type
    self.name = name
  }
}

/// A `variable` block.
public struct VariableDeclaration: Sendable {
  public var name: String
  public var block: BlockSyntax
  /// Blocks of override files that are merged into it, in order.
  public var overrides: [BlockSyntax] = []
  /// `dynamic` when no type is given.
  public var type: ValueType
  public var typeDefaults: TypeDefaults?
  /// The default expression, not converted.
  public var defaultExpression: ExpressionSyntax?
  public var summary: String?
  public var isSensitive = false
  public var isEphemeral = false
  public var isNullable = true
  public var validations: [BlockSyntax] = []

  public var hasDefault: Bool { defaultExpression != nil }

  public init(name: String, block: BlockSyntax, type: ValueType) {
    self.name = name
    self.block = block
    self.type = type
  }
}

/// One value of a `locals` block.
public struct LocalDeclaration: Sendable {
  public var name: String
  public var attribute: AttributeSyntax

  public init(name: String, attribute: AttributeSyntax) {
    self.name = name
    self.attribute = attribute
  }
}

/// An `output` block.
public struct OutputDeclaration: Sendable {
  public var name: String
  public var block: BlockSyntax
  /// Blocks of override files that are merged into it, in order.
  public var overrides: [BlockSyntax] = []
  public var value: ExpressionSyntax?
  public var summary: String?
  public var isSensitive = false

  public init(name: String, block: BlockSyntax) {
    self.name = name
    self.block = block
  }
}

/// A `resource`, `data` or `ephemeral` block.
public struct ResourceDeclaration: Sendable {
  public var key: ResourceKey
  public var block: BlockSyntax
  /// Blocks of override files that are merged into it, in order.
  public var overrides: [BlockSyntax] = []
  public var count: AttributeSyntax?
  public var forEach: AttributeSyntax?
  public var providerExpression: ExpressionSyntax?
  public var dependsOn: AttributeSyntax?
  public var lifecycle: BlockSyntax?
  /// The check that it belongs to: only its assertions may refer to it.
  public var check: String?

  public init(key: ResourceKey, block: BlockSyntax, check: String? = nil) {
    self.key = key
    self.block = block
    self.check = check
  }

  /// Its content, with override files merged.
  public var body: EffectiveBody { EffectiveBody(block.body, overrides: overrides.map(\.body)) }
}

/// A `module` block.
public struct ModuleCall: Sendable {
  public var name: String
  public var block: BlockSyntax
  /// Blocks of override files that are merged into it, in order.
  public var overrides: [BlockSyntax] = []
  /// The `source` argument when it is a literal string.
  public var source: String?
  public var version: String?
  public var count: AttributeSyntax?
  public var forEach: AttributeSyntax?
  public var dependsOn: AttributeSyntax?
  public var lifecycle: BlockSyntax?
  /// Everything that is passed as input variable.
  public var inputs: [AttributeSyntax] = []

  public init(name: String, block: BlockSyntax) {
    self.name = name
    self.block = block
  }
}

/// A `provider` block.
public struct ProviderDeclaration: Sendable {
  public var localName: String
  public var alias: String?
  public var block: BlockSyntax
  /// Blocks of override files that are merged into it, in order.
  public var overrides: [BlockSyntax] = []

  public init(localName: String, alias: String?, block: BlockSyntax) {
    self.localName = localName
    self.alias = alias
    self.block = block
  }
}

/// An entry of `required_providers`.
public struct RequiredProvider: Sendable {
  public var localName: String
  public var source: String?
  public var versionConstraint: String?
  public var location: SourceRange

  public init(localName: String, source: String?, versionConstraint: String?, location: SourceRange) {
    self.localName = localName
    self.source = source
    self.versionConstraint = versionConstraint
    self.location = location
  }
}

extension ResourceKey {
  /// The address in the module: `aws_vpc.main`, `data.aws_ami.linux`.
  public var address: String { ResourceAddress(mode: mode, type: type, name: name).description }
}
