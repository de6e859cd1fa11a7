package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import retrofit2.Call;

/** Exchanges that no test sends, and what the budget learns of them. */
class ApiExchangeTest {
  /** Budget that notes what it is asked for, and gives one permit. */
  private static final class NotingBudget implements RequestBudget {
    private final Permit permit = () -> {};
    private final List<RequestKind> asked = new ArrayList<>();

    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
      asked.add(kind);
      return permit;
    }

    @Override
    public void block(Duration pause) {
      throw new UnsupportedOperationException("No server answers here.");
    }
  }

  private static Call<ResponseBody> unsent(SendState sending) {
    throw new UnsupportedOperationException("No test sends this.");
  }

  @Test
  void the_budget_tells_reads_and_writes_apart_and_its_permit_is_the_one_of_the_call()
      throws Exception {
    var budget = new NotingBudget();
    var guarded = new GuardedBudget(budget);
    var close = new InboxWrite.SetStatus(ConversationId.of("eit1"), Status.CLOSED);

    var read =
        ApiExchange.read(
            Operation.LIST, null, List.of(), ApiExchangeTest::unsent, AnswerPayload::none);
    var write =
        ApiExchange.write(
            close, WriteForm.builder().build(), ApiExchangeTest::unsent, AnswerPayload::none);

    assertThat(guarded.reserve(read, Duration.ZERO, Duration.ZERO)).isSameAs(budget.permit);
    assertThat(guarded.reserve(write, Duration.ZERO, Duration.ZERO)).isSameAs(budget.permit);
    assertThat(budget.asked).containsExactly(RequestKind.READ, RequestKind.WRITE);
  }
}
