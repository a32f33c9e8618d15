/// What a block of the configuration language itself may hold. (Terraform language reference, each block's page.)
struct LanguageBlock: Sendable {
  /// What an argument takes.
  enum Kind: Sendable {
    /// Any expression over the names of the module.
    case expression
    /// Any expression without references and calls.
    case constant
    /// A string without references.
    case string
    /// `true` or `false`.
    case bool
    /// Read by rules of its own: types, references, keywords.
    case special
  }

  struct Argument: Sendable {
    var kind: Kind
    var isRequired = false
  }

  struct Nested: Sendable {
    var block: LanguageBlock
    var isAtMostOne = false
  }

  /// What each label stands for.
  var labels: [String] = []
  var arguments: [String: Argument] = [:]
  var blocks: [String: Nested] = [:]
  /// Arguments of other names are allowed: they belong to a provider, a module or a backend.
  var allowsOtherArguments = false
  var allowsOtherBlocks = false
  /// Names that mean nothing yet and may not be used.
  var reserved: Set<String> = []

  static let open = LanguageBlock(allowsOtherArguments: true, allowsOtherBlocks: true)
}

extension LanguageBlock {
  /// The blocks at the top level of a file, by type.
  static let topLevel: [String: LanguageBlock] = [
    "variable": variable, "locals": LanguageBlock(allowsOtherArguments: true), "output": output, "module": moduleCall,
    "resource": resource(managedLifecycle), "data": resource(readLifecycle), "ephemeral": resource(readLifecycle), "provider": provider,
    "terraform": settings, "language": language,
    "moved": LanguageBlock(arguments: ["from": .init(kind: .special, isRequired: true), "to": .init(kind: .special, isRequired: true)]),
    "removed": removed, "import": importBlock, "check": check, "action": action,
  ]

  static let condition = LanguageBlock(arguments: [
    "condition": .init(kind: .expression, isRequired: true), "error_message": .init(kind: .expression, isRequired: true),
  ])

  private static let variable = LanguageBlock(
    labels: ["name"],
    arguments: [
      "type": .init(kind: .special), "default": .init(kind: .constant), "description": .init(kind: .string),
      "sensitive": .init(kind: .bool), "nullable": .init(kind: .bool), "ephemeral": .init(kind: .bool), "const": .init(kind: .bool),
      "deprecated": .init(kind: .string),
    ],
    blocks: ["validation": Nested(block: condition)])

  private static let output = LanguageBlock(
    labels: ["name"],
    arguments: [
      "value": .init(kind: .expression, isRequired: true), "description": .init(kind: .string), "sensitive": .init(kind: .bool),
      "ephemeral": .init(kind: .bool), "deprecated": .init(kind: .string), "depends_on": .init(kind: .special), "type": .init(kind: .special),
    ],
    blocks: ["precondition": Nested(block: condition)])

  private static let moduleCall = LanguageBlock(
    labels: ["name"],
    arguments: [
      // That `source` is missing is found when the call is decoded.
      "source": .init(kind: .special), "version": .init(kind: .special), "count": .init(kind: .expression),
      "for_each": .init(kind: .expression), "depends_on": .init(kind: .special), "providers": .init(kind: .special),
      "ignore_nested_deprecations": .init(kind: .bool),
    ],
    blocks: ["lifecycle": Nested(block: LanguageBlock(arguments: ["enabled": .init(kind: .expression)]), isAtMostOne: true)],
    allowsOtherArguments: true, reserved: ["locals", "provider"])

  private static let conditions: [String: Nested] = ["precondition": Nested(block: condition), "postcondition": Nested(block: condition)]

  static let managedLifecycle = LanguageBlock(
    arguments: [
      "create_before_destroy": .init(kind: .bool), "prevent_destroy": .init(kind: .expression), "ignore_changes": .init(kind: .special),
      "replace_triggered_by": .init(kind: .special), "enabled": .init(kind: .expression), "destroy": .init(kind: .expression),
    ],
    blocks: conditions.merging(
      ["action_trigger": Nested(block: LanguageBlock(arguments: [
        "events": .init(kind: .special, isRequired: true), "actions": .init(kind: .special, isRequired: true),
        "condition": .init(kind: .expression), "on_failure": .init(kind: .special),
      ]))]) { first, _ in first })

  private static let readLifecycle = LanguageBlock(arguments: ["enabled": .init(kind: .expression)], blocks: conditions)

  private static let connection = LanguageBlock.open

  static let provisioner = LanguageBlock(
    labels: ["type"], arguments: ["when": .init(kind: .special), "on_failure": .init(kind: .special)],
    blocks: ["connection": Nested(block: connection, isAtMostOne: true)], allowsOtherArguments: true, allowsOtherBlocks: true,
    reserved: ["lifecycle", "locals"])

