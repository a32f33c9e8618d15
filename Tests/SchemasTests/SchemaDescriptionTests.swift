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
