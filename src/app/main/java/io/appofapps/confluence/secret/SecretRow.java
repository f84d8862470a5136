package io.appofapps.confluence.secret;

import net.java.ao.Preload;
import net.java.ao.RawEntity;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** One secret, encrypted. */
@Preload
@Table("SECRET_ROW")
public interface SecretRow extends RawEntity<String> {

  @NotNull
  @PrimaryKey("SECRET_NAME")
  String getSecretName();

  void setSecretName(String secretName);

  /** Which key of the key file it takes. */
  @NotNull
  String getKeyName();

  void setKeyName(String keyName);

  /** Base64, see {@link SecretCipher}. */
  @StringLength(StringLength.UNLIMITED)
  String getSealed();

  void setSealed(String sealed);

  long getChangedMillis();

  void setChangedMillis(long changedMillis);
}
