package broken.circle;

final class FourthOfFour {
  FirstOfFour next;
}
