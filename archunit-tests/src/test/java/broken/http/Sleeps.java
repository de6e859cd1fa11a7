package broken.http;

final class Sleeps {
  void rest() throws InterruptedException {
    Thread.sleep(1);
  }
}
