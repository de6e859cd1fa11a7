package io.inboxport.budget.file;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.shared.BudgetLedger;
import io.inboxport.budget.shared.BudgetView;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileBudgetStoreTest {
  private static final Logger LOGGER = Logger.getLogger("io.inboxport.budget.file");

  @SuppressWarnings("NullAway.Init") // Made before each test.
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Path home;

  @SuppressWarnings("NullAway.Init") // Set before each test.
  private Path file;

  private long wall = 1_800_000_000_000L;
  private long nanos = 5_000;

  private final List<String> logged = new ArrayList<>();
  private final Handler listener =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          logged.add(entry.getMessage());
        }

        @Override
        public void flush() {
          // Nothing is held back.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  @BeforeEach
  void listen() {
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(listener);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.removeHandler(listener);
    LOGGER.setUseParentHandlers(true);
  }

  @BeforeEach
  void name() {
    home = folder.resolve("home");
    file = home.resolve("account.ledger");
  }

  @Test
  void processes_that_come_and_go_share_the_limit() throws Exception {
    assertThat(process("a").ask(40).writes()).isEqualTo(40);
    assertThat(process("b").ask(40).writes()).isEqualTo(20);
    assertThat(process("c").ask(1).writes()).isZero();
    pass(Duration.ofMillis(ExchangeFixture.LEASE).plusMinutes(2).plusMillis(250));
    assertThat(process("d").ask(70).writes()).isEqualTo(60);
  }

  @Test
  void a_wall_clock_that_is_set_back_or_ahead_by_hours_opens_nothing() throws Exception {
    var longLived = process("a");
    assertThat(longLived.ask(60).writes()).isEqualTo(60);

    for (var step : new Duration[] {Duration.ofHours(-5), Duration.ofHours(17)}) {
      wall += step.toMillis();
      pass(Duration.ofSeconds(1));
      assertThat(process("b").ask(1).writes()).as("%s", step).isZero();
      assertThat(longLived.ask(1).writes()).as("%s", step).isZero();
    }
    pass(Duration.ofMillis(ExchangeFixture.LEASE).plusMinutes(2).plusMillis(250));
    assertThat(process("c").ask(61).writes()).isEqualTo(60);
  }

  @Test
  void a_restart_of_the_machine_closes_until_nothing_it_forgot_can_matter() throws Exception {
    assertThat(process("a").ask(1).writes()).isEqualTo(1);
    nanos -= 4_000;
    wall += 20_000;

    var answer = process("b").ask(1);
    assertThat(answer.writes()).isZero();
    assertThat(answer.writeWait()).isEqualTo(process("b").closure() - 20_000);
    pass(Duration.ofMillis(answer.writeWait()));
    assertThat(process("c").ask(60).writes()).isEqualTo(60);
  }

  @Test
  void a_restart_long_after_the_last_request_closes_nothing() throws Exception {
    process("a").ask(60);
    nanos -= 4_000;
    wall += process("b").closure();

    assertThat(process("b").ask(60).writes()).isEqualTo(60);
  }

  @Test
  void the_files_and_a_new_folder_are_for_the_owner_alone() throws Exception {
    process("a").ask(1);

    assertThat(permissions(home)).isEqualTo("rwx------");
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(beside(".lock"))).isEqualTo("rw-------");
    assertThat(beside(".new")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".lock"})
  void a_symbolic_link_is_refused(String ending) throws Exception {
    var target = Files.writeString(folder.resolve("target"), "precious");
    Files.createDirectory(home);
    Files.createSymbolicLink(beside(ending), target);

    assertThatThrownBy(() -> process("a").ask(1))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("account.ledger" + ending + ": it is a symbolic link");
    assertThatThrownBy(() -> store().check()).hasMessageContaining("it is a symbolic link");
    assertThat(target).hasContent("precious");
  }

  @Test
  void a_budget_over_a_file_writes_its_requests_there() throws Exception {
    try (var budget = FileRequestBudget.at(file).build()) {
      budget.reserve(RequestKind.READ, Duration.ofSeconds(10)).close();
    }

    var ledger = StoredLedger.of(Files.readAllBytes(file)).ledger();
    assertThat(BudgetView.of(ledger, RequestLimits.documented()).minute().used()).isPositive();
  }

  @Test
  void a_look_follows_no_link_either() throws Exception {
    Files.createDirectory(home);
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));

    assertThatThrownBy(() -> store().look()).hasMessageContaining("it is a symbolic link");
  }

  @Test
  void a_link_in_place_of_the_draft_is_not_followed() throws Exception {
    var target = Files.writeString(folder.resolve("target"), "precious");
    Files.createDirectory(home);
    Files.createSymbolicLink(beside(".new"), target);

    assertThat(process("a").ask(1).writes()).isEqualTo(1);
    assertThat(target).hasContent("precious");
    assertThat(file).isRegularFile();
  }

  @Test
  void a_file_that_others_may_write_is_refused() throws Exception {
    process("a").ask(1);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));

    assertThatThrownBy(() -> process("b").ask(1)).hasMessageContaining("chmod 600");
    assertThatThrownBy(() -> store().check()).hasMessageContaining("chmod 600");
  }

  @Test
  void a_file_of_another_user_is_refused() throws Exception {
    process("a").ask(1);
    UserPrincipal other = () -> "mallory";

    assertThatThrownBy(() -> OwnedFiles.refuseOthers(file, other))
        .hasMessageContaining("it belongs to")
        .hasMessageContaining("not to mallory");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "alias ll='ls -l'\n", "InboxLed and more of a text"})
  void a_file_that_holds_something_else_is_refused_and_left_alone(String content) throws Exception {
    Files.createDirectory(home);
    Files.writeString(file, content);

    assertThatThrownBy(() -> process("a").ask(1)).hasMessageContaining("holds no ledger");
    assertThatThrownBy(() -> store().check()).hasMessageContaining("holds no ledger");
    assertThatThrownBy(() -> store().look()).hasMessageContaining("holds no ledger");
    assertThat(file).hasContent(content);
  }

  @Test
  void a_ledger_that_is_damaged_anywhere_grants_nothing() throws Exception {
    process("a").ask(60);
    var sound = Files.readAllBytes(file);

    for (int at = 0; at < sound.length; at++) {
      var damaged = sound.clone();
      damaged[at] ^= 0x10;
      assertClosed(damaged);
      assertClosed(Arrays.copyOf(sound, at));
    }
    assertClosed(new byte[4_096]);
    var longer = Arrays.copyOf(sound, sound.length + 1);
    assertClosed(longer);
  }

  private void assertClosed(byte[] content) throws IOException {
    Files.write(file, content);
    try {
      assertThat(process("b").ask(1).writes()).isZero();
    } catch (Exception refused) {
      assertThat(refused).hasMessageContaining("holds no ledger");
    }
  }

  @Test
  void a_damaged_ledger_is_kept_and_a_new_one_opens_after_the_closure() throws Exception {
    var known = process("a");
    known.ask(60);
    Files.write(file, new byte[] {1}, APPEND);
    var damaged = Files.readAllBytes(file);
    assertThatThrownBy(() -> store().look()).hasMessageContaining("it is damaged");

    var fresh = process("b");
    var answer = fresh.ask(1);

    assertThat(answer.writes()).isZero();
    assertThat(answer.writeWait()).isEqualTo(fresh.closure());
    assertThat(beside(".damaged")).hasBinaryContent(damaged);
    assertThat(logged)
        .singleElement()
        .asString()
        .contains(file + " was damaged, and is kept as " + beside(".damaged"));
    assertThat(known.ask(1).lost()).isTrue();
    pass(Duration.ofMillis(fresh.closure() - 1));
    assertThat(fresh.ask(1).writes()).isZero();
    pass(Duration.ofMillis(1));
    assertThat(fresh.ask(1).writes()).isEqualTo(1);
  }

  @Test
  void a_deleted_ledger_is_lost_and_a_first_one_is_open_at_once() throws Exception {
    assertThat(process("a").ask(60).writes()).isEqualTo(60);
    Files.delete(file);

    assertThat(process("b").ask(1).writes()).isZero();
    assertThat(logged).singleElement().asString().contains(file + " was deleted.");
  }

  @Test
  void a_process_that_was_killed_before_it_noted_the_first_ledger_harms_nothing() throws Exception {
    process("a").ask(60);
    Files.write(beside(".lock"), new byte[0]);

    assertThat(process("b").ask(1).writes()).isZero();
    Files.delete(file);
    assertThat(process("c").ask(1).writes()).isZero();
  }

  @Test
  void a_damaged_ledger_is_lost_though_its_lock_knows_nothing_of_it() throws Exception {
    process("a").ask(60);
    Files.write(file, new byte[] {1}, APPEND);
    Files.write(beside(".lock"), new byte[0]);

    assertThat(process("c").ask(1).writes()).isZero();
    assertThat(logged).singleElement().asString().contains(file + " was damaged");
  }

  @Test
  void a_look_before_the_first_request_shows_an_empty_ledger() throws Exception {
    store().check();

    assertThat(store().look().toBytes()).isEqualTo(new BudgetLedger().toBytes());
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void the_draft_of_a_killed_process_does_no_harm() throws Exception {
    process("a").ask(60);
    Files.writeString(beside(".new"), "half of a");

    assertThat(process("b").ask(1).writes()).isZero();
    assertThat(beside(".new")).doesNotExist();
  }

  @Test
  void a_store_that_cannot_be_written_grants_nothing_and_forgets_nothing() throws Exception {
    process("a").ask(59);
    Files.createDirectories(beside(".new").resolve("in the way"));

    assertThatThrownBy(() -> process("b").ask(1)).isInstanceOf(IOException.class);
    Files.delete(beside(".new").resolve("in the way"));
    assertThat(process("b").ask(2).writes()).isEqualTo(1);
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws Exception {
    Files.writeString(home, "a file in its place");

    assertThatThrownBy(() -> process("a").ask(1))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(home.toString());
    assertThatThrownBy(() -> store().check()).isInstanceOf(FileSystemException.class);
  }

  @Test
  void a_check_leaves_nothing_but_the_folder() throws Exception {
    assertThatCode(() -> store().check()).doesNotThrowAnyException();

    assertThat(home).isEmptyDirectory();
    process("a").ask(1);
    assertThatCode(() -> store().check()).doesNotThrowAnyException();
  }

  @Test
  void a_look_shows_the_ledger_as_of_now_and_makes_nothing() throws Exception {
    assertThat(store().look().toBytes()).isEqualTo(new BudgetLedger().toBytes());
    assertThat(home).doesNotExist();
    process("a").ask(3);
    var before = Files.readAllBytes(file);
    pass(Duration.ofSeconds(10));

    var seen = store().look();

    var expected = StoredLedger.of(before).ledger().at(wall);
    assertThat(seen.toBytes()).isEqualTo(expected.toBytes());
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void two_paths_to_one_folder_are_one_store() throws Exception {
    process("a").ask(60);
    var link = Files.createSymbolicLink(folder.resolve("link"), home);
    var other = new FileBudgetStore(link.resolve(file.getFileName()), clock());

    assertThat(new ExchangeFixture(other, "b").ask(1).writes()).isZero();
  }

  @Test
  void threads_and_stores_of_one_process_never_get_more_than_the_limit() throws Exception {
    var executor = Executors.newFixedThreadPool(8);
    try {
      var stores = new FileBudgetStore[] {FileBudgetStore.at(file), FileBudgetStore.at(file)};
      var work =
          IntStream.range(0, 8)
              .<Callable<Integer>>mapToObj(i -> () -> spend(stores[i % 2], "p" + i))
              .toList();
      int granted = 0;
      for (var done : executor.invokeAll(work)) {
        granted += done.get();
      }
      assertThat(granted).isEqualTo(60);
    } finally {
      executor.shutdownNow();
    }
  }

  private static int spend(FileBudgetStore store, String name) throws Exception {
    var process = new ExchangeFixture(store, name);
    int granted = 0;
    for (int i = 0; i < 20; i++) {
      granted += process.ask(1).writes();
    }
    return granted;
  }

  @Test
  void a_lock_file_that_was_deleted_is_made_again() throws Exception {
    process("a").ask(60);
    Files.delete(beside(".lock"));

    assertThat(process("b").ask(1).writes()).isZero();
    assertThat(beside(".lock")).exists();
  }

  @Test
  void it_names_its_file() {
    assertThat(store()).hasToString("FileBudgetStore[" + file + "]");
  }

  private ExchangeFixture process(String name) {
    return new ExchangeFixture(store(), name);
  }

  /** The store of a new process. */
  private FileBudgetStore store() {
    return new FileBudgetStore(file, clock());
  }

  private LedgerClock clock() {
    return new LedgerClock(() -> wall, () -> nanos);
  }

  private void pass(Duration time) {
    wall += time.toMillis();
    nanos += time.toNanos();
  }

  private Path beside(String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
