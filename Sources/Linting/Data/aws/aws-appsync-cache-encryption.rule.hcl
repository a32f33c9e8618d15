rule "aws-appsync-cache-encryption" {
  summary  = "The cache of the GraphQL API is not encrypted"
  category = "security"
  severity = "medium"
  tags     = ["encryption"]

  resource "aws_appsync_api_cache" {
    require     = self.at_rest_encryption_enabled == true
    message     = "Cached answers are stored in clear."
    equivalents = { checkov = ["CKV_AWS_214"] }

    fix {
      set    = { at_rest_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  resource "aws_appsync_api_cache" {
    require     = self.transit_encryption_enabled == true
    message     = "Cached answers travel in clear."
    equivalents = { checkov = ["CKV_AWS_215"] }

    fix {
      set    = { transit_encryption_enabled = true }
      safety = "unsafe"
    }
  }

  why  = "A cache holds the same personal data as the sources behind it; encryption cannot be switched on once it exists."
  help = "Set at_rest_encryption_enabled and transit_encryption_enabled to true."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appsync_api_cache"]

  example "reported" {
    flagged = <<-TF
      resource "aws_appsync_api_cache" "main" {
        api_id               = "a1b2c3"
        api_caching_behavior = "FULL_REQUEST_CACHING"
        type                 = "SMALL"
        ttl                  = 900
      }
    TF
  }

  example "accepted" {
    accepted = <<-TF
      resource "aws_appsync_api_cache" "main" {
        api_id                     = "a1b2c3"
        api_caching_behavior       = "FULL_REQUEST_CACHING"
        type                       = "SMALL"
        ttl                        = 900
        at_rest_encryption_enabled = true
        transit_encryption_enabled = true
      }
    TF
  }
}
