package io.inboxport.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SalesforceCaseTest {
  private static final SalesforceCase PLAIN =
      SalesforceCase.through(IntegrationId.of("sfint00000000001"));
  private static final SalesforceCase FULL =
      PLAIN
          .ownedBy(SalesforceUserId.of("005000000000001"))
          .about(SalesforceContactId.of("003000000000001"))
          .describedAs("Customer reported an issue with login");

  @Test
  void holds_what_the_vendors_sample_shows() {
    assertThat(FULL.integration()).hasToString("sfint00000000001");
    assertThat(FULL.owner()).contains(SalesforceUserId.of("005000000000001"));
    assertThat(FULL.contact()).contains(SalesforceContactId.of("003000000000001"));
    assertThat(FULL.description()).contains("Customer reported an issue with login");
  }

  @Test
  void only_the_integration_is_needed() {
    assertThat(PLAIN.owner()).isEmpty();
    assertThat(PLAIN.contact()).isEmpty();
    assertThat(PLAIN.description()).isEmpty();
  }

  @Test
  void the_order_of_saying_things_does_not_matter() {
    assertThat(
            PLAIN
                .describedAs("Customer reported an issue with login")
                .about(SalesforceContactId.of("003000000000001"))
                .ownedBy(SalesforceUserId.of("005000000000001")))
        .isEqualTo(FULL)
        .hasSameHashCodeAs(FULL);
  }

  @Test
  void a_description_has_1_to_10000_code_points() {
    assertThat(PLAIN.describedAs("\uD83D\uDE00".repeat(10_000)).description()).isPresent();
    assertThatThrownBy(() -> PLAIN.describedAs("x".repeat(10_001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The case description has 10001 characters, the limit is 10000: shorten it by 1.");
    assertThatThrownBy(() -> PLAIN.describedAs(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The case description is blank: give 1 to 10000 characters.");
  }

  @Test
  void two_that_differ_in_anything_are_not_equal() {
    var others =
        List.of(
            SalesforceCase.through(IntegrationId.of("other")),
            PLAIN.ownedBy(SalesforceUserId.of("1")),
            PLAIN.about(SalesforceContactId.of("1")),
            PLAIN.describedAs("1"));

    assertThat(others).doesNotContain(PLAIN).doesNotHaveDuplicates();
    assertThat(others).extracting(Object::hashCode).doesNotHaveDuplicates();
    assertThat(PLAIN).isNotEqualTo(null).isNotEqualTo("sfint00000000001");
  }

  @Test
  void its_text_never_tells_the_description() {
    assertThat(FULL)
        .hasToString(
            "SalesforceCase[sfint00000000001, owner=005000000000001, contact=003000000000001]");
  }
}
