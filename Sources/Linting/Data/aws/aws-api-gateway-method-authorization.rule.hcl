rule "aws-api-gateway-method-authorization" {
  summary  = "Anyone may call the method"
  category = "security"
  severity = "medium"
  tags     = ["iam", "public"]
  packs    = ["strict"]

  resource "aws_api_gateway_method" {
    where       = self.http_method != "OPTIONS"
    require     = self.authorization != "NONE" || self.api_key_required == true
    message     = "The method ${self.http_method} asks for no authorization and no key."
    equivalents = { checkov = ["CKV_AWS_59"], trivy = ["AWS-0004"] }
  }

  resource "aws_api_gateway_method" {
    let = { apis = related("aws_api_gateway_rest_api", "name", self.rest_api_id) }
    where = (
      self.http_method != "OPTIONS"
      && self.http_method != "OPTION"
      && !any([
        for a in apis :
        any([for e in a.endpoint_configuration : any([for t in e.types : t == "PRIVATE"])])
        || (a.policy != null && !any([for s in policy_statements(a.policy) : s.effect == "Allow" && any([for p in s.principals : p.identifier == "*"]) && length(s.conditions) == 0]))
      ])
    )
    require     = self.authorization != "NONE" || self.api_key_required == true
    message     = "The method of a public API asks for no authorization and no key."
    equivalents = { checkov = ["CKV2_AWS_70"] }
  }

  why  = "A public API without authorization hands out what its backend can do to whoever finds the address."
  help = "Set authorization to AWS_IAM, CUSTOM or COGNITO_USER_POOLS; keys alone are for metering, not for identity."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method"]

  example "authorization is NONE" {
    flagged = <<-TF
      resource "aws_api_gateway_method" "orders" {
        rest_api_id   = "a1b2c3"
        resource_id   = "d4e5f6"
        http_method   = "GET"
        authorization = "NONE"
      }
    TF
  }

  example "authorization is AWS_IAM" {
    accepted = <<-TF
      resource "aws_api_gateway_method" "orders" {
        rest_api_id   = "a1b2c3"
        resource_id   = "d4e5f6"
        http_method   = "GET"
        authorization = "AWS_IAM"
      }
    TF
  }
}
