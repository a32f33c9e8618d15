rule "aws-mwaa-public" {
  summary     = "The Airflow web server can be reached from the internet"
  category    = "security"
  severity    = "medium"
  tags        = ["network", "public"]
  packs       = ["strict"]
  equivalents = { checkov = ["CKV2_AWS_66"] }

  resource "aws_mwaa_environment" {
    require = self.webserver_access_mode == null || self.webserver_access_mode == "PRIVATE_ONLY"
  }

  why  = "Airflow runs programs for whoever gets into its web interface."
  help = "Set webserver_access_mode = PRIVATE_ONLY."

  references = ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mwaa_environment"]

  example "webserver_access_mode is PUBLIC_ONLY" {
    flagged = <<-TF
      resource "aws_mwaa_environment" "etl" {
        name                  = "etl"
        dag_s3_path           = "dags/"
        execution_role_arn    = "arn:aws:iam::123456789012:role/mwaa"
        source_bucket_arn     = "arn:aws:s3:::example-dags"
        webserver_access_mode = "PUBLIC_ONLY"
      }
    TF
  }

  example "webserver_access_mode is PRIVATE_ONLY" {
    accepted = <<-TF
      resource "aws_mwaa_environment" "etl" {
        name                  = "etl"
        dag_s3_path           = "dags/"
        execution_role_arn    = "arn:aws:iam::123456789012:role/mwaa"
        source_bucket_arn     = "arn:aws:s3:::example-dags"
        webserver_access_mode = "PRIVATE_ONLY"
      }
    TF
  }
}