  private static func resource(_ lifecycle: LanguageBlock) -> LanguageBlock {
    LanguageBlock(
      labels: ["type", "name"],
      arguments: [
        "count": .init(kind: .expression), "for_each": .init(kind: .expression), "provider": .init(kind: .special),
        "depends_on": .init(kind: .special),
      ],
      blocks: [
        "lifecycle": Nested(block: lifecycle, isAtMostOne: true), "connection": Nested(block: connection, isAtMostOne: true),
        "provisioner": Nested(block: provisioner),
      ],
      allowsOtherArguments: true, allowsOtherBlocks: true, reserved: ["locals"])
  }

  private static let provider = LanguageBlock(
    labels: ["name"], arguments: ["alias": .init(kind: .string), "version": .init(kind: .string), "for_each": .init(kind: .expression)],
    allowsOtherArguments: true, allowsOtherBlocks: true, reserved: ["count", "depends_on", "source", "lifecycle", "locals"])

  private static let settings = LanguageBlock(
    arguments: ["required_version": .init(kind: .string), "experiments": .init(kind: .special), "language": .init(kind: .special)],
    blocks: [
      "required_providers": Nested(block: LanguageBlock(allowsOtherArguments: true)),
      "backend": Nested(block: LanguageBlock(labels: ["type"], allowsOtherArguments: true, allowsOtherBlocks: true)),
      "cloud": Nested(block: .open),
      "provider_meta": Nested(block: LanguageBlock(labels: ["provider"], allowsOtherArguments: true)),
      "encryption": Nested(block: encryption),
      "state_store": Nested(block: LanguageBlock(labels: ["type"], allowsOtherArguments: true, allowsOtherBlocks: true)),
    ])

  private static let encryption = LanguageBlock(blocks: [
    "key_provider": Nested(block: LanguageBlock(labels: ["type", "name"], allowsOtherArguments: true, allowsOtherBlocks: true)),
    "method": Nested(block: LanguageBlock(labels: ["type", "name"], allowsOtherArguments: true, allowsOtherBlocks: true)),
    "state": Nested(block: encrypted, isAtMostOne: true), "plan": Nested(block: encrypted, isAtMostOne: true),
    "remote_state_data_sources": Nested(
      block: LanguageBlock(blocks: [
        "default": Nested(block: encrypted, isAtMostOne: true),
        "remote_state_data_source": Nested(
          block: LanguageBlock(labels: ["name"], arguments: encrypted.arguments, blocks: encrypted.blocks)),
      ]), isAtMostOne: true),
  ])

  private static let encrypted = LanguageBlock(
    arguments: ["method": .init(kind: .special), "enforced": .init(kind: .expression)],
    blocks: [
      "fallback": Nested(
        block: LanguageBlock(
          arguments: ["method": .init(kind: .special)],
          blocks: ["fallback": Nested(block: LanguageBlock(arguments: ["method": .init(kind: .special)]), isAtMostOne: true)]), isAtMostOne: true)
    ])

  private static let language = LanguageBlock(
    arguments: ["edition": .init(kind: .special), "experiments": .init(kind: .special)],
    blocks: ["compatible_with": Nested(block: .open, isAtMostOne: true)])

  private static let removed = LanguageBlock(
    arguments: ["from": .init(kind: .special, isRequired: true)],
    blocks: [
      "lifecycle": Nested(block: LanguageBlock(arguments: ["destroy": .init(kind: .bool)]), isAtMostOne: true),
      "connection": Nested(block: connection, isAtMostOne: true), "provisioner": Nested(block: provisioner),
    ])

  private static let importBlock = LanguageBlock(arguments: [
    "to": .init(kind: .special, isRequired: true), "id": .init(kind: .expression), "identity": .init(kind: .expression),
    "provider": .init(kind: .special), "for_each": .init(kind: .expression),
  ])

  private static let check = LanguageBlock(
    labels: ["name"],
    blocks: ["data": Nested(block: scopedData, isAtMostOne: true), "assert": Nested(block: condition)])

  /// The data source of a check has one instance.
  private static let scopedData = LanguageBlock(
    labels: ["type", "name"], arguments: ["provider": .init(kind: .special), "depends_on": .init(kind: .special)],
    allowsOtherArguments: true, allowsOtherBlocks: true, reserved: ["count", "for_each", "lifecycle", "locals"])

  private static let action = LanguageBlock(
    labels: ["type", "name"],
    arguments: [
      "count": .init(kind: .expression), "for_each": .init(kind: .expression), "provider": .init(kind: .special),
      "depends_on": .init(kind: .special),
    ],
    blocks: ["config": Nested(block: .open, isAtMostOne: true)])
}
