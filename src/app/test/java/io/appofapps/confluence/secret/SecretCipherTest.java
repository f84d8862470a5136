package io.appofapps.confluence.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import javax.crypto.SecretKey;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SecretCipherTest {

  private final SecretKeys keys = SecretKeys.fresh();
  private final String id = keys.current();
  private final SecretKey key = keys.key(id).orElseThrow();

  @Property(tries = 200)
  void anyTextComesBack(@ForAll String text, @ForAll String name) {
    // a lone surrogate is no character and cannot be written as UTF-8
    SecretText secret = new SecretText(text.replaceAll("\\p{Cs}", ""));
    String sealed = SecretCipher.encrypt(key, id, name, secret);
    assertThat(SecretCipher.decrypt(key, id, name, sealed)).contains(secret);
    assertThat(SecretCipher.decrypt(key, id, name + "x", sealed)).isEmpty();
    assertThat(SecretCipher.decrypt(key, id + "x", name, sealed)).isEmpty();
  }

  @Property(tries = 200)
  void aChangedBitIsNoticed(@ForAll @IntRange(min = 0, max = 39) int at, @ForAll byte flip) {
    String sealed = SecretCipher.encrypt(key, id, "a", new SecretText("twelve bytes"));
    byte[] bytes = Base64.getDecoder().decode(sealed);
    bytes[at] ^= flip;
    assertThat(SecretCipher.decrypt(key, id, "a", Base64.getEncoder().encodeToString(bytes)))
        .isEqualTo(
            flip == 0
                ? java.util.Optional.of(new SecretText("twelve bytes"))
                : java.util.Optional.empty());
  }

  @Property(tries = 50)
  void whatIsNoCiphertextIsEmpty(@ForAll String text) {
    assertThat(SecretCipher.decrypt(key, id, "a", text)).isEmpty();
  }
}
