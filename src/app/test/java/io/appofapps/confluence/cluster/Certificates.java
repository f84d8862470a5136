package io.appofapps.confluence.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates of every kind of badness, made by the JDK's keytool. */
final class Certificates {

  private static final String PASSWORD = "changeit";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /** A self-signed certificate that holds for a month, an authority too. */
  KeyStore selfSigned(String name, String alternativeNames) throws Exception {
    return make(name, alternativeNames, "-1d", 30, List.of("-ext", "bc:c"));
  }

  /**
   * A certificate that the authority signed.
   *
   * @param start keytool's notation, for instance {@code -10d}
   */
  KeyStore signed(String authority, String name, String start, int days) throws Exception {
    return make(
        name,
        "ip:127.0.0.1",
        start,
        days,
        List.of(
            "-signer",
            "it",
            "-signerkeypass",
            PASSWORD,
            "-keystore",
            folder.resolve(authority + ".p12").toString(),
            "-alias",
            name));
  }

  private KeyStore make(
      String name, String alternativeNames, String start, int days, List<String> more)
      throws Exception {
    boolean signed = more.contains("-signer");
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
    command.addAll(more);
    if (!signed) {
      command.addAll(List.of("-alias", "it", "-keystore", file.toString()));
    }
    if (!alternativeNames.isEmpty()) {
      command.addAll(List.of("-ext", "san=" + alternativeNames));
    }
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + said);
    }
    if (!signed) {
      return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }
    Path issuer = Path.of(more.get(more.indexOf("-keystore") + 1));
    KeyStore all = KeyStore.getInstance(issuer.toFile(), PASSWORD.toCharArray());
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry("it", all.getKey(name, password), password, all.getCertificateChain(name));
    return one;
  }

  static String certificate(KeyStore store) throws GeneralSecurityException {
    Certificate certificate = store.getCertificate("it");
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  static String key(KeyStore store) throws GeneralSecurityException {
    return pem(
        "PRIVATE KEY", ((PrivateKey) store.getKey("it", PASSWORD.toCharArray())).getEncoded());
  }

  static SSLContext context(KeyStore store) throws GeneralSecurityException, IOException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static String pem(String type, byte[] der) {
    return "-----BEGIN "
        + type
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + type
        + "-----\n";
  }
}
