/// The program's version. (Semantic Versioning 2.0.0.)
public let terraneVersion = "0.1.0"
