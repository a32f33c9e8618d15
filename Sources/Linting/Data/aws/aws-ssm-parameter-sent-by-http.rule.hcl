rule "aws-ssm-parameter-sent-by-http" {
  summary     = "A secret parameter is sent to a web address"
  category    = "secrets"
  severity    = "high"
  equivalents = { checkov = ["CKV2_AWS_36"], trivy = ["AWS-0134"] }

  data "http" {
    # In headers and body over HTTPS, a key does what it is there for.
    require = (
      !refers("url", "aws_ssm_parameter")
      && (
        startswith(self.url, "https://")
        || (!refers("request_body", "aws_ssm_parameter") && !refers("request_headers", "aws_ssm_parameter"))
      )
    )
    at      = self.url
    message = "The request carries the value of an SSM parameter."
  }

  why  = "Whoever runs the server, or reads its log, has the secret; it is sent with each plan."
  help = "Do not pass secrets to the http data source."

  example "reported" {
    flagged = <<-TF
      resource "aws_ssm_parameter" "token" {
        name  = "token"
        type  = "SecureString"
        value = "from-elsewhere"
      }

      data "http" "check" {
        url = "https://example.com/?t=${aws_ssm_parameter.token.value}"
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_ssm_parameter" "token" {
        name  = "token"
        type  = "SecureString"
        value = "from-elsewhere"
      }

      data "http" "check" {
        url = "https://example.com/status"
      }
    TF
  }
}
