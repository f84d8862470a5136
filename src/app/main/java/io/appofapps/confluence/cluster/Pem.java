package io.appofapps.confluence.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Certificates and private keys in PEM, as administrators paste them. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

  private static final String RSA_ALGORITHM = "300d06092a864886f70d0101010500";
  private static final String EC_ALGORITHM = "06072a8648ce3d0201";

  private Pem() {}

  /**
   * All certificates of the text, in their order, at least one.
   *
   * @param what the field, as the beginning of a sentence
   */
  static List<X509Certificate> certificates(String text, String what)
      throws UnusableConnectionException {
    List<X509Certificate> found = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(text);
    try {
      while (blocks.find()) {
        if (blocks.group(1).equals("CERTIFICATE")) {
          found.add(certificate(decode(blocks.group(2))));
        }
      }
    } catch (CertificateException | IllegalArgumentException e) {
      throw new UnusableConnectionException(
          what
              + " cannot be read as PEM: a certificate in it is damaged. Paste it again, with the"
              + " lines BEGIN CERTIFICATE and END CERTIFICATE.");
    }
    if (found.isEmpty()) {
      throw new UnusableConnectionException(
          what
              + " holds no PEM certificate: paste the text that begins with -----BEGIN"
              + " CERTIFICATE-----.");
    }
    return found;
  }

  private static X509Certificate certificate(byte[] der) throws CertificateException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
  }

  /** The private key of the text: PKCS#8, PKCS#1 (RSA) or SEC1 (EC), not encrypted. */
  static PrivateKey privateKey(String text) throws UnusableConnectionException {
    if (text.contains("ENCRYPTED")) {
      throw new UnusableConnectionException(
          "The private key is protected by a passphrase, which is not supported: store it without"
              + " one; the app encrypts it.");
    }
    Matcher blocks = BLOCK.matcher(text);
    try {
      while (blocks.find()) {
        byte[] der = decode(blocks.group(2));
        switch (blocks.group(1)) {
          case "PRIVATE KEY":
            return anyKey(der);
          case "RSA PRIVATE KEY":
            return key("RSA", pkcs8(HexFormat.of().parseHex(RSA_ALGORITHM), der));
          case "EC PRIVATE KEY":
            return key("EC", pkcs8(ecAlgorithm(der), der));
          default:
            break;
        }
      }
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new UnusableConnectionException(
          "The private key cannot be read: paste the whole PEM text, unencrypted PKCS#8, RSA or"
              + " EC.");
    }
    throw new UnusableConnectionException(
        "The private key holds no PEM key: paste the text that begins with -----BEGIN PRIVATE"
            + " KEY-----.");
  }

  /** Key and chain as one identity, checked to belong together. */
  static Access.Identity identity(String certificates, String key)
      throws UnusableConnectionException {
    List<X509Certificate> chain = certificates(certificates, "The client certificate");
    PrivateKey privateKey = privateKey(key);
    if (!belongTogether(chain.get(0), privateKey)) {
      throw new UnusableConnectionException(
          "Client certificate and private key do not belong together: paste the pair that was"
              + " issued together, own certificate first.");
    }
    return new Access.Identity(privateKey, chain);
  }

  private static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      byte[] probe = "app-of-apps".getBytes(StandardCharsets.US_ASCII);
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] decode(String base64) {
    return Base64.getMimeDecoder().decode(base64.strip());
  }

  private static PrivateKey anyKey(byte[] der) throws GeneralSecurityException {
    GeneralSecurityException last = null;
    for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return key(algorithm, der);
      } catch (GeneralSecurityException e) {
        last = e;
      }
    }
    throw last;
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  /** RFC 5958: version 0, algorithm, key as octets. */
  private static byte[] pkcs8(byte[] algorithm, byte[] key) {
    return der(0x30, new byte[] {2, 1, 0}, algorithm, der(0x04, key));
  }

  /** RFC 5915 keeps the curve's name inside the key, under the tag [0]. */
  private static byte[] ecAlgorithm(byte[] key) {
    int at = key[1] >= 0 ? 2 : 2 + (key[1] & 0x7f);
    at += 2 + key[at + 1];
    at += 2 + key[at + 1];
    if ((key[at] & 0xff) != 0xa0) {
      throw new IllegalArgumentException("the key does not name its curve");
    }
    byte[] curve = Arrays.copyOfRange(key, at + 2, at + 2 + key[at + 1]);
    return der(0x30, HexFormat.of().parseHex(EC_ALGORITHM), curve);
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(body::writeBytes);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(tag);
    int length = body.size();
    if (length < 0x80) {
      whole.write(length);
    } else if (length < 0x100) {
      whole.write(0x81);
      whole.write(length);
    } else {
      whole.write(0x82);
      whole.write(length >> 8);
      whole.write(length);
    }
    whole.writeBytes(body.toByteArray());
    return whole.toByteArray();
  }
}
