package broken.tag;

final class Prints {
  void hello() {
    System.out.println("Hello.");
  }
}
