package broken.app;

final class Sleeps {
  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
