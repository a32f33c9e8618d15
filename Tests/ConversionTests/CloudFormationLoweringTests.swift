import Documents
import Testing

@testable import Conversion

/// How symbolic values look in a template.
@Suite struct CloudFormationLoweringTests {
  /// The properties of `aws_sqs_queue.q`, with further declarations around it.
  private func queue(_ body: String, _ rest: String = "") throws -> (properties: Document, template: Document, result: ConversionResult) {
    let result = ConversionFixture("resource \"aws_sqs_queue\" \"q\" {\n\(body)\n}\n\(rest)").converted(to: CloudFormationTarget())
    let template = try #require(result.documents.first?.document)
    return (template["Resources"]?["QQueue"]?["Properties"] ?? [:], template, result)
  }

  @Test func `a template of references is a substitution, and its own markers are escaped`() throws {
    let found = try queue(
      #"name = "${var.stage}-$${literal}-${aws_sns_topic.t.name}""#,
      "variable \"stage\" { type = string }\nresource \"aws_sns_topic\" \"t\" {}")
    #expect(found.properties["QueueName"] == ["Fn::Sub": "${Stage}-${!literal}-${TTopic.TopicName}"])
  }

  @Test func `functions that the target has stay functions`() throws {
    let found = try queue(
      #"""
      name = join("-", [var.stage, "q"])
      tags = {
        first = split(",", var.list)[0]
        text  = format("%s:%d%%", var.stage, 5)
        coded = base64encode(var.stage)
      }
      """#,
      "variable \"stage\" { type = string }\nvariable \"list\" { type = string }")
    #expect(found.properties["QueueName"] == ["Fn::Join": ["-", [["Ref": "Stage"], "q"]]])
    let tags = found.properties["Tags"]?.arrayValue?.compactMap { $0["Value"] }
    #expect(
      tags == [
        ["Fn::Base64": ["Ref": "Stage"]], ["Fn::Select": [0, ["Fn::Split": [",", ["Ref": "List"]]]]], ["Fn::Sub": "${Stage}:5%"],
      ])
  }

  @Test func `a conditional on a parameter becomes a condition, and its null branch no value`() throws {
    let found = try queue(
      #"""
      delay_seconds     = var.stage == "prod" && !var.fast ? 30 : 0
      kms_master_key_id = contains(["a", "b"], var.stage) ? "alias/x" : null
      """#, "variable \"stage\" { type = string }\nvariable \"fast\" { type = bool }")
    let conditions = found.template["Conditions"]?.objectValue ?? [:]
    #expect(conditions.count == 2)
    let names = conditions.keys.sorted()
    #expect(conditions[names[1]] == ["Fn::And": [["Fn::Equals": [["Ref": "Stage"], "prod"]], ["Fn::Not": [["Fn::Equals": [["Ref": "Fast"], "true"]]]]]])
    #expect(found.properties["DelaySeconds"] == ["Fn::If": [.string(names[1]), 30, 0]])
    #expect(found.properties["KmsMasterKeyId"] == ["Fn::If": [.string(names[0]), "alias/x", ["Ref": "AWS::NoValue"]]])
  }

  @Test func `a resource that may not exist has a condition, and so has what refers to it`() throws {
    let found = try queue(
      "name = \"n\"\nkms_master_key_id = var.on ? aws_kms_key.k[0].arn : null",
      "variable \"on\" { type = bool }\nresource \"aws_kms_key\" \"k\" {\n count = var.on ? 1 : 0\n}\noutput \"key\" {\n value = var.on ? aws_kms_key.k[0].arn : null\n}")
    #expect(found.template["Resources"]?["KKey0"]?["Condition"] == "WhenOn")
    #expect(found.properties["KmsMasterKeyId"] == ["Fn::If": ["WhenOn", ["Fn::GetAtt": ["KKey0", "Arn"]], ["Ref": "AWS::NoValue"]]])
    #expect(found.template["Outputs"]?["Key"] == ["Condition": "WhenOn", "Value": ["Fn::GetAtt": ["KKey0", "Arn"]]])
  }

  @Test func `variables become parameters with what their declarations say`() throws {
    let found = try queue(
      #"""
      name = "${var.text}${var.number}${var.flag}${var.word}"
      tags = { all = join(" ", var.list) }
      """#,
      #"""
      variable "text" {
        description = "A text"
        validation {
          condition     = can(regex("^[a-z]+$", var.text)) && length(var.text) < 10
          error_message = "No."
        }
      }
      variable "number" {
        type    = number
        default = 5
        validation {
          condition     = var.number >= 1 && var.number <= 10
          error_message = "No."
        }
      }
      variable "flag" { default = true }
      variable "word" {
        type    = string
        default = "a"
        validation {
          condition     = contains(["a", "b"], var.word)
          error_message = "No."
        }
      }
      variable "list" { default = ["x", "y"] }
      """#)
    let parameters = found.template["Parameters"]
    #expect(parameters?["Text"] == ["Type": "String", "AllowedPattern": "^[a-z]+$", "MaxLength": 9, "Description": "A text"])
    #expect(parameters?["Number"] == ["Type": "Number", "Default": 5, "MinValue": 1, "MaxValue": 10])
    #expect(parameters?["Flag"] == ["Type": "String", "AllowedValues": ["true", "false"], "Default": "true"])
    #expect(parameters?["Word"] == ["Type": "String", "Default": "a", "AllowedValues": ["a", "b"]])
    #expect(parameters?["List"] == ["Type": "CommaDelimitedList", "Default": "x,y"])
    #expect(found.properties["Tags"] == [["Key": "all", "Value": ["Fn::Join": [" ", ["Ref": "List"]]]]])
  }

  @Test func `an object variable is fixed, and the report says so`() throws {
    let found = try queue("delay_seconds = var.settings.delay", "variable \"settings\" { default = { delay = 7 } }")
    #expect(found.properties["DelaySeconds"] == 7)
    #expect(found.template["Parameters"] == nil)
    #expect(found.result.report.notes.map(\.address) == ["var.settings"])
  }

  @Test func `JSON text with references inside is an object where the target takes one, else a substitution`() throws {
    let found = try queue(
      #"""
      name   = "n"
      policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sqs:*", Resource = aws_sns_topic.t.arn, Principal = "*" }] })
      """#,
      #"""
      resource "aws_sns_topic" "t" {}
      resource "aws_secretsmanager_secret" "s" {}
      resource "aws_secretsmanager_secret_version" "s" {
        secret_id     = aws_secretsmanager_secret.s.id
        secret_string = jsonencode({ topic = aws_sns_topic.t.arn, n = 1 })
      }
      """#)
    let policy = found.template["Resources"]?["QSqsQueuePolicy"]?["Properties"]
    #expect(policy?["Queues"] == [["Ref": "QQueue"]])
    #expect(policy?["PolicyDocument"]?["Statement"]?[0]?["Resource"] == ["Ref": "TTopic"])
    #expect(found.template["Resources"]?["SSecret"]?["Properties"]?["SecretString"] == ["Fn::Sub": #"{"n":1,"topic":"${TTopic}"}"#])
  }

  @Test func `a statement of a policy goes as a whole when a part of it is lost`() throws {
    let found = try queue(
      #"""
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [
          { Effect = "Allow", Action = "sqs:SendMessage", Resource = "*", Principal = "*", Condition = { StringEquals = { "aws:SourceArn" = data.aws_instance.i.arn } } },
          { Effect = "Deny", Action = "sqs:DeleteQueue", Resource = "*", Principal = "*" },
        ]
      })
      """#, "data \"aws_instance\" \"i\" {}")
    let statements = found.template["Resources"]?["QSqsQueuePolicy"]?["Properties"]?["PolicyDocument"]?["Statement"]?.arrayValue
    #expect(statements?.compactMap { $0["Effect"] } == ["Deny"])
    #expect(found.result.lossLines.contains { $0.contains(".policy.Statement[0].Condition") })
  }

  @Test func `the parts of a bucket come together, and what refers to a part refers to the bucket`() throws {
    let result = ConversionFixture(
      #"""
      resource "aws_s3_bucket" "b" { bucket = "name" }
      resource "aws_s3_bucket_versioning" "b" {
        bucket = aws_s3_bucket.b.id
        versioning_configuration { status = "Enabled" }
      }
      resource "aws_s3_bucket_logging" "b" {
        bucket        = aws_s3_bucket.b.bucket
        target_bucket = aws_s3_bucket_versioning.b.id
        target_prefix = "${aws_s3_bucket.b.id}/"
      }
      resource "aws_s3_bucket_versioning" "other" {
        bucket = "elsewhere"
        versioning_configuration { status = "Enabled" }
      }
      """#
    ).converted(to: CloudFormationTarget())
    let template = try #require(result.documents.first?.document)
    #expect(resourceCounts(of: template) == ["AWS::S3::Bucket": 1])
    let properties = template["Resources"]?["BBucket"]?["Properties"]
    #expect(properties?["VersioningConfiguration"] == ["Status": "Enabled"])
    #expect(properties?["LoggingConfiguration"] == ["DestinationBucketName": "name", "LogFilePrefix": "name/"])
    #expect(result.lossLines == ["aws_s3_bucket_versioning.other.bucket: it becomes part of the resource that `bucket` refers to, which is not in view"])
    #expect(result.report.unsupportedResources == 1)
  }

  @Test func `what has no counterpart is named, and nothing refers to it`() throws {
    let found = try queue("name = random_pet.p.id", "resource \"random_pet\" \"p\" {}")
    #expect(found.properties["QueueName"] == nil)
    #expect(found.result.lossLines.count == 2)
    #expect(found.result.report.unsupportedResources == 1)
    #expect(danglingReferences(of: found.template).isEmpty)
  }

  @Test func `an address range that stays a parameter is divided at deployment`() throws {
    let result = ConversionFixture(
      "variable \"range\" { default = \"10.0.0.0/16\" }\nresource \"aws_vpc\" \"v\" { cidr_block = cidrsubnet(var.range, 8, 2) }"
    ).converted(to: CloudFormationTarget())
    let properties = result.documents.first?.document["Resources"]?["VVPC"]?["Properties"]
    #expect(properties?["CidrBlock"] == ["Fn::Select": [2, ["Fn::Cidr": [["Ref": "Range"], 3, 8]]]])
    #expect(result.report.notes.map(\.reason) == ["the length of its prefix is fixed"])
  }

  @Test func `a table by a parameter becomes a mapping`() throws {
    let found = try queue(
      #"name = { dev = "small", prod = "large" }[var.stage]"#, "variable \"stage\" { type = string }")
    #expect(found.properties["QueueName"] == ["Fn::FindInMap": ["Table1", ["Ref": "Stage"], "Value"]])
    #expect(found.template["Mappings"]?["Table1"] == ["dev": ["Value": "small"], "prod": ["Value": "large"]])
  }
}
