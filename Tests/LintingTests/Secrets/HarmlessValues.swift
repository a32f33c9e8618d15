/// Values that are no secrets, under names that make them look like some.
enum HarmlessValues {
  static let all: [(name: String, value: String)] =
    placeholders.flatMap { value in ["db_password", "api_token", "client_secret"].map { ($0, value) } } + references + named
    + plain

  private static let placeholders = [
    "changeme", "CHANGE_ME", "ChangeMe123!", "EXAMPLE", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    "<your-key>", "<API_KEY>",
    "xxxxx", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX", "********", "your-token-here",
    "YOUR_API_KEY", "replace-me-1234",
    "placeholder", "dummy-value-1", "not-a-real-key-0", "TODO", "{{ token }}", "${API_TOKEN}", "$API_TOKEN", "%API_TOKEN%",
    "$(cat /run/secrets/token)",
    "00000000-0000-0000-0000-000000000000", "12345678-1234-1234-1234-123456789012", "0123456789abcdef0123456789abcdef",
    "abcdefghijklmnopqrstuvwxyz123456",
    "1234567890", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "AKIAXXXXXXXXXXXXXXXX", "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx",
    "AIzaSyXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX", "redacted", "fake-secret-1",
    "test-token-1", "sample_secret_9", "<redacted>", "[secret]", "",
  ]

  private static let references: [(String, String)] = [
    ("db_password", "arn:aws:secretsmanager:eu-central-1:123456789012:secret:prod/db-AbCdEf"),
    ("db_password", "arn:aws:ssm:eu-central-1:123456789012:parameter/prod/db/password"),
    ("db_password", "{{resolve:secretsmanager:prod/db:SecretString:password}}"), ("db_password", "/prod/db/password"),
    ("api_token", "projects/123456789/secrets/api-token/versions/latest"), ("api_token", "vault:secret/data/app#token"),
    ("api_token", "@Microsoft.KeyVault(SecretUri=https://shop.vault.azure.net/secrets/token/)"),
    ("api_token", "/run/secrets/api_token"),
    ("client_secret", "https://shop.vault.azure.net/secrets/client-secret/5f0c1e2d3b4a59687786950a1b2c3d4e"),
    ("client_secret", "op://infrastructure/api/credential"), ("client_secret", "secretref:client-secret"),
    ("private_key", "file:///etc/ssl/private/server.key"),
    ("private_key", "./keys/deploy_key.pem"), ("private_key", "~/.ssh/id_rsa"), ("db_password", "prod/database/password-v2"),
    ("registry_credentials", "arn:aws:secretsmanager:us-east-1:123456789012:secret:registry/docker-hub-x1Y2z3"),
  ]

