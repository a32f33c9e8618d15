/// Embedded facts: the schemas of Terraform providers and of the types that conversion writes.
