package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.inboxport.inmemory.ServerBehavior.LengthUnit;
import io.inboxport.inmemory.ServerBehavior.ListOrder;
import io.inboxport.inmemory.ServerBehavior.TagClearing;
import io.inboxport.inmemory.ServerBehavior.TagNames;
import io.inboxport.inmemory.ServerBehavior.UnknownCursor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ServerBehaviorTest {
  private static final ServerBehavior DOCUMENTED = ServerBehavior.documented();

  @Test
  void the_documented_behavior_is_the_one_its_documentation_names() {
    assertThat(DOCUMENTED)
        .hasToString(
            "ServerBehavior[accepted=[UNKNOWN_PARENT_COMMENT, UNKNOWN_TAG, UNKNOWN_FILTER_VALUE],"
                + " lengthUnit=CODE_POINTS, tagNames=EXACT, tagClearing=BOTH, listOrder=NEWEST_FIRST,"
                + " unknownCursor=REJECTED, listCount=20..100, timelinePage=20, closedStatus=400, firstPage=0,"
                + " textTreatment=as-written]");
  }

  @ParameterizedTest
  @EnumSource
  void every_question_can_be_answered_either_way(OpenQuestion question) {
    assertThat(DOCUMENTED.toBuilder().accepting(question).build().accepts(question)).isTrue();
    assertThat(DOCUMENTED.toBuilder().rejecting(question).build().accepts(question)).isFalse();
    assertThat(DOCUMENTED.accepts(question)).isEqualTo(question.documentedAnswer());
  }

  @Test
  void a_change_keeps_everything_else_and_changes_no_other_behavior() {
    var changed =
        DOCUMENTED.toBuilder()
            .accepting(OpenQuestion.BLANK_NOTE)
            .lengthUnit(LengthUnit.UTF_16_UNITS)
            .tagNames(TagNames.FOLDED)
            .tagClearing(TagClearing.ELEMENT)
            .listOrder(ListOrder.OLDEST_FIRST)
            .unknownCursor(UnknownCursor.EMPTY_PAGE)
            .listCount(5, 7)
            .timelinePage(3)
            .closedStatus(409)
            .firstPage(1)
            .textTreatment(TextTreatment.empty())
            .rejecting(OpenQuestion.UNKNOWN_TAG)
            .build();

    assertThat(changed)
        .hasToString(
            "ServerBehavior[accepted=[UNKNOWN_PARENT_COMMENT, UNKNOWN_FILTER_VALUE, BLANK_NOTE],"
                + " lengthUnit=UTF_16_UNITS, tagNames=FOLDED, tagClearing=ELEMENT, listOrder=OLDEST_FIRST,"
                + " unknownCursor=EMPTY_PAGE, listCount=5..7, timelinePage=3, closedStatus=409, firstPage=1,"
                + " textTreatment=empty]")
        .isNotEqualTo(DOCUMENTED);
    assertThat(DOCUMENTED).isEqualTo(ServerBehavior.documented());
  }

  @Test
  void numbers_that_make_no_sense_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> DOCUMENTED.toBuilder().listCount(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> DOCUMENTED.toBuilder().listCount(6, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> DOCUMENTED.toBuilder().timelinePage(0));
    for (int status : List.of(201, 399, 401, 403, 404, 408, 421, 429, 500)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DOCUMENTED.toBuilder().closedStatus(status))
          .withMessageContaining("A status of " + status);
    }
  }
}
