import Testing

@testable import TerraformFunctions

@Test(arguments: [
  ("", "d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
  ("abc", "900150983cd24fb0d6963f7d28e17f72", "a9993e364706816aba3e25717850c26c9cd0d89d"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "8215ef0796a20bcaaae116d3876c664a",
    "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
  ),
])
func md5AndSHA1GiveTheirPublishedDigests(text: String, md5: String, sha1: String) {
  #expect(hexadecimal(md5Digest(Array(text.utf8))) == md5)
  #expect(hexadecimal(sha1Digest(Array(text.utf8))) == sha1)
}

@Test func sha256AndSHA512GiveTheirPublishedDigests() {
  #expect(hexadecimal(sha256Digest(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  #expect(hexadecimal(sha256Digest([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  #expect(
    hexadecimal(sha512Digest(Array("abc".utf8)))
      == "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
  )
}

@Test func paddingIsRightAtEveryLength() {
  // The digest of all digests of messages from 0 to 299 bytes, as other implementations give it.
  var all: [UInt8] = []
  for length in 0..<300 {
    let message = [UInt8](repeating: UInt8(length & 255), count: length)
    all += md5Digest(message) + sha1Digest(message) + sha256Digest(message) + sha512Digest(message)
  }
  #expect(hexadecimal(sha256Digest(all)) == "c3826599dfb2fdc156026194a29c0ed3b388ee39c9c93a5151e97bda8050ef98")
}

@Test func base64IsReadAsItIsWritten() {
  for length in 0..<70 {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
    let (decoded, error) = base64Decoded(base64Encoded(bytes).utf8)
    #expect(decoded == bytes && error == nil)
  }
  #expect(base64Decoded("YQ==\n".utf8).bytes == [97])
  #expect(base64Decoded("YQ=".utf8).errorOffset != nil)
  #expect(base64Decoded("Y".utf8).errorOffset != nil)
  #expect(base64Decoded("YQ==YQ==".utf8).errorOffset != nil)
}

@Test func gzipIsReadAsItIsWritten() throws {
  for length in [0, 1, 5, 65_535, 65_536, 200_000] {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    #expect(try gunzipped(gzipped(bytes), limit: 1 << 20) == bytes)
  }
}

@Test func gzipReadsDynamicCodesAndRefusesDamage() throws {
  let packed = base64Decoded(dynamicGzip.utf8).bytes
  let text = try gunzipped(packed, limit: 1 << 20)
  #expect(text.count == 5290)
  #expect(hexadecimal(md5Digest(text)) == "08ce6723463b9687caee231971a17e52")
  #expect(throws: GzipFailure.tooLong) { try gunzipped(packed, limit: 100) }
  for index in packed.indices {
    var damaged = packed
    damaged[index] ^= 0x55
    _ = try? gunzipped(damaged, limit: 1 << 16)
    _ = try? gunzipped(Array(packed[..<index]), limit: 1 << 16)
  }
}

private let dynamicGzip = """
  H4sIAAAAAAAC/5XYPY4bMQyG4T6n8BFIir/HGUkjYIFFcv8u43XS86vcEITwYMbW6++v3/eLXn/Oa521hVLLtrndx/2OfU6dynDd16/v9yj/jOq6VEZeNOv5\
  ENprGdXlJ+xZMD+j8jOafIfkrq1Ljg8/5HGy1mJNl/UZHe/Re625Mm6dtm45t+SgPLuOXDGvMz6j+h69Ms7xqEvOuIN3cfLlMcNUWP5vtZ+tz9HHjDPns3So\
  7YiQ+RxCr8G57TPq71F+NlLxsiuTznX8TLudniNNnrL/bY0+Vvaxqo/F1Ndi7nOx9L149MFYgcfL+mTsgFkAZgmYVd9MqG8m3DcTAd7J0TcT7ZuJ9c3EAbMA\
  zBIwq77ZIOCLjPtmQ/pmY/TNhvbNhvXNhgNmAZglYFZ9M6W+mXLfTKVvpqNvpto3UwN+MR0wC8AsAbPqmxn1zYz7ZiZ9MxvANUP7ZmZ9M3PALACzBMyqb+bU\
  N3MG7mbSN/PRN3Ptm7n1zdwBswDMEjAr4EILXP8DuP8HEAABFEAACRBAAwQSAUAFBJABAXRAAh2QQAck0AEJdEACHZBAByTQAQl0QAIdkEAHFNABBXRAAR1Q\
  QAcU0AEFdEABHVBABxTQAQV0ABMhkQ6UABOQAkxACzABMcAE1ACTI3SB0CVCBxQBM5AEzEATMANRwAxUATOQBcyG/DfkCF0gdInQ9drgLyqzqxGqFAAA
  """
