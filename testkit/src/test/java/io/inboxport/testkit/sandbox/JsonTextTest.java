package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox's own writing of JSON and times, which is that of Jackson and the JDK. */
class JsonTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":{},\"b\":[[],[{}]],\"c\":\"{[\"}",
        "[1,-2,3.5,1e300,12345678901234567890,true,false,null]",
        "{\"Result\":true,\"Tags\":[{\"Id\":\"etg1\",\"Name\":\"VIP\"},{\"Id\":\"\",\"Name\":\"a, b\"}]}"
      })
  void a_tree_is_written_as_the_mapper_writes_it(String json) throws JsonProcessingException {
    var tree = MAPPER.readTree(json);

    assertThat(JsonText.of(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
  }

  @Test
  void every_letter_is_written_as_the_mapper_writes_it() throws JsonProcessingException {
    var letters = new StringBuilder("\ud83d\ude00");
    for (char c = 0; c < 0x3000; c++) {
      letters.append(c);
    }
    var tree = MAPPER.createObjectNode().put(letters.toString(), letters.toString());

    assertThat(JsonText.of(tree)).isEqualTo(MAPPER.writeValueAsString(tree));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-03-10T14:22:00Z, 2025-03-10 14:22:00",
    "1969-12-31T23:59:59.9Z, 1969-12-31 23:59:59",
    "0999-01-02T03:04:05Z, 0999-01-02 03:04:05"
  })
  void a_time_is_written_as_the_vendor_does(Instant time, String written) {
    assertThat(WireTime.vendor(time)).isEqualTo(written);
  }
}
