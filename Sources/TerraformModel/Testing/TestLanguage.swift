import HCLSyntax

/// The blocks of test files and of mock files. (Terraform language, "Tests", "Provider Mocking"; OpenTofu, "Command: test".)
extension LanguageBlock {
  /// The blocks at the top level of a test file, by type.
  static let testFile: [String: LanguageBlock] = [
    "run": run, "variables": LanguageBlock(allowsOtherArguments: true), "variable": topLevel["variable"] ?? .open,
    "provider": topLevel["provider"] ?? .open, "mock_provider": mockProvider, "override_resource": overrideResource,
    "override_data": overrideResource, "override_module": overrideModule,
    "test": LanguageBlock(arguments: ["parallel": .init(kind: .bool)]),
  ]

  /// The blocks at the top level of a mock file, by type.
  static let mockFile: [String: LanguageBlock] = [
    "mock_resource": mockResource, "mock_data": mockResource, "override_resource": overrideResource, "override_data": overrideResource,
  ]

  private static let run = LanguageBlock(
    labels: ["name"],
    arguments: [
      "command": .init(kind: .special), "providers": .init(kind: .special), "expect_failures": .init(kind: .special),
      "state_key": .init(kind: .string), "parallel": .init(kind: .bool), "skip_cleanup": .init(kind: .bool),
    ],
    blocks: [
      "plan_options": Nested(block: planOptions, isAtMostOne: true),
      "variables": Nested(block: LanguageBlock(allowsOtherArguments: true), isAtMostOne: true),
      "module": Nested(
        block: LanguageBlock(arguments: ["source": .init(kind: .string, isRequired: true), "version": .init(kind: .string)]), isAtMostOne: true),
      "assert": Nested(block: condition), "override_resource": Nested(block: overrideResource), "override_data": Nested(block: overrideResource),
      "override_module": Nested(block: overrideModule),
      "backend": Nested(block: LanguageBlock(labels: ["type"], allowsOtherArguments: true, allowsOtherBlocks: true), isAtMostOne: true),
    ])

  private static let planOptions = LanguageBlock(arguments: [
    "mode": .init(kind: .special), "refresh": .init(kind: .bool), "replace": .init(kind: .special), "target": .init(kind: .special),
  ])

  private static let mockProvider = LanguageBlock(
    labels: ["name"],
    arguments: [
      "alias": .init(kind: .string), "for_each": .init(kind: .expression), "source": .init(kind: .string), "override_during": .init(kind: .special),
    ],
    blocks: [
      "mock_resource": Nested(block: mockResource), "mock_data": Nested(block: mockResource),
      "override_resource": Nested(block: overrideResource), "override_data": Nested(block: overrideResource),
      "override_module": Nested(block: overrideModule),
    ])

  private static let mockResource = LanguageBlock(
    labels: ["type"], arguments: ["defaults": .init(kind: .expression), "override_during": .init(kind: .special)])

  private static let overrideResource = LanguageBlock(arguments: [
    "target": .init(kind: .special, isRequired: true), "values": .init(kind: .expression), "override_during": .init(kind: .special),
  ])

  private static let overrideModule = LanguageBlock(arguments: [
    "target": .init(kind: .special, isRequired: true), "outputs": .init(kind: .expression), "override_during": .init(kind: .special),
  ])
}

extension JSONBlockSchema {
  /// Which properties of a test file in the JSON syntax are blocks.
  static let testFile = JSONBlockSchema(LanguageBlock.testFile.mapValues { block(of: $0, depth: 0) })

  /// The same of a mock file.
  static let mockFile = JSONBlockSchema(LanguageBlock.mockFile.mapValues { block(of: $0, depth: 0) })
}
