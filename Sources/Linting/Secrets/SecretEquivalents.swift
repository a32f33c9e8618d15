extension SecretDetector {
  /// The ids under which other tools look for secrets in any text. Their scanners and this analysis find the same kinds; comments that silence one of those
  /// ids silence a finding here.
  static let equivalents: [String: [String]] = [
    "checkov": (Array(1...19) + [80]).map { "CKV_SECRET_\($0)" },
    "kics": ["487f4be7-3fd9-4506-a07a-eae252180c08", "51b5b840-cd0c-4556-98a7-fe5f4def80cf"],
    "trivy": [
      "adobe-client-secret", "age-secret-key", "alibaba-access-key-id", "alibaba-secret-key", "asana-client-secret",
      "atlassian-api-token",
      "aws-access-key-id", "aws-secret-access-key", "azure-ai-services-key", "azure-app-config-connection-string",
      "azure-container-registry-credential", "azure-container-registry-password", "azure-devops-pat", "azure-entra-client-secret",
      "azure-sas-token", "azure-storage-account-key", "beamer-api-token", "bitbucket-client-secret", "clojars-api-token",
      "contentful-delivery-api-token", "databricks-api-token", "discord-api-token", "discord-client-secret",
      "dockerconfig-secret",
      "doppler-api-token", "dropbox-api-secret", "dropbox-long-lived-api-token", "dropbox-short-lived-api-token",
      "duffel-api-token",
      "dynatrace-api-token", "easypost-api-token", "facebook-token", "fastly-api-token", "finicity-api-token",
      "finicity-client-secret",
      "flutterwave-enc-key", "flutterwave-public-key", "frameio-api-token", "gcp-service-account", "github-app-token",
      "github-fine-grained-pat", "github-oauth", "github-pat", "github-refresh-token", "gitlab-pat", "gocardless-api-token",
      "grafana-api-token", "hashicorp-tf-api-token", "heroku-api-key", "hubspot-api-token", "hugging-face-access-token",
      "intercom-api-token",
      "intercom-client-secret", "ionic-api-token", "jwt-token", "linear-api-token", "linear-client-secret",
      "linkedin-client-secret",
      "lob-api-key", "lob-pub-api-key", "mailchimp-api-key", "mailgun-signing-key", "mailgun-token", "mapbox-api-token",
      "maven-settings-passphrase", "maven-settings-password", "maven-settings-security-master", "messagebird-api-token",
      "new-relic-browser-api-token", "new-relic-user-api-key", "npm-access-token", "openai-admin-api-key",
      "openai-legacy-api-key",
      "openai-project-api-key", "openai-realtime-client-secret", "openai-service-account-key", "openai-service-api-key",
      "planetscale-api-token", "planetscale-password", "postman-api-token", "private-key", "private-packagist-token",
      "pulumi-api-token",
      "pypi-upload-token", "rubygems-api-token", "sendgrid-api-token", "sendinblue-api-token", "shippo-api-token",
      "shopify-token",
      "slack-access-token", "slack-web-hook", "stripe-secret-token", "symfony-default-secret", "twilio-api-key",
      "twitch-api-token",
      "twitter-token", "typeform-api-token",
    ],
  ]
}
