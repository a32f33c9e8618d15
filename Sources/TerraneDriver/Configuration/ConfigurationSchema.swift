/// What a `.terrane.hcl` may hold: for checks, for completion, for its page in the documentation.
public struct ConfigurationSchema: Sendable {
  /// An argument or block with what it means.
  public struct Item: Sendable {
    public var name: String
    /// What values look like, or the labels of a block.
    public var form: String
    public var summary: String

    init(_ name: String, _ form: String, _ summary: String) {
      self.name = name
      self.form = form
      self.summary = summary
    }
  }

  /// The type of the block; empty for the file itself.
  public var name: String
  public var labels: Int
  public var arguments: [Item]
  public var blocks: [ConfigurationSchema] = []
  /// Whether any other argument may stand there too.
  public var isOpen = false
  public var summary: String

  init(
    _ name: String, labels: Int = 0, _ summary: String, arguments: [Item], blocks: [ConfigurationSchema] = [], isOpen: Bool = false
  ) {
    self.name = name
    self.labels = labels
    self.summary = summary
    self.arguments = arguments
    self.blocks = blocks
    self.isOpen = isOpen
  }

  /// The schema of a nested block.
  public func block(_ name: String) -> ConfigurationSchema? { blocks.first { $0.name == name } }

  private static let rule = ConfigurationSchema(
    "rule", labels: 1, "Settings of one rule; other arguments are values for its parameters.",
    arguments: [
      Item("severity", "\"high\"", "The severity of its findings."),
      Item("enabled", "true", "Runs the rule, or leaves it out, whatever select says."),
      Item("ignorable", "false", "When false, files that extend this one cannot switch it off, and comments do not silence it."),
    ], isOpen: true)

  /// The whole file.
  public static let file = ConfigurationSchema(
    "", "The configuration of a project.",
    arguments: [
      Item("extends", "\"../terrane.hcl\"", "A file, or a list of files, that this one builds upon."),
      Item("modules", "{ \"SOURCE PATTERN\" = \"DIR\" }", "Where the code of remote modules lies."),
    ],
    blocks: [
      ConfigurationSchema(
        "lint", "What the linter reports.",
        arguments: [
          Item("select", "[\"recommended\", \"cost\"]", "Rules, categories, packs, tags or other tools' ids that run."),
          Item("ignore", "[\"aws-ebs-gp2\"]", "What of them does not run."),
          Item("min_severity", "\"low\"", "Nothing below this severity is reported."),
          Item("fail_on", "\"medium\"", "The severity from which on a run fails, or \"never\"."),
          Item("packs", "[\"rules\"]", "Folders with rules of your own."),
          Item("require_reason", "true", "A suppression comment without a reason silences nothing."),
          Item("longest_expiry", "90", "A suppression comment must expire, at most so many days from now."),
          Item("inline_ignores", "false", "Whether comments silence findings."),
        ]),
      rule,
      ConfigurationSchema(
        "path", labels: 1, "What is different for files whose path matches the pattern.",
        arguments: [
          Item("ignore", "[\"cost\"]", "What is not reported there."),
          Item("min_severity", "\"medium\"", "Nothing below this severity is reported there."),
        ], blocks: [rule]),
      ConfigurationSchema(
        "environment", labels: 1, "Values that the configuration is judged with.",
        arguments: [
          Item("var_files", "[\"prod.tfvars\"]", "Files of variable values."),
          Item("workspace", "\"prod\"", "The value of terraform.workspace."),
        ]),
    ])
}
