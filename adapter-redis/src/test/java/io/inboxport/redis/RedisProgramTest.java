package io.inboxport.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A machine without a Redis fails its tests with a sentence, and leaves none out. */
class RedisProgramTest {
  @ParameterizedTest
  @EnumSource
  void a_machine_without_a_program_is_told(RedisProgram program) {
    assertThatThrownBy(() -> program.file("Windows 11", "amd64"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "There is no program of %s for Windows 11 on amd64. Run these tests on Linux or macOS.",
            program);
  }

  @ParameterizedTest
  @EnumSource
  void linux_and_macos_have_a_program(RedisProgram program) {
    assertThat(program.file("Linux", "amd64")).endsWith("-linux-amd64");
    assertThat(program.file("Linux", "aarch64")).endsWith("-linux-arm64");
    assertThat(program.file("Mac OS X", "x86_64")).endsWith("-darwin-amd64");
    assertThat(program.file("Mac OS X", "aarch64")).endsWith("-darwin-arm64");
  }
}
