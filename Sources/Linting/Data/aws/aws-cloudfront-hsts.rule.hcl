rule "aws-cloudfront-hsts" {
  summary     = "The headers policy does not keep browsers on HTTPS for a year"
  category    = "security"
  severity    = "low"
  packs       = ["strict"]
  equivalents = { checkov = ["CKV_AWS_259"] }

  resource "aws_cloudfront_response_headers_policy" {
    require = any([
      for c in self.security_headers_config :
      any([
        for s in c.strict_transport_security :
        s.access_control_max_age_sec >= 31536000
        && s.include_subdomains == true
        && s.preload == true
        && s.override == true
      ])
    ])
  }

  why  = "A browser that has not been told to stay on HTTPS can be moved to HTTP by anyone in between."
  help = "Add strict_transport_security with 31536000 seconds, include_subdomains, preload and override."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudfront_response_headers_policy"]

  example "without security_headers_config" {
    flagged = <<-TF
      resource "aws_cloudfront_response_headers_policy" "web" {
        name = "web"
      }
    TF
  }

  example "with security_headers_config" {
    accepted = <<-TF
      resource "aws_cloudfront_response_headers_policy" "web" {
        name = "web"

        security_headers_config {
          strict_transport_security {
            access_control_max_age_sec = 31536000
            include_subdomains         = true
            preload                    = true
            override                   = true
          }
        }
      }
    TF
  }
}
