package broken.circle;

final class FirstOfFour {
  SecondOfFour next;
}
