package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.account.AccountId;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.SteppedTime;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

class AccountRegistryTest {
  private static final HttpUrl US = HttpUrl.get("https://api.oktopost.com/v2/");
  private static final AccountId ID = AccountId.of("001000000000001");

  private final SteppedTime time = new SteppedTime();
  private final AccountRegistry accounts = new AccountRegistry(time, time.clock());

  @Test
  void clients_of_one_account_at_one_server_share_everything() {
    var account = accounts.of(US, ID);

    assertThat(accounts.of(US, ID)).isSameAs(account);
    assertThat(accounts.of(HttpUrl.get("https://api.oktopost.com/v3/"), ID)).isSameAs(account);
  }

  @Test
  void another_account_or_another_server_shares_nothing() {
    var account = accounts.of(US, ID);

    for (var other :
        List.of(
            accounts.of(US, AccountId.of("001000000000002")),
            accounts.of(HttpUrl.get("https://eu-api.oktopost.com/v2/"), ID),
            accounts.of(HttpUrl.get("https://api.oktopost.com:8443/v2/"), ID),
            accounts.of(HttpUrl.get("http://api.oktopost.com:443/v2/"), ID))) {
      assertThat(other.budget()).isNotSameAs(account.budget());
      assertThat(other.breaker()).isNotSameAs(account.breaker());
    }
  }

  @Test
  void a_client_that_is_made_anew_for_every_call_finds_the_budget_it_used() throws Exception {
    var account = accounts.of(US, ID);
    var budget = account.budget();
    budget.reserve(RequestKind.WRITE, Duration.ZERO).close();
    var gone = new WeakReference<>(account);
    account = null;
    collect(gone);

    addMany(1_000);

    assertThat(accounts.of(US, ID).budget()).isSameAs(budget);
  }

  @Test
  void accounts_that_nobody_uses_are_forgotten() {
    addMany(10_000);

    assertThat(accounts.size()).isLessThan(10_000);
  }

  @Test
  void an_account_in_use_is_not_forgotten() {
    var held = new ArrayList<AccountState>();
    for (int i = 0; i < 1_000; i++) {
      held.add(accounts.of(US, AccountId.of("held" + i)));
    }

    addMany(10_000);

    for (int i = 0; i < 1_000; i++) {
      assertThat(accounts.of(US, AccountId.of("held" + i))).isSameAs(held.get(i));
    }
  }

  @Test
  void a_used_account_is_forgotten_when_its_day_is_over() throws Exception {
    accounts.of(US, ID).budget().reserve(RequestKind.WRITE, Duration.ZERO).close();
    time.pass(Duration.ofDays(2));

    addMany(10_000);

    assertThat(accounts.size()).isLessThan(10_000);
  }

  @Test
  void ten_thousand_gateways_need_no_thread() {
    var gateways = new ArrayList<HttpInboxGateway>();
    gateways.add(gateway(0));
    int before = Thread.activeCount();

    for (int i = 1; i < 10_000; i++) {
      gateways.add(gateway(i));
    }

    assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    gateways.forEach(HttpInboxGateway::close);
  }

  @Test
  void making_and_closing_a_thousand_gateways_leaves_the_heap_flat() {
    makeAndClose(1_000);
    long before = usedHeap();

    makeAndClose(1_000);

    assertThat(usedHeap() - before).isLessThan(1_000_000);
  }

  private void makeAndClose(int number) {
    for (int i = 0; i < number; i++) {
      gateway(i).close();
    }
  }

  private HttpInboxGateway gateway(int number) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("account" + number, "key-42"))
        .baseUrl(URI.create("http://127.0.0.1:9"))
        .accounts(accounts)
        .build();
  }

  /** Accounts whose clients are gone at once. */
  private void addMany(int number) {
    for (int i = 0; i < number; i++) {
      var gone = new WeakReference<>(accounts.of(US, AccountId.of("many" + i)));
      if (i % 1_000 == 0) {
        collect(gone);
      }
    }
  }

  private static void collect(WeakReference<?> reference) {
    while (reference.get() != null) {
      System.gc();
    }
  }

  private static long usedHeap() {
    collect(new WeakReference<>(new Object()));
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
