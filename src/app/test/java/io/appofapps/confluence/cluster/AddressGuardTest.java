package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254",
        "https://169.254.1.1:6443",
        "https://[fe80::1]:6443",
        "https://[::ffff:169.254.169.254]",
        "https://[fd00:ec2::254]",
        "https://100.100.100.200",
        "https://168.63.129.16",
        "https://2852039166",
        "https://0.0.0.0:6443"
      })
  void addressesOfNoClusterAreRefused(String address) {
    assertThatThrownBy(() -> AddressGuard.resolve(URI.create(address)))
        .isInstanceOf(AddressGuard.RefusedAddressException.class);
  }

  @Test
  void loopbackAndPrivateAddressesAreAllowed() throws Exception {
    assertThat(AddressGuard.resolve(URI.create("https://localhost:6443"))).isNotEmpty();
    assertThat(AddressGuard.resolve(URI.create("https://10.0.0.1"))).isNotEmpty();
    assertThat(AddressGuard.resolve(URI.create("https://[fd00::1]"))).isNotEmpty();
  }
}
