rule "aws-cloudtrail-notification" {
  summary     = "Nobody is told when the trail delivers a file"
  category    = "security"
  severity    = "info"
  tags        = ["logging"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_252"] }

  resource "aws_cloudtrail" {
    require = self.sns_topic_name != null
  }

  why  = "A monitor that waits for files reacts in minutes; one that polls the bucket reacts late."
  help = "Name a topic in sns_topic_name."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"]

  example "without sns_topic_name" {
    flagged = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
      }
    TF
  }

  example "sns_topic_name is trail" {
    accepted = <<-TF
      resource "aws_cloudtrail" "main" {
        name           = "main"
        s3_bucket_name = "trail"
        sns_topic_name = "trail"
      }
    TF
  }
}
