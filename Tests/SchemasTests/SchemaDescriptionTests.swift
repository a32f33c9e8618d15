import Documents
import Schemas
import Testing

@Test func `a name is described by all that it may mean`() {
  #expect(SchemaDescription.all(named: "aws_vpc").map(\.kind) == ["resource", "data source"])
  #expect(SchemaDescription.all(named: "data.aws_vpc").map(\.kind) == ["data source"])
  #expect(SchemaDescription.all(named: "provider.aws").map(\.kind) == ["provider"])
  #expect(SchemaDescription.all(named: "AWS::S3::Bucket").map(\.kind) == ["CloudFormation type"])
  #expect(SchemaDescription.all(named: "apps/v1/Deployment").map(\.kind) == ["Kubernetes kind"])
  #expect(SchemaDescription.all(named: "ValidatingAdmissionPolicy").count == 3)
  #expect(SchemaDescription.all(named: "Microsoft.ApiManagement/service").map(\.kind) == ["ARM type"])
  #expect(SchemaDescription.all(named: "nothing_of_this_name").isEmpty)
  #expect(SchemaDescription.all(named: "").isEmpty)
}

@Test func `the page of a type lists its members with what is known of them`() throws {
  let page = try #require(SchemaDescription.all(named: "random_password").first).text
  #expect(page.hasPrefix("resource random_password\n  hashicorp/random 3.7.2\n\nArguments\n"))
  #expect(page.contains("\n  length"))
  #expect(page.contains("number; required"))
  let contact = try #require(SchemaDescription.all(named: "aws_account_alternate_contact").first).text
  #expect(contact.contains("string; required; one of BILLING, OPERATIONS, SECURITY\n"))
  let bucket = try #require(SchemaDescription.all(named: "AWS::S3::Bucket").first).text
  #expect(bucket.contains("  identifier: BucketName\n"))
}

@Test func `a recursive type is described once`() throws {
  let page = try #require(SchemaDescription.all(named: "aws_wafv2_web_acl").first).text
  #expect(page.contains("; as rule.statement"))
  #expect(page.utf8.count < 400_000)
}

@Test func `a description as JSON has the members of the page`() throws {
  let document = try #require(SchemaDescription.all(named: "aws_account_alternate_contact").first).document
  let type = try #require(document["members"]?.arrayValue?.first { $0["name"] == "alternate_contact_type" })
  #expect(type["mode"] == "required")
  #expect(type["block"] == false)
  #expect(type["values"] == ["BILLING", "OPERATIONS", "SECURITY"])
}

/// Names of members, to be compared with what a reader of the JSON may count on.
private func names(_ document: Document) -> [String] { document.objectValue?.keys ?? [] }

/// The member at a path of names.
private func member(_ document: Document, _ path: String) -> Document? {
  path.split(separator: ".").reduce(Optional(document)) { found, name in
    found?["members"]?.arrayValue?.first { $0["name"] == .string(String(name)) }
  }
}

@Test(arguments: [
  "aws_s3_bucket", "data.aws_ami", "provider.aws", "AWS::S3::Bucket", "Deployment", "apps/v1/Deployment", "Microsoft.Storage/storageAccounts",
])
func `providers and targets are described in one format`(_ name: String) throws {
  let known: Set = [
    "name", "block", "type", "mode", "marks", "values", "format", "length", "range", "pattern", "default", "same_as", "members",
  ]
  func check(_ members: [Document]) {
    for member in members {
      let names = names(member)
      #expect(names.starts(with: ["name", "block", "type", "mode"]) && known.isSuperset(of: names), "\(name): \(names)")
      check(member["members"]?.arrayValue ?? [])
    }
  }
  for description in SchemaDescription.all(named: name) {
    let document = description.document
    #expect(names(document) == ["kind", "name", "source", "notes", "members"])
    #expect((document["members"]?.arrayValue?.count ?? 0) > 0)
    check(document["members"]?.arrayValue ?? [])
  }
}

@Test func `types of targets say what is known of their properties`() throws {
  let bucket = try #require(SchemaDescription.all(named: "AWS::S3::Bucket").first).document
  #expect(bucket["kind"] == "CloudFormation type")
  #expect(bucket["notes"]?["identifier"] == ["BucketName"])
  #expect(bucket["notes"]?["Fn::GetAtt"]?.arrayValue?.contains("DomainName") == true)
  #expect(member(bucket, "AccelerateConfiguration.AccelerationStatus")?["values"] == ["Enabled", "Suspended"])
  #expect(member(bucket, "BucketName")?["marks"] == ["a change replaces the resource"])
  #expect(member(bucket, "Arn")?["mode"] == "read-only")

  let deployment = try #require(SchemaDescription.all(named: "Deployment").first).document
  #expect(deployment["source"]?.stringValue?.hasPrefix("apps/v1, Kubernetes 1.") == true)
  #expect(member(deployment, "spec.selector")?["mode"] == "required")
  #expect(member(deployment, "spec.replicas")?["type"] == "integer")
  #expect(member(deployment, "spec.template.spec.containers")?["type"] == "list(object)")

  let account = try #require(SchemaDescription.all(named: "Microsoft.Storage/storageAccounts").first).document
  #expect(account["notes"]?["scope"] == ["resourceGroup"])
  #expect(account["notes"]?["child types"]?.arrayValue?.contains("blobServices") == true)
  #expect(member(account, "sku.name")?["mode"] == "required")
  #expect(member(account, "properties.minimumTlsVersion")?["values"]?.arrayValue?.contains("TLS1_2") == true)
}

@Test func `every type has a page`() {
  var pages = 0
  var bytes = 0
  for name in Set(SchemaDescription.knownNames) {
    let descriptions = SchemaDescription.all(named: name)
    #expect(!descriptions.isEmpty, "\(name)")
    for description in descriptions {
      pages += 1
      bytes += description.text.utf8.count
    }
  }
  print("pages: \(pages), \(bytes) bytes")
  #expect(pages > 8_900)
}