  /// Names that are about a secret without being one.
  private static let named: [(String, String)] = [
    ("password_policy", "Minimum12Characters"), ("secret_name", "prod-db-Password1"), ("token_ttl", "3600s"),
    ("password_length", "32"), ("secret_arn_suffix", "AbCdEf"),
    ("token_url", "https://login.example.com/oauth2/v2.0/token"), ("token_endpoint", "https://login.internal.net/oauth2/token"),
    ("api_key_header", "X-Api-Key-V2"),
    ("key_name", "deploy-2024-eu"), ("access_key_name", "ci-user-key-1"),
    ("secret_version", "5f0c1e2d-3b4a-4968-8778-6950a1b2c3d4"), ("password_hash_algorithm", "argon2id-v19"),
    ("token_type", "Bearer2"), ("secret_rotation_days", "30days"), ("kms_key_id", "1234abcd-12ab-34cd-56ef-1234567890ab"),
    ("enable_secret_rotation", "true"),
    ("password_field", "DbPassword1"),
    ("ssh_public_key", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHk3Jx9vQ2mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8iKz deploy@ci"),
    (
      "public_key",
      "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDh7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIoZk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8iVw"
    ),
    ("idempotency_token", "9f8c1e2d-3b4a-4968-8778-6950a1b2c3d4"), ("secret_store", "aws-secrets-manager-eu1"),
    ("token_issuer", "https://token.actions.githubusercontent.com"),
    ("master_username", "dbadmin01"), ("auth_mode", "IAM_AUTH_V4"), ("secret_type", "kubernetes.io/tls"),
    ("api_key_source", "HEADER_V2"), ("password_reset_url", "https://id.internal.net/reset?v=2"),
    ("partition_key", "customer_id_2024"), ("sort_key", "created_at_2"), ("object_key", "releases/2024/app-1.4.2.zip"),
    ("state_key", "prod/network/terraform.tfstate"), ("tag_key", "CostCentre2"),
    ("routing_key", "orders.created.v2"), ("hash_key", "tenant#1"), ("discord_url", "https://discord.com/invite/abc123"),
    ("github_client_id", "Iv1.8a61f9b3a7aba766"),
    ("linkedin_page", "example-company-eu"), ("facebook_page_id", "104832958203948"), ("twitter_handle", "terraform_daily_eu"),
  ]

  /// Under names that say nothing.
  private static let plain: [(String, String)] = [
    "ami-0123456789abcdef0", "vpc-0a1b2c3d4e5f60718", "sg-0f1e2d3c4b5a69788", "subnet-09f8e7d6c5b4a3210",
    "arn:aws:iam::123456789012:role/deploy-role",
    "arn:aws:acm:eu-central-1:123456789012:certificate/7f3b9c1e-2d4a-4b6c-8e0f-1a2b3c4d5e6f",
    "7f3b9c1e-2d4a-4b6c-8e0f-1a2b3c4d5e6f",
    "sha256:9b74c9897bac770ffc029102a200c5de6a1e2f7b8c4d3e5f60718293a4b5c6d7", "9b74c9897bac770ffc029102a200c5de",
    "da39a3ee5e6b4b0d3255bfef95601890afd80709",
    "sha512-z8Vp1mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIoZk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8iKh7Xk2mQ9vLw4Tg==",
    "123456789012.dkr.ecr.eu-central-1.amazonaws.com/web@sha256:9b74c9897bac770ffc029102a200c5de6a1e2f7b8c4d3e5f60718293a4b5c6d7",
    "AROAJ2UCCR6DPCEXAMPLE:session", "AIDAJQABLZS4A3QDU576Q", "Z1D633PJN98FT9", "E1U5RQF7T870K0",
    "https://sqs.eu-central-1.amazonaws.com/123456789012/orders",
    "postgres://app@db.internal:5432/orders", "postgres://app:${DB_PASSWORD}@db.internal/orders",
    "postgresql://user:password@localhost/db", "git@github.com:org/repo.git?ref=v1.2.3", "registry.example.com/web:1.4.2",
    "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG\n0pAeU8iKh7Xk2mQ9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIoZw==\n-----END PUBLIC KEY-----",
    "-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUZk3vQ8mW1xT6bN9rL4cJ7yH2dF5sG0pAeU8iKh7Xk2mQ\n9vLw4Tz8Rb3Nc6Yd1Fs5Gj0PaEuIo\n-----END CERTIFICATE-----",
    "-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----",
    "-----BEGIN PRIVATE KEY-----\\n<your key>\\n-----END PRIVATE KEY-----",
    "eu-central-1", "my-company-production-terraform-state-bucket-eu", "AmazonSSMManagedInstanceCore", "t3.medium",
    "0 12 * * ? *", "10.0.0.0/16", "Standard_D4s_v5",
    "UbuntuServer_22_04-lts-gen2_latest", "DefaultEndpointsProtocol=https;AccountName=shop;EndpointSuffix=core.windows.net",
    "aws secretsmanager get-secret-value --secret-id prod/db --query SecretString",
    "PASSWORD=$(aws ssm get-parameter --name /prod/db/password --with-decryption)", "password = os.environ[\"DB_PASSWORD\"]",
    "token: process.env.GITHUB_TOKEN", "--password-stdin < /tmp/file1",
    "if [ \"$password\" == \"none\" ]; then exit 1; fi", "SecretString: !Ref DatabasePassword2",
    "\"ParameterKey\": \"DatabasePassword1\"", "live_and_let_live_and_let_live_and_let_live_and",
  ].map { ("setting", $0) }
}
