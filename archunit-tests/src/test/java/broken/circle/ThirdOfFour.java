package broken.circle;

final class ThirdOfFour {
  FourthOfFour next;
}
