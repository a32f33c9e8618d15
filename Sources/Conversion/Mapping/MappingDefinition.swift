import SourceText

/// How one Terraform type is written in the targets: the content of one `.map.hcl` file. (docs/mapping-language.md.)
public struct MappingDefinition: Sendable {
  public var terraformType: String
  /// In the order of the file. A target may have several blocks when each says `when`.
  public var targets: [TargetMapping]
  public var range: SourceRange

  public init(terraformType: String, targets: [TargetMapping], range: SourceRange) {
    self.terraformType = terraformType
    self.targets = targets
    self.range = range
  }
}

/// One target block, or a `split_into` block inside of one.
public struct TargetMapping: Sendable {
  /// `cloudformation`, `arm`, `kubernetes`.
  public var target: String
  /// The target's type: `AWS::S3::Bucket`, `apps/v1 Deployment`, `Microsoft.Web/sites 2022-09-01`.
  public var type: String
  /// Behind the type of a `split_into` block: ends the name of the further resource.
  public var suffix: String?
  /// Where derived and plain paths start.
  public var under: TargetPath?
  /// What is not derived by convention, in the order of the file.
  public var rules: [AttributeRule] = []
  /// The block applies when this holds of the Terraform resource.
  public var when: MappingExpression?
  /// The own attribute whose reference leads to the resource that this one becomes part of.
  public var mergeInto: String?
  /// Attributes whose elements each make a resource of their own.
  public var fanOut: [String] = []
  /// In `split_into`: the blocks or list whose elements each make a further resource; its rules are about the element.
  public var each: String?
  /// How references to attributes of this type are written.
  public var references: [ReferenceRule] = []
  /// What the target requires and Terraform leaves out; written when nothing else set the member.
  public var defaults: [MemberValue] = []
  /// Always written.
  public var constants: [MemberValue] = []
  /// Further resources made from the same Terraform resource.
  public var splits: [TargetMapping] = []
  /// What only the target itself reads.
  public var options: [String: MappingExpression] = [:]
  public var range: SourceRange

  public init(target: String, type: String, range: SourceRange) {
    self.target = target
    self.type = type
    self.range = range
  }
}

/// `attribute = rule`
public struct AttributeRule: Sendable {
  public var attribute: String
  public var rule: MappingRule
  public var range: SourceRange

  public init(attribute: String, rule: MappingRule, range: SourceRange) {
    self.attribute = attribute
    self.rule = rule
    self.range = range
  }
}

/// What becomes of one Terraform attribute or block.
public indirect enum MappingRule: Sendable {
  /// It goes there, converted to the member's type.
  case path(TargetPath)
  /// An operator over what the inner rule writes: on the way forward the outermost operator acts first.
  case operation(OperatorCall, MappingRule)
  /// A block or object whose children have rules of their own; without a path, where convention says.
  case nested(TargetPath?, [AttributeRule])
  /// A block whose children stand beside it in the target.
  case inline([AttributeRule])
  /// Blocks of which each element of some attributes makes an element of its own. The inner rules are about the single elements.
  case fanOut(TargetPath?, [AttributeRule], [AttributeRule])
  /// To several places at once; the way back reads the first.
  case several([MappingRule])
  /// One or the other, by a condition over the Terraform resource.
  case choice(MappingExpression, MappingRule, MappingRule)
  /// Always this value when the attribute is set; the way back reads nothing.
  case constant(TargetPath, MappingExpression)
  /// Terraform's own behaviour: nothing is lost.
  case ignore(String)
  /// Lost, with the reason.
  case drop(String)
  /// Nothing is lost when it has this value, else it is.
  case assume(MappingExpression, String)
}

/// An operator with its arguments; the path or inner rule is not among them.
public struct OperatorCall: Sendable {
  public var name: String
  public var arguments: [MappingExpression]
  public var range: SourceRange

  public init(name: String, arguments: [MappingExpression], range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.range = range
  }
}

/// `refer "attribute" { … }`
public struct ReferenceRule: Sendable {
  /// The Terraform attribute, with a path below it where needed: `master_user_secret.secret_arn`.
  public var attribute: String
  /// The target value that stands for it.
  public var value: MappingExpression
  public var range: SourceRange

  public init(attribute: String, value: MappingExpression, range: SourceRange) {
    self.attribute = attribute
    self.value = value
    self.range = range
  }
}

/// A member of the target with a value written in the mapping.
public struct MemberValue: Sendable {
  public var path: TargetPath
  public var value: MappingExpression
  public var range: SourceRange

  public init(path: TargetPath, value: MappingExpression, range: SourceRange) {
    self.path = path
    self.value = value
    self.range = range
  }
}
