package broken.circle;

final class SecondOfFour {
  ThirdOfFour next;
}
