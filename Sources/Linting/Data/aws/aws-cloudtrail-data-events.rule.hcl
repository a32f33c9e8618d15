rule "aws-cloudtrail-data-events" {
  summary  = "The trail does not record what happens to objects"
  category = "security"
  severity = "info"
  tags     = ["logging", "cis-aws/3.11", "cis-aws/3.10"]
  packs    = ["strict"]

  resource "aws_cloudtrail" {
    require = (
      any([
        for s in self.event_selector :
        s.read_write_type != "WriteOnly"
        && any([
          for d in s.data_resource :
          d.type == "AWS::S3::Object"
          && any([for v in d.values : endswith(v, "/") || can(regex("^arn:aws[a-z-]*:s3(:::.+/.*)?$", v))])
        ])
      ])
      || any([
        for s in self.advanced_event_selector :
        any([for f in s.field_selector : f.field == "resources.type" && f.equals != null && contains(f.equals, "AWS::S3::Object")])
      ])
    )
    at          = self
    message     = "The trail does not record who reads objects in S3."
    equivalents = { trivy = ["AWS-0172"] }
  }

  resource "aws_cloudtrail" {
    require = (
      any([
        for s in self.event_selector :
        s.read_write_type != "ReadOnly"
        && any([
          for d in s.data_resource :
          d.type == "AWS::S3::Object"
          && any([for v in d.values : endswith(v, "/") || can(regex("^arn:aws[a-z-]*:s3(:::.+/.*)?$", v))])
        ])
      ])
      || any([
        for s in self.advanced_event_selector :
        any([for f in s.field_selector : f.field == "resources.type" && f.equals != null && contains(f.equals, "AWS::S3::Object")])
      ])
    )
    at          = self
    message     = "The trail does not record who changes or deletes objects in S3."
    equivalents = { trivy = ["AWS-0171"] }
  }

  why  = "Trails record who changed settings; who read or deleted objects they record only when asked to."
  help = "Add an event_selector with the data resource AWS::S3::Object. It is charged by the event."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "without event_selector" {
    flagged = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "with event_selector" {
    accepted = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"

        event_selector {
          read_write_type = "All"

          data_resource {
            type   = "AWS::S3::Object"
            values = ["arn:aws:s3"]
          }
        }
      }
    TF
  }
}
