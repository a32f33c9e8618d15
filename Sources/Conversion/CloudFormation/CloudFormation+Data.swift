import Documents
import HCLValues
import TerraformModel

/// Data sources: pseudo parameters, dynamic references, policy documents, and parameters for what is looked up.
extension CloudFormationTarget {
  func data(
    _ address: ResourceAddress, _ path: AttributePath, to shape: OutputShape, in converter: inout Converter<Self>
  ) throws(ConversionLoss) -> Document {
    guard case .attribute(let attribute)? = path.steps.first else { throw ConversionLoss("\(address) as a whole") }
    let instance = converter.graph.resource(at: address)
    if instance == nil, converter.graph.instances(of: address).isEmpty { throw ConversionLoss("\(address) is not declared") }
    switch (address.type, attribute) {
    case ("aws_region", "name"), ("aws_region", "id"), ("aws_region", "region"): return Self.ref("AWS::Region")
    case ("aws_caller_identity", "account_id"), ("aws_caller_identity", "id"): return Self.ref("AWS::AccountId")
    case ("aws_partition", "partition"), ("aws_partition", "id"): return Self.ref("AWS::Partition")
    case ("aws_partition", "dns_suffix"): return Self.ref("AWS::URLSuffix")
    case ("aws_availability_zones", "names"):
      let zones: Document = .members([("Fn::GetAZs", "")])
      guard path.steps.count > 1 else { return zones }
      guard case .index(let index) = path.steps[1] else { break }
      return Self.function("Fn::Select", [.integer(index), zones])
    case ("aws_iam_policy_document", "json"), ("aws_iam_policy_document", "minified_json"):
      guard let instance else { break }
      let statement = try PolicyDocument.value(of: instance)
      switch shape {
      case .text: return try converter.expression(.symbolic(.call("jsonencode", [statement]), type: .string), to: .text)
      case .integer, .number, .boolean, .integerOrText, .any, .json, .openObject, .list, .map, .object, .union:
        guard let document = try converter.whole(statement) else { throw ConversionLoss("the policy has no content") }
        return document
      }
    case ("aws_ssm_parameter", "value"), ("aws_ssm_parameter", "insecure_value"):
      guard let name = instance?.values["name"] else { break }
      return concatenation(of: ["{{resolve:ssm:", try converter.expression(name, to: .text), "}}"])
    case ("aws_secretsmanager_secret_version", "secret_string"):
      guard let secret = instance?.values["secret_id"] else { break }
      return concatenation(of: ["{{resolve:secretsmanager:", try converter.expression(secret, to: .text), ":SecretString}}"])
    default: break
    }
    if let type = Self.lookups["\(address.type).\(attribute)"], path.steps.count == 1 {
      return lookupParameter(address, attribute, type: type, in: &converter)
    }
    throw ConversionLoss("Terraform looks up `\(address)\(path)` when it runs, and a template cannot")
  }

  /// What becomes a parameter of its own kind, whose value is chosen at deployment.
  private static let lookups: [String: String] = [
    "aws_ami.id": "AWS::EC2::Image::Id", "aws_ami.image_id": "AWS::EC2::Image::Id", "aws_vpc.id": "AWS::EC2::VPC::Id",
    "aws_subnet.id": "AWS::EC2::Subnet::Id", "aws_subnets.ids": "List<AWS::EC2::Subnet::Id>",
    "aws_security_group.id": "AWS::EC2::SecurityGroup::Id", "aws_security_groups.ids": "List<AWS::EC2::SecurityGroup::Id>",
    "aws_route53_zone.zone_id": "AWS::Route53::HostedZone::Id", "aws_route53_zone.id": "AWS::Route53::HostedZone::Id",
    "aws_key_pair.key_name": "AWS::EC2::KeyPair::KeyName", "aws_acm_certificate.arn": "String", "aws_iam_role.arn": "String",
    "aws_kms_key.arn": "String", "aws_s3_bucket.id": "String", "aws_s3_bucket.bucket": "String", "aws_s3_bucket.arn": "String",
    "aws_sns_topic.arn": "String", "aws_sqs_queue.arn": "String", "aws_lambda_function.arn": "String", "aws_secretsmanager_secret.arn": "String",
    "aws_secretsmanager_secret.id": "String", "aws_iam_policy.arn": "String", "aws_lb.arn": "String", "aws_lb_listener.arn": "String",
    "aws_ecs_cluster.arn": "String", "aws_ssm_parameter.arn": "String",
  ]
}

/// `data "aws_iam_policy_document"` as the object that it gives. (AWS provider, data source of that name.)
enum PolicyDocument {
  /// The policy, references inside kept.
  static func value(of instance: ResourceInstance) throws(ConversionLoss) -> Value {
    for attribute in ["source_policy_documents", "override_policy_documents", "source_json", "override_json"] {
      if let value = instance.values[attribute], !value.isNull, value.elements?.isEmpty != true {
        throw ConversionLoss("\(instance.address) merges other documents, which a template cannot")
      }
    }
    var policy: [(String, Value)] = [("Version", instance.values["version"] ?? .string("2012-10-17"))]
    if let id = instance.values["policy_id"], !id.isNull { policy.append(("Id", id)) }
    let blocks = instance.values["statement"]?.elements ?? []
    policy.append(("Statement", .tuple(blocks.compactMap { $0.attributes.map(statement) })))
    return .object(policy)
  }

  private static func statement(_ block: Attributes) -> Value {
    var members: [(String, Value)] = []
    func add(_ name: String, _ attribute: String) {
      guard let value = block[attribute], !value.isNull else { return }
      members.append((name, value))
    }
    func addList(_ name: String, _ attribute: String) {
      guard let value = block[attribute], !value.isNull, value.elements?.isEmpty != true else { return }
      members.append((name, single(value)))
    }
    add("Sid", "sid")
    members.append(("Effect", block["effect"].flatMap { $0.isNull ? nil : $0 } ?? .string("Allow")))
    addList("Action", "actions")
    addList("NotAction", "not_actions")
    addList("Resource", "resources")
    addList("NotResource", "not_resources")
    for (name, attribute) in [("Principal", "principals"), ("NotPrincipal", "not_principals")] {
      if let principals = block[attribute]?.elements, !principals.isEmpty { members.append((name, principal(principals))) }
    }
    if let conditions = block["condition"]?.elements, !conditions.isEmpty { members.append(("Condition", condition(conditions))) }
    return .object(members)
  }

  private static func single(_ value: Value) -> Value {
    if let elements = value.elements, elements.count == 1 { return elements[0] }
    return value
  }

  private static func principal(_ blocks: [Value]) -> Value {
    var byType: [String: [Value]] = [:]
    for block in blocks {
      guard let type = block.attributes?["type"]?.scalarText, let identifiers = block.attributes?["identifiers"] else { continue }
      byType[type, default: []] += identifiers.elements ?? [identifiers]
    }
    // `*` for everyone is a text, not an object.
    if let all = byType["*"], byType.count == 1, all.count == 1, all[0].scalarText == "*" { return .string("*") }
    return .object(byType.map { ($0.key, single(.tuple($0.value))) })
  }

  private static func condition(_ blocks: [Value]) -> Value {
    var tests: [String: [(String, Value)]] = [:]
    for block in blocks {
      guard let attributes = block.attributes, let test = attributes["test"]?.scalarText, let variable = attributes["variable"]?.scalarText,
        let values = attributes["values"]
      else { continue }
      tests[test, default: []].append((variable, single(values)))
    }
    return .object(tests.map { ($0.key, .object($0.value)) })
  }
}
