package io.inboxport.http;

import static io.inboxport.properties.Generators.characters;
import static io.inboxport.properties.Generators.longs;
import static io.inboxport.properties.Generators.strings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.properties.PropertyCheck;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampReaderTest {
  private static final TimestampReader UTC = new TimestampReader(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2025-03-10 14:22:00, 2025-03-10T14:22:00Z",
    "2024-02-29 23:59:59, 2024-02-29T23:59:59Z",
    "1741616520, 2025-03-10T14:22:00Z",
    "1, 1970-01-01T00:00:01Z",
    "253402300799, 9999-12-31T23:59:59Z",
    "2025-03-10T14:22:00, 2025-03-10T14:22:00Z",
    "2025-03-10T14:22:00Z, 2025-03-10T14:22:00Z",
    "2025-03-10T14:22:00+00:00, 2025-03-10T14:22:00Z",
    "2025-03-10T16:22:00+02:00, 2025-03-10T14:22:00Z",
    "2025-03-10T14:22:00.000+0000, 2025-03-10T14:22:00Z",
    "2025-03-10 14:22:00.999999, 2025-03-10T14:22:00Z",
    "2025-03-10 09:22:00-05, 2025-03-10T14:22:00Z",
    "' 2025-03-10 14:22:00 ', 2025-03-10T14:22:00Z",
    "1741616520000, 2025-03-10T14:22:00Z",
    "1741616520.5, 2025-03-10T14:22:00Z",
    "253402300799999, 9999-12-31T23:59:59Z",
    "0001-01-01 00:00:00, 0001-01-01T00:00:00Z",
    "9999-12-31 23:59:59, 9999-12-31T23:59:59Z"
  })
  void every_known_form_is_read(String text, Instant expected) {
    assertThat(UTC.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0.0",
        "0000-00-00 00:00:00",
        "0000-01-01 00:00:00",
        "0000-00-00",
        "0000-00-00T00:00:00+00:00",
        "-0001-11-30T00:00:00+00:00"
      })
  void what_means_that_there_is_none_tells_no_time(String text) {
    assertThat(UTC.read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-02-30 10:00:00",
        "2025-13-01 00:00:00",
        "2025-03-10 24:00:00",
        "2025-03-10 14:22:60",
        "2025-03-1 14:22:00",
        "2025-02-30T10:00:00Z",
        "2025-03-10T14:22:00+25:00",
        "9999-12-31T23:59:59-01:00",
        "0001-01-01T00:00:00+01:00",
        "253402300800000",
        "9999999999999999",
        "2025-03-10 14:22:0x",
        "2025-03-10",
        "-1",
        "253402300800",
        "99999999999999999999",
        "١٧٤١٦١٦٥٢٠",
        "yesterday",
        "2025-03-10 14.22.00",
        "2025/03/10 14:22:00",
        "2025-03-10x14:22:00",
        "2025-03-0: 14:22:00"
      })
  void everything_else_cannot_be_read_and_is_never_taken_for_none(String text) {
    assertThatThrownBy(() -> UTC.read(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void a_time_with_the_name_of_its_zone_is_read_there() {
    assertThat(UTC.read("2025-03-10 10:22:00.000000", "America/New_York"))
        .isEqualTo("2025-03-10T14:22:00Z");
    assertThat(UTC.read("2025-03-10 14:22:00.000000", " ")).isEqualTo("2025-03-10T14:22:00Z");
    assertThatThrownBy(() -> UTC.read("2025-03-10 10:22:00", "Nowhere/Land"))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void a_time_without_a_zone_is_read_in_the_one_that_was_set() {
    var newYork = new TimestampReader(ZoneId.of("America/New_York"));

    assertThat(newYork.read("2025-03-10 14:22:00")).isEqualTo("2025-03-10T18:22:00Z");
    assertThat(newYork.read("1741616520")).isEqualTo("2025-03-10T14:22:00Z");
  }

  @Test
  void a_time_that_a_zone_skips_or_repeats_is_still_one() {
    var newYork = new TimestampReader(ZoneId.of("America/New_York"));

    assertThat(newYork.read("2025-03-09 02:30:00")).isEqualTo("2025-03-09T07:30:00Z");
    assertThat(newYork.read("2025-11-02 01:30:00")).isEqualTo("2025-11-02T05:30:00Z");
  }

  @Test
  void seconds_come_back_as_they_went() {
    PropertyCheck.standard()
        .forAll(
            longs(1, 253_402_300_799L),
            s -> assertThat(UTC.read(Long.toString(s))).isEqualTo(Instant.ofEpochSecond(s)));
  }

  @Test
  void no_text_looking_like_a_time_is_too_much() {
    PropertyCheck.standard()
        .forAll(
            strings(characters(' ', ':'), 0, 20),
            text -> {
              Instant read;
              try {
                read = UTC.read(text);
              } catch (DateTimeException e) {
                return;
              }
              if (read != null) {
                assertThat(read)
                    .isBetween(
                        Instant.parse("0001-01-01T00:00:00Z"),
                        Instant.ofEpochSecond(253_402_300_799L));
              }
            });
  }
}
