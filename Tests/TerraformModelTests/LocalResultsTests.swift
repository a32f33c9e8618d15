import HCLValues
import TerraformModel
import Testing

/// Data sources and resources whose results follow from their arguments.
@Suite struct LocalResultsTests {
  private func output(_ source: String, _ binding: Binding = .lint) -> Value {
    VirtualModule(source).graph(binding).outputs.first?.value ?? .dynamicUnknown
  }

  @Test func `a policy document is the text that the provider writes`() {
    let value = output(
      """
      data "aws_iam_policy_document" "p" {
        policy_id = "id"
        statement {
          sid       = "Read"
          actions   = ["s3:GetObject", "s3:ListBucket", "s3:GetObject"]
          resources = ["arn:aws:s3:::b/&{aws:username}/*"]
          principals {
            type        = "AWS"
            identifiers = ["arn:aws:iam::111111111111:root", "arn:aws:iam::222222222222:root"]
          }
          principals {
            type        = "Service"
            identifiers = ["ec2.amazonaws.com"]
          }
          condition {
            test     = "StringLike"
            variable = "s3:prefix"
            values   = ["z/", "", "a<b>"]
          }
          condition {
            test     = "Bool"
            variable = "aws:SecureTransport"
            values   = ["true"]
          }
        }
        statement {
          effect      = "Deny"
          not_actions = ["iam:*"]
          resources   = ["*"]
          not_principals {
            type        = "*"
            identifiers = ["*"]
          }
        }
      }
      output "o" { value = data.aws_iam_policy_document.p.json }
      """)
    #expect(
      value.stringValue == #"""
        {
          "Version": "2012-10-17",
          "Id": "id",
          "Statement": [
            {
              "Sid": "Read",
              "Effect": "Allow",
              "Action": [
                "s3:ListBucket",
                "s3:GetObject"
              ],
              "Resource": "arn:aws:s3:::b/${aws:username}/*",
              "Principal": {
                "AWS": [
                  "arn:aws:iam::222222222222:root",
                  "arn:aws:iam::111111111111:root"
                ],
                "Service": "ec2.amazonaws.com"
              },
              "Condition": {
                "Bool": {
                  "aws:SecureTransport": "true"
                },
                "StringLike": {
                  "s3:prefix": [
                    "z/",
                    "",
                    "a\u003cb\u003e"
                  ]
                }
              }
            },
            {
              "Effect": "Deny",
              "NotAction": "iam:*",
              "Resource": "*",
              "NotPrincipal": "*"
            }
          ]
        }
        """#)
    #expect(value.origin?.hclText == "data.aws_iam_policy_document.p.json")
  }

  @Test func `documents merge by their Sids`() {
    let source = """
      data "aws_iam_policy_document" "base" {
        version = "2008-10-17"
        statement {
          sid       = "One"
          actions   = ["a:One"]
          resources = ["*"]
        }
        statement {
          actions   = ["a:Nameless"]
          resources = ["*"]
        }
      }
      data "aws_iam_policy_document" "merged" {
        source_policy_documents   = [data.aws_iam_policy_document.base.json]
        override_policy_documents = [jsonencode({ Statement = { Sid = "Two", Effect = "Deny", Action = "b:*", Resource = "*", Principal = { AWS = ["a", "b"] }, Condition = { Bool = { "x" = "y" } } } })]
        statement {
          sid       = "One"
          effect    = "Deny"
          actions   = ["c:*"]
          resources = ["*"]
        }
        statement {
          sid       = "Two"
          actions   = ["d:*"]
          resources = ["*"]
        }
      }
      output "o" { value = data.aws_iam_policy_document.merged.minified_json }
      """
    #expect(
      output(source).stringValue == #"""
        {"Version":"2012-10-17","Statement":[{"Sid":"One","Effect":"Deny","Action":"c:*","Resource":"*"},{"Effect":"Allow","Action":"a:Nameless","Resource":"*"},{"Sid":"Two","Effect":"Deny","Action":"b:*","Resource":"*","Principal":{"AWS":["b","a"]},"Condition":{"Bool":{"x":["y"]}}}]}
        """#)
  }

  @Test func `a document without statements, and documents that the provider refuses`() {
    #expect(output("data \"aws_iam_policy_document\" \"p\" {}\noutput \"o\" { value = data.aws_iam_policy_document.p.minified_json }").stringValue == "{\"Version\":\"2012-10-17\"}")
    for text in ["[\"no json\"]", "[\"[]\"]", "[jsonencode({Statement=[{Sid=\"a\"}]}), jsonencode({Statement=[{Sid=\"a\"}]})]"] {
      let value = output(
        "data \"aws_iam_policy_document\" \"p\" { source_policy_documents = \(text) }\noutput \"o\" { value = data.aws_iam_policy_document.p.json }")
      #expect(!value.isKnown)
    }
  }

  @Test func `what is not known keeps the document symbolic, under both bindings`() {
    let source = """
      resource "aws_s3_bucket" "b" {}
      data "aws_iam_policy_document" "p" {
        statement {
          actions   = ["s3:*"]
          resources = [aws_s3_bucket.b.arn]
        }
      }
      output "o" { value = data.aws_iam_policy_document.p.json }
      """
    for binding in [Binding.lint, .convert] {
      let value = output(source, binding)
      #expect(!value.isKnown)
      #expect(value.origin?.hclText == "data.aws_iam_policy_document.p.json")
    }
    let known = source.replacing("aws_s3_bucket.b.arn", with: "\"*\"")
    #expect(output(known).isKnown)
    #expect(!output(known, .convert).isKnown)
  }

  @Test func `results reach modules and instances, and stay secret`() {
    let graph = VirtualModule([
      "main.tf": """
        data "aws_iam_policy_document" "p" {
          for_each = toset(["a", "b"])
          statement {
            actions   = ["${each.key}:*"]
            resources = ["*"]
          }
        }
        module "m" {
          source = "./m"
          policy = data.aws_iam_policy_document.p["b"].json
        }
        variable "secret" {
          sensitive = true
          default   = "s"
        }
        data "aws_iam_policy_document" "secret" {
          statement {
            actions   = [var.secret]
            resources = ["*"]
          }
        }
        output "o" { value = data.aws_iam_policy_document.secret.json }
        """,
      "m/main.tf": """
        variable "policy" {}
        resource "aws_iam_policy" "p" { policy = var.policy }
        """,
    ]).graph()
    let policy = graph.resources.first { $0.address.type == "aws_iam_policy" }?.values["policy"]
    #expect(policy?.stringValue?.contains("\"Action\": \"b:*\"") == true)
    #expect(graph.outputs.first?.value.marks.contains(.sensitive) == true)
  }

  @Test func `terraform_data and null_data_source pass their input on`() {
    for binding in [Binding.lint, .convert] {
      #expect(output("resource \"terraform_data\" \"d\" { input = { a = [1] } }\noutput \"o\" { value = terraform_data.d.output.a[0] }", binding).numberValue?.exactInt == 1)
      let reference = output(
        "resource \"aws_vpc\" \"v\" {}\nresource \"terraform_data\" \"d\" { input = aws_vpc.v.id }\noutput \"o\" { value = terraform_data.d.output }", binding)
      #expect(reference.origin?.hclText == "aws_vpc.v.id")
      #expect(output("data \"null_data_source\" \"d\" { inputs = { a = \"b\" } }\noutput \"o\" { value = data.null_data_source.d.outputs[\"a\"] }", binding).stringValue == "b")
    }
  }

  @Test func `template_file renders its template`() {
    let source = "data \"template_file\" \"t\" {\n  template = \"$${a}-$${upper(b)}\"\n  vars = { a = 1, b = \"x\" }\n}\noutput \"o\" { value = data.template_file.t.rendered }"
    #expect(output(source).stringValue == "1-X")
    #expect(!output(source.replacing("upper(b)", with: "missing")).isKnown)
  }

  @Test func `cloudinit_config is a message unless it is compressed`() {
    let source = """
      data "cloudinit_config" "c" {
        gzip          = false
        base64_encode = false
        part {
          content_type = "text/x-shellscript"
          filename     = "a.sh"
          content      = "baz"
        }
        part { content = "second" }
      }
      output "o" { value = data.cloudinit_config.c.rendered }
      """
    #expect(
      output(source).stringValue
        == "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\r\n\r\n--MIMEBOUNDARY\r\nContent-Disposition: attachment; filename=\"a.sh\"\r\nContent-Transfer-Encoding: 7bit\r\nContent-Type: text/x-shellscript\r\nMime-Version: 1.0\r\n\r\nbaz\r\n--MIMEBOUNDARY\r\nContent-Transfer-Encoding: 7bit\r\nContent-Type: text/plain\r\nMime-Version: 1.0\r\n\r\nsecond\r\n--MIMEBOUNDARY--\r\n")
    #expect(output(source.replacing("base64_encode = false", with: "")).stringValue?.hasPrefix("Q29udGVudC1UeXBl") == true)
    #expect(!output(source.replacing("gzip          = false", with: "")).isKnown)
  }

  @Test func `aws_arn takes a name apart`() {
    let source = "data \"aws_arn\" \"a\" { arn = \"arn:aws:rds:eu-west-1:123456789012:db:mysql\" }\noutput \"o\" { value = \"${data.aws_arn.a.service} ${data.aws_arn.a.resource}\" }"
    #expect(output(source).stringValue == "rds db:mysql")
  }
}
