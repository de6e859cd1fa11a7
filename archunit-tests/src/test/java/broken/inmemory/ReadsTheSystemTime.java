package broken.inmemory;

final class ReadsTheSystemTime {
  long now() {
    return System.currentTimeMillis();
  }
}
