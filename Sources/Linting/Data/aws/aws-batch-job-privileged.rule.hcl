rule "aws-batch-job-privileged" {
  summary     = "The batch job runs a privileged container"
  category    = "security"
  severity    = "high"
  tags        = ["container"]
  equivalents = { checkov = ["CKV_AWS_210"] }

  resource "aws_batch_job_definition" {
    require = !try(tobool(parsed(self.container_properties).privileged), false)
    at      = self.container_properties
    message = "The container of the job has full rights on its host."
  }

  why  = "A privileged container is root on its host: a hole in the job gives an attacker the host and all other jobs on it."
  help = "Remove privileged, and grant single capabilities when one is needed."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/batch_job_definition"]

  example "privileged is true" {
    flagged = <<-TF
      resource "aws_batch_job_definition" "report" {
        name = "report"
        type = "container"

        container_properties = jsonencode({
          image      = "example/report:1"
          privileged = true
        })
      }
    TF
  }

  example "privileged is false" {
    accepted = <<-TF
      resource "aws_batch_job_definition" "report" {
        name = "report"
        type = "container"

        container_properties = jsonencode({
          image      = "example/report:1"
          privileged = false
        })
      }
    TF
  }
}
