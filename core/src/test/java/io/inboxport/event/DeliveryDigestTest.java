package io.inboxport.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryDigestTest {
  @Test
  void the_digest_is_the_sha_256_of_the_bytes() {
    // The test vector of FIPS 180 for "abc".
    assertThat(DeliveryDigest.of("abc".getBytes(StandardCharsets.UTF_8)))
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ba7816bf",
        "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void another_text_is_no_digest(String text) {
    assertThatThrownBy(() -> new DeliveryDigest(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
