import HCLValues
import Schemas
import Testing

private let catalog = SchemaCatalog.standard

@Test func `an attribute has a type, a mode and a name`() throws {
  let instance = try #require(catalog.resource("aws_instance"))
  #expect(instance.path == "aws_instance")
  let ami = try #require(instance.attribute("ami"))
  #expect(ami.type == .string)
  #expect(ami.mode == .optionalComputed)
  #expect(instance.attribute("arn")?.mode == .computed)
  #expect(instance.attribute("tags")?.type == .map(.string))
  #expect(instance.attribute("vpc_security_group_ids")?.type == .set(.string))
  #expect(instance.attribute("am") == nil)
  #expect(catalog.resource("aws_s3_object")?.attribute("bucket")?.mode == .required)
}

@Test func `nested blocks have bounds, nesting and members`() throws {
  let instance = try #require(catalog.resource("aws_instance"))
  let root = try #require(instance.nestedBlock("root_block_device"))
  #expect(root.nesting == .list)
  #expect(root.maxItems == 1)
  #expect(!root.isRequired)
  #expect(root.block.attribute("volume_size")?.type == .number)
  #expect(instance.nestedBlock("ebs_block_device")?.nesting == .set)
  #expect(instance.nestedBlock("ebs_block_device")?.maxItems == nil)
  #expect(instance.nestedBlock("tags") == nil)
}

@Test func `a type that does not exist gives nothing`() {
  #expect(catalog.resource("aws_instanc") == nil)
  #expect(catalog.resource("aws_instance ") == nil)
  #expect(catalog.resource("nobody_knows") == nil)
  #expect(catalog.resource("") == nil)
  #expect(catalog.dataSource("aws_instance") != nil)
  #expect(catalog.dataSource("aws_s3_bucket_policyy") == nil)
  #expect(catalog.ephemeralResource("aws_instance") == nil)
}

@Test func `a provider is found by local name and by source`() {
  #expect(catalog.provider(localName: "aws")?.source == "hashicorp/aws")
  #expect(catalog.provider(localName: "google-beta")?.localName == "google")
  #expect(catalog.provider(source: "hashicorp/aws")?.localName == "aws")
  #expect(catalog.provider(source: "registry.terraform.io/hashicorp/azurerm")?.localName == "azurerm")
  #expect(catalog.provider(source: "terraform.io/builtin/terraform")?.localName == "terraform")
  #expect(catalog.provider(source: "elsewhere/aws") == nil)
  #expect(catalog.provider(source: "example.com/hashicorp/aws") == nil)
  #expect(catalog.provider(localName: "aws")?.configuration?.attribute("region")?.type == .string)
  #expect(catalog.provider(localName: "aws.facts") == nil)
  #expect(catalog.provider(localName: "cloudflare")?.protocolVersion == 6)
}

@Test func `a built-in type takes values of any type`() {
  #expect(catalog.resource("terraform_data")?.attribute("input")?.type == .dynamic)
  #expect(catalog.resource("kubernetes_manifest")?.attribute("manifest")?.type == .dynamic)
  #expect(catalog.dataSource("terraform_remote_state")?.attribute("outputs")?.mode == .computed)
}

@Test func `secrets and deprecations of a path are on its attribute`() throws {
  let database = try #require(catalog.resource("aws_db_instance"))
  #expect(database.attribute("password")?.isSensitive == true)
  #expect(database.attribute("username")?.isSensitive == false)
  let management = try #require(catalog.resource("azurerm_api_management"))
  let certificate = try #require(management.nestedBlock("certificate")?.block)
  #expect(certificate.attribute("certificate_password")?.isSensitive == true)
  #expect(certificate.attribute("store_name")?.isSensitive == false)
  #expect(catalog.resource("azurerm_ai_services")?.isDeprecated == true)
  #expect(catalog.dataSource("azurerm_app_service")?.isDeprecated == true)
  #expect(catalog.resource("aws_instance")?.isDeprecated == false)
}

@Test func `facts of a path are read when they are asked for`() throws {
  let type = try #require(catalog.facts(for: "aws_accessanalyzer_analyzer", path: ["type"]))
  #expect(type.allowedValues?.count == 6)
  #expect(type.allows("ACCOUNT"))
  #expect(!type.allows("account"))
  #expect(type.length == CountBounds(minimum: 0, maximum: 1024))
  let account = try #require(catalog.facts(for: "aws_account_alternate_contact", path: ["account_id"]))
  #expect(account.pattern == #"^\d{12}$"#)
  #expect(catalog.facts(for: "aws_account_alternate_contact", path: ["account_i"]) == nil)
  #expect(catalog.facts(for: "nobody_knows", path: ["x"]) == nil)
  #expect(catalog.facts(for: "data.azurerm_app_service", path: [])?.isDeprecated == true)
  let acl = try #require(catalog.facts(for: "aws_s3_bucket_object", path: ["acl"]))
  #expect(acl.allows("private"))
  #expect(!acl.allows("secret"))
}

@Test func `a recursive block ends where it is not asked for more`() throws {
  let acl = try #require(catalog.resource("aws_wafv2_web_acl"))
  var block = try #require(acl.nestedBlock("rule")?.block.nestedBlock("statement")?.block)
  for _ in 0..<20 {
    block = try #require(block.nestedBlock("and_statement")?.block.nestedBlock("statement")?.block ?? block)
  }
  #expect(block.nestedBlock("byte_match_statement") != nil)
  #expect(acl.impliedType.hasDynamic)
}

@Test func `the implied type of a block is what decoding gives`() throws {
  let file = try #require(catalog.resource("local_file"))
  guard case .object(let type) = file.impliedType else { return #expect(Bool(false), "an object") }
  #expect(type.attribute("content")?.type == .string)
  let instance = try #require(catalog.resource("aws_instance"))
  guard case .object(let object) = instance.impliedType,
    case .list(.object(let device)) = object.attribute("root_block_device")?.type
  else { return #expect(Bool(false), "a list of objects") }
  #expect(device.attribute("encrypted")?.type == .bool)
  #expect(object.attributes.map(\.name) == (instance.attributes.map(\.name) + instance.nestedBlocks.map(\.name)).sorted())
}

@Test func `a nested attribute has members and a type`() throws {
  let cloudflare = try #require(catalog.provider(localName: "cloudflare"))
  let token = try #require(cloudflare.resource("cloudflare_api_token")?.attribute("policies"))
  let members = try #require(token.nested)
  #expect(members.block.attribute("effect")?.mode == .required)
  switch (members.nesting, token.type) {
  case (.set, .set(.object(let object))), (.list, .list(.object(let object))):
    #expect(object.attribute("effect")?.type == .string)
  default: #expect(Bool(false), "a collection of objects")
  }
}

@Test func `all threads get the same schema`() async {
  let types = ["aws_instance", "aws_lb", "aws_wafv2_web_acl", "azurerm_kubernetes_cluster", "google_container_cluster"]
  let distinct = await withTaskGroup(of: Set<ObjectIdentifier>.self) { group in
    for _ in 0..<16 {
      group.addTask {
        Set(
          types.compactMap { catalog.resource($0) }.flatMap {
            [ObjectIdentifier($0)] + $0.nestedBlocks.map { ObjectIdentifier($0.block) }
          })
      }
    }
    var all: [Set<ObjectIdentifier>] = []
    for await identifiers in group { all.append(identifiers) }
    return Set(all)
  }
  #expect(distinct.count == 1)
}
